// Which test reaches which function, learned by running all of them once; kept for as long as neither the desk nor a test changes.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from './run-tests.ts';

interface Reached {
  /** Its path. */
  readonly test: string;
  readonly ms: number;
  /** `PATH NAME` of each function it calls; the name of a module's own code is empty. */
  readonly calls: readonly string[];
}

export interface Reach {
  /** The tests that reach a function, the fastest first. @param inside its name, empty for the module's own code */
  testsOf(file: string, inside: string): readonly { readonly test: string; readonly ms: number }[];
}

const folder = (root: string) => join(root, 'node_modules', '.cache', 'mutants');

/** @param root the project's. It must have no changes that are not committed. */
export async function readReach(root: string): Promise<Reach> {
  const state = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  const kept = join(folder(root), `${state}.jsonl`);
  if (!existsSync(kept)) {
    mkdirSync(folder(root), { recursive: true });
    for (const name of readdirSync(folder(root))) rmSync(join(folder(root), name));
    console.log('Running every fast test once, to see what it reaches');
    const env = { MUTANT_REACH: kept };
    if (!(await runTests({ root, tests: [], env, longestMs: Number.POSITIVE_INFINITY, isShown: true }))) {
      rmSync(kept, { force: true });
      throw new Error('A test fails already, without a mutant.');
    }
  }
  const lines = readFileSync(kept, 'utf8').trim().split('\n');
  const all = lines.map((line): Reached => JSON.parse(line)).toSorted((one, other) => one.ms - other.ms);
  const byCall = Map.groupBy(
    all.flatMap(({ test, ms, calls }) => calls.map((call) => ({ test, ms, call }))),
    ({ call }) => call,
  );
  return {
    testsOf(file, inside) {
      const callers = byCall.get(`${file} ${inside}`) ?? [];
      // What is called while a module is loaded is counted for the test that loaded it, though it is every other's, too.
      if (inside !== '' && callers.length > 1) return callers;
      return all.filter(({ calls }) => calls.some((call) => call.startsWith(`${file} `)));
    },
  };
}
