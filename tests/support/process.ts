// Runs the project's own programs as a user would: real processes, real exit codes.
import { type ChildProcess, spawn } from 'node:child_process';
import { COMPILED, DESK, ROOT } from './bundle.ts';

export { waitForOutput } from './wait-for-output.ts';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function startDesk(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [DESK, ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Runs one command of the desk to its end. */
export function runDesk(
  args: readonly string[],
  { stdin = '', env = {} }: { stdin?: string; env?: Record<string, string> } = {},
): Promise<Finished> {
  const child = startDesk(args, env);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdin?.end(stdin);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}
