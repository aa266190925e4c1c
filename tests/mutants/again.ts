// The mutants that lived in an earlier run, by what it printed: to see which of them the tests of today notice.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Mutant, mutantsOf } from './mutate.ts';

const ALIVE = /^alive {2}(?<file>\S+):(?<line>\d+) {2}(?<was>.+?) {2}→ {2}(?<is>.+)$/;

/** @param log what the run printed. Lines move: a mutant is taken where the same change is possible nearest by. */
export function* livedIn(log: string, root: string): Generator<Mutant> {
  for (const printed of readFileSync(log, 'utf8').split('\n')) {
    const { file, line, was, is } = ALIVE.exec(printed)?.groups ?? {};
    if (file === undefined) continue;
    const apart = (mutant: Mutant) => Math.abs(mutant.line - Number(line));
    const [nearest] = mutantsOf(file, readFileSync(join(root, file), 'utf8'))
      .filter((mutant) => mutant.was === was && mutant.is === is)
      .toSorted((one, other) => apart(one) - apart(other));
    if (nearest === undefined) console.log(`gone   ${file}:${line}  ${was}  →  ${is}`);
    else yield nearest;
  }
}
