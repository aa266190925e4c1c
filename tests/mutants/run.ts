// npm run test:mutants -- --seed N --count 120: mutates a line of the rules, the store, the actions or sync, and runs the fast
// tests that reach it. A mutant that lives is a line no test holds, or a change that makes no difference; each is printed.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chanceOf } from '../faults/chance.ts';
import { type Mutant, mutantsOf } from './mutate.ts';

const root = join(import.meta.dirname, '..', '..');
const WINGS = ['core', 'sync', 'actions', 'store'] as const;
/** A mutant that runs for ever was noticed. */
const LONGEST_MS = 300_000;

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '120' } },
});

/** True when some test failed, or none came to an end. */
function isKilled({ file, source }: Mutant): boolean {
  const path = join(root, file);
  const whole = readFileSync(path, 'utf8');
  writeFileSync(path, source);
  const restore = () => writeFileSync(path, whole);
  process.once('SIGINT', restore);
  try {
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const args = [
      vitest,
      'related',
      file,
      '--run',
      '--config',
      'tests/vitest.config.ts',
      '--project',
      'unit',
      '--bail',
      '1',
    ];
    return spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore', timeout: LONGEST_MS }).status !== 0;
  } finally {
    restore();
    process.off('SIGINT', restore);
  }
}

if (spawnSync('git', ['diff', '--quiet', '--', 'electron'], { cwd: root }).status !== 0)
  throw new Error('Commit what you changed in electron first: files there are rewritten and put back.');
const chance = chanceOf(Number(values.seed));
const files = new Map(WINGS.map((wing) => [wing, globSync(`electron/${wing}/**/*.ts`, { cwd: root }).sort()]));
const survivors: Mutant[] = [];
let killed = 0;
for (let tried = 0; tried < Number(values.count); ) {
  const file = chance.pick(files.get(WINGS[tried % WINGS.length] ?? 'core') ?? []);
  const mutants = mutantsOf(file, readFileSync(join(root, file), 'utf8'));
  if (mutants.length === 0) continue;
  const mutant = chance.pick(mutants);
  tried += 1;
  if (isKilled(mutant)) killed += 1;
  else survivors.push(mutant);
  console.log(`${tried}: ${killed} killed, ${survivors.length} alive`);
}
for (const { file, line, was, is } of survivors) console.log(`alive  ${file}:${line}  ${was}  →  ${is}`);
console.log(`seed ${values.seed}: ${killed} of ${values.count} killed`);
