// One file in, as its bytes: what it is, how it is encoded, and what it tells.
import type { Source } from '../words/case.ts';
import { decodeText } from './decode-text.ts';
import { kindOf } from './file-kind.ts';
import { FileProblem } from './file-problem.ts';
import type { ReadExport } from './incoming-case.ts';
import { readExport } from './read-export.ts';
import { looksLikeSlack, readSlack } from './read-slack.ts';

export interface ReadOptions {
  /** Zone in which the export writes its times. */
  readonly timeZone: string;
  /** The source, where a person said it. */
  readonly forced?: Source | undefined;
}

/** @throws RangeError for a time zone that does not exist */
export function readText(text: string, { timeZone, forced }: ReadOptions): ReadExport {
  return forced === 'slack' || (forced === undefined && looksLikeSlack(text))
    ? readSlack(text)
    : readExport(text, timeZone, forced);
}

/** @throws RangeError for a time zone that does not exist */
export function readFile(bytes: Uint8Array, options: ReadOptions): ReadExport {
  try {
    if (kindOf(bytes) !== 'text')
      throw new FileProblem('This is an archive or a workbook. Unpack it, or save it as CSV UTF-8.');
    const { text, encoding } = decodeText(bytes);
    const read = readText(text, options);
    return read.ok && encoding !== 'UTF-8' ? { ...read, notes: [`Read as ${encoding}.`, ...read.notes] } : read;
  } catch (error) {
    if (error instanceof FileProblem) return { ok: false, reason: error.message };
    throw error;
  }
}
