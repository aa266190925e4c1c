// npm run test:mutants -- --seed N --count 120: mutates a line of the rules, the store, actions or sync, and runs the fast tests
// that reach the function it is in, the fastest first, until one fails or they have had their time. A mutant that lives is a line no
// fast test holds, or a change that makes no difference; each is printed. --only FILE takes mutants of that file alone, --at
// FILE:LINE those of that line, --again LOG those that lived in an earlier run, by what it printed; --seconds N gives tests more
// time than a minute.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chanceOf } from '../faults/chance.ts';
import { livedIn } from './again.ts';
import { type Mutant, mutantsOf } from './mutate.ts';
import { type Reach, readReach } from './reach.ts';
import { runTests } from './run-tests.ts';

const root = join(import.meta.dirname, '..', '..');
const WINGS = ['core', 'sync', 'actions', 'store'] as const;
/** A mutant that runs for ever was noticed: so much longer than its tests take, and so long to begin with. */
const LONGER = 6;
const START_MS = 60_000;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '120' },
    seconds: { type: 'string', default: '60' },
    only: { type: 'string' },
    at: { type: 'string' },
    again: { type: 'string' },
  },
});
const [atFile, atLine] = values.at?.split(':') ?? [];
const only = values.only ?? atFile;
if (spawnSync('git', ['diff', '--quiet', 'HEAD', '--', 'electron', 'tests'], { cwd: root }).status !== 0)
  throw new Error('Commit what you changed in electron and tests first: files there are rewritten and put back.');

const reach = await readReach(root);

/** As many of the fastest as the time allows; one, however slow, is always run. */
function withinTime(tests: ReturnType<Reach['testsOf']>): ReturnType<Reach['testsOf']> {
  let sum = 0;
  return tests.filter(({ ms }, at) => {
    sum += ms;
    return at === 0 || sum <= Number(values.seconds) * 1_000;
  });
}

/** True when some test failed, or none came to an end. */
async function isKilled({ file, source, inside }: Mutant): Promise<boolean> {
  const tests = withinTime(reach.testsOf(file, inside));
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

/** Each wing in turn, a file of it, a mutant of the file; none twice. */
function* chosen(): Generator<Mutant> {
  const chance = chanceOf(Number(values.seed));
  const wings = WINGS.map((wing) => {
    const files = globSync(`electron/${wing}/**/*.ts`, { cwd: root }).filter(
      (file) => only === undefined || file === only,
    );
    return files.sort().flatMap((file): Mutant[][] => {
      const mutants = mutantsOf(file, readFileSync(join(root, file), 'utf8'));
      const wanted = atLine === undefined ? mutants : mutants.filter(({ line }) => line === Number(atLine));
      return wanted.length === 0 ? [] : [wanted];
    });
  });
  for (let turn = 0; wings.some((files) => files.length > 0); turn += 1) {
    const files = wings[turn % wings.length] ?? [];
    if (files.length === 0) continue;
    const mutants = chance.pick(files);
    const mutant = chance.pick(mutants);
    mutants.splice(mutants.indexOf(mutant), 1);
    if (mutants.length === 0) files.splice(files.indexOf(mutants), 1);
    yield mutant;
  }
}

let [killed, alive] = [0, 0];
for (const mutant of values.again === undefined ? chosen() : livedIn(values.again, root)) {
  const { file, line, was, is } = mutant;
  if (await isKilled(mutant)) killed += 1;
  else {
    alive += 1;
    console.log(`alive  ${file}:${line}  ${was}  →  ${is}`);
  }
  console.log(`${killed + alive}: ${killed} killed, ${alive} alive`);
  if (killed + alive === Number(values.count)) break;
}
console.log(`${values.again ?? `seed ${values.seed}`}: ${killed} of ${killed + alive} killed`);
