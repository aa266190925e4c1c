// npm run test:mutants -- --seed N --count 120: mutates a line of the rules, the store, actions or sync, and runs the fast tests
// that reach the function it is in, the fastest first, until one fails. A mutant that lives is a line no fast test holds, or a
// change that makes no difference; each is printed. --only FILE takes mutants of that file alone.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chanceOf } from '../faults/chance.ts';
import { type Mutant, mutantsOf } from './mutate.ts';
import { readReach } from './reach.ts';
import { runTests } from './run-tests.ts';

const root = join(import.meta.dirname, '..', '..');
const WINGS = ['core', 'sync', 'actions', 'store'] as const;
/** A mutant that runs for ever was noticed: so much longer than its tests take, and so long to begin with. */
const LONGER = 10;
const START_MS = 120_000;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '120' },
    only: { type: 'string' },
  },
});
const count = Number(values.count);
if (spawnSync('git', ['diff', '--quiet', 'HEAD', '--', 'electron', 'tests'], { cwd: root }).status !== 0)
  throw new Error('Commit what you changed in electron and tests first: files there are rewritten and put back.');

const reach = await readReach(root);

/** True when some test failed, or none came to an end. */
async function isKilled({ file, source, inside }: Mutant): Promise<boolean> {
  const tests = reach.testsOf(file, inside);
  if (tests.length === 0) return false;
  const path = join(root, file);
  const whole = readFileSync(path, 'utf8');
  const restore = () => writeFileSync(path, whole);
  const stop = () => process.exit(1);
  process.once('exit', restore);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    writeFileSync(path, source);
    const longestMs = START_MS + LONGER * tests.reduce((sum, { ms }) => sum + ms, 0);
    return !(await runTests({ root, tests: tests.map(({ test }) => test), longestMs }));
  } finally {
    restore();
    process.off('exit', restore);
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

const chance = chanceOf(Number(values.seed));
const isWanted = (file: string) => values.only === undefined || file === values.only;
const files = WINGS.map((wing) => globSync(`electron/${wing}/**/*.ts`, { cwd: root }).filter(isWanted).sort());
const filled = files.filter((wing) => wing.length > 0);
const survivors: Mutant[] = [];
let killed = 0;
for (let tried = 0; tried < count; ) {
  const file = chance.pick(filled[tried % filled.length] ?? []);
  const mutants = mutantsOf(file, readFileSync(join(root, file), 'utf8'));
  if (mutants.length === 0) continue;
  const mutant = chance.pick(mutants);
  tried += 1;
  if (await isKilled(mutant)) killed += 1;
  else {
    survivors.push(mutant);
    console.log(`alive  ${mutant.file}:${mutant.line}  ${mutant.was}  →  ${mutant.is}`);
  }
  console.log(`${tried}: ${killed} killed, ${survivors.length} alive`);
}
console.log(`seed ${values.seed}: ${killed} of ${count} killed`);
