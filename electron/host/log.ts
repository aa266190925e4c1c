// The log. Every part of a line is scrubbed first; if that finds anything, only the kind of the line is written. The
// kind of an error and its place in the code contain nothing of a case and are always written.

import { appendFileSync } from 'node:fs';
import { codeOf } from '../contract/errors.ts';
import { PII_TYPES } from '../core/domain/pii.ts';
import { checkPii } from '../core/scrub/pii-check.ts';

export type Log = (line: string) => void;

/** Creates a log that appends to a file. Never throws: a full disk must not stop the desk. */
export function createLog(file: string, now: () => number): Log {
  return (line) => {
    const safe = line.split(PARTS).map(judgePart).join(PARTS);
    try {
      appendFileSync(file, `${new Date(now()).toISOString()} ${safe}\n`, { mode: 0o600 });
    } catch {
      // There is nowhere left to report it.
    }
  };
}

const PARTS = ' | ';
/** The end of a stack frame: a file of the desk or of a library, line and column. */
const PLACE = /\(?(?:node:)?[\w@./-]{1,120}\.[cm]?[jt]sx?:\d{1,6}:\d{1,6}\)?$/;
/** What a path has before the desk's own rooms, or before its last folder: it may name a person. */
const FOLDERS = /\(?(?:file:\/\/)?\/(?:\S*\/electron\/|\S*\/(?=[^/]+\/[^/]+$))/;
const KIND = /\b[A-Z][A-Za-z]{0,40}Error(?: SQLITE_[A-Z_]{1,40}| E[A-Z]{2,20})?$/;

function judgePart(part: string): string {
  const piiCheck = checkPii(part);
  if (piiCheck.clean) return piiCheck.text;
  const kept = PLACE.exec(part)?.[0] ?? KIND.exec(part)?.[0] ?? '';
  return `(withheld: ${piiCheck.findings.map((one) => PII_TYPES[one.type]).join(', ')}) ${kept}`.trim();
}

/** A bug as the log may contain it: where it happened, not the values involved. */
export function describeBug(where: string, error: unknown): string {
  const kind = error instanceof Error ? error.name : typeof error;
  const code = codeOf(error);
  const name = /^(?:SQLITE_[A-Z_]{1,40}|E[A-Z]{2,20})$/.test(code) ? `${kind} ${code}` : kind;
  const frames =
    error instanceof Error
      ? (error.stack ?? '')
          .split('\n')
          .filter((line) => line.startsWith('    at '))
          .slice(0, 6)
      : [];
  return [`${where}: ${name}`, ...frames.map((line) => line.trim().replace(FOLDERS, '('))].join(' | ');
}
