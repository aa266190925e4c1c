// Runs a system tool to completion.
import { spawnSync } from 'node:child_process';

/** @returns what it printed. @throws Error with its stderr when it failed or is missing */
export function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, [...args], { encoding: 'utf8' });
  if (error !== undefined) throw new Error(`${command} cannot be run: ${error.message}`);
  if (status !== 0) throw new Error(`${command} failed: ${stderr.trim()}`);
  return stdout;
}
