// Runs tests in a process group of its own, so that one in which a loop never ends can be killed with all that belongs to it.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface TestRun {
  /** The project's. */
  readonly root: string;
  /** Their paths, in the order in which to run them; none for all. */
  readonly tests: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly longestMs: number;
  /** What they print is shown. */
  readonly isShown?: boolean;
}

/** @returns true when all passed; false as soon as one failed, and when they took longer than they may */
export function runTests({ root, tests, env = {}, longestMs, isShown = false }: TestRun): Promise<boolean> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = ['run', '--config', 'tests/mutants/vitest.config.ts', '--bail', '1', ...tests];
  const child = spawn(process.execPath, [vitest, ...args], {
    cwd: root,
    detached: true,
    stdio: isShown ? 'inherit' : 'ignore',
    env: { ...process.env, MUTANT_TESTS: JSON.stringify(tests), ...env },
  });
  const end = () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  const timer = Number.isFinite(longestMs) ? setTimeout(end, longestMs) : undefined;
  process.once('exit', end);
  return new Promise((resolve) =>
    child.once('close', (code) => {
      clearTimeout(timer);
      process.off('exit', end);
      resolve(code === 0);
    }),
  );
}
