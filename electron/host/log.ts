// The log. Every line passes the scrubber; a line in which it finds something is written with its kind only.
import { appendFileSync } from 'node:fs';
import { takeVerdict } from '../core/scrub/verdict.ts';
import { PII_TYPES } from '../core/words/pii.ts';

export type Log = (line: string) => void;

/** Makes a log that appends to a file. Never throws: a full disk must not stop the desk. */
export function createLog(file: string, now: () => number): Log {
  return (line) => {
    const verdict = takeVerdict(line);
    const safe = verdict.clean
      ? verdict.text
      : `(a line was withheld: it held ${verdict.findings.map((one) => PII_TYPES[one.type]).join(', ')})`;
    try {
      appendFileSync(file, `${new Date(now()).toISOString()} ${safe}\n`, { mode: 0o600 });
    } catch {
      // nowhere left to say it
    }
  };
}

/** A bug as the log may hold it: where it happened, not what was in the values. */
export function describeBug(where: string, error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  const frames =
    error instanceof Error
      ? (error.stack ?? '')
          .split('\n')
          .filter((line) => line.startsWith('    at '))
          .slice(0, 6)
      : [];
  return [
    `${where}: ${name}`,
    ...frames.map((line) => line.trim().replace(/\(?(?:file:\/\/)?\/\S*\/(?=[^/]+\/[^/]+$)/, '(')),
  ].join(' | ');
}
