// Waits for what a process says.
import type { ChildProcess } from 'node:child_process';

/** Waits until a process prints something that matches; the match. */
export function waitForOutput(child: ChildProcess, pattern: RegExp, timeoutMs = 120_000): Promise<RegExpExecArray> {
  let seen = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`never printed ${pattern}: ${seen}`)), timeoutMs);
    const look = (chunk: Buffer) => {
      seen += chunk;
      const match = pattern.exec(seen);
      if (match === null) return;
      clearTimeout(timer);
      resolve(match);
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('exit', () => reject(new Error(`ended before it printed ${pattern}: ${seen}`)));
  });
}
