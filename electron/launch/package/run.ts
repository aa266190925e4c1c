// Runs a tool of the system to its end.
import { spawnSync } from 'node:child_process';

/** @returns what it printed. @throws Error with what it said on stderr when it failed or is not here */
export function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, [...args], { encoding: 'utf8' });
  if (error !== undefined) throw new Error(`${command} cannot be run: ${error.message}`);
  if (status !== 0) throw new Error(`${command} failed: ${stderr.trim()}`);
  return stdout;
}
