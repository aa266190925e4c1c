// One file in, as its bytes: what it is, how it is encoded, which tables it holds, and what they tell.

import { messagesOfDay, slackDayOf } from '../domain/slack-days.ts';
import { decodeText } from './decode-text.ts';
import { kindOf } from './file-kind.ts';
import { FileProblem, refusedBy } from './file-problem.ts';
import type { ReadExport } from './incoming-case.ts';
import { type OpenedExport, opened } from './opened-export.ts';
import { combineParts, type Part } from './parts.ts';
import { headOf, mayBeWrapped, openDelimited, readDelimited } from './read-export.ts';
import { looksLikeMail, readMail } from './read-mail.ts';
import { looksLikeMarkup, readMarkup } from './read-markup.ts';
import { looksLikeJson, readRecords } from './read-records.ts';
import { looksLikeSlack, readSlack } from './read-slack.ts';
import { readSheet } from './read-table.ts';
import { readWorkbook } from './read-workbook.ts';
import type { TableOptions } from './scan-table.ts';
import type { Sheet } from './sheet.ts';
import { runStepwise } from './steps.ts';
import { type Bytes, NotInPieces, textPieces } from './text-pieces.ts';
import { gunzip, namesIn, unzip } from './unpack.ts';

/** An archive in an archive in a mail is the most that people send. */
const DEEPEST = 3;
const NO_CHANNELS = 'Channels are chosen of a Slack export, a folder or a ZIP, and this is none.';

/**
 * Reads a file of any kind an export comes in. A file or sheet within it that holds no cases is left out and said; when none
 * holds any, the file is refused.
 * @throws RangeError for a time zone that does not exist
 */
export async function readFile(bytes: Uint8Array, options: TableOptions): Promise<ReadExport> {
  return whole(() => readBytes(bytes, options, 0));
}

/**
 * Opens a file whose bytes come in pieces. A text with delimiters is never held whole, and `pause` is awaited between its
 * pieces; anything else is read at once.
 * @throws FileProblem; RangeError for a time zone that does not exist
 */
export async function openFile(
  bytes: Bytes,
  options: TableOptions,
  pause: () => Promise<unknown>,
): Promise<OpenedExport> {
  const inPieces = await openPieces(bytes, options, pause);
  if (inPieces !== null) return inPieces;
  return openedWhole(await readFile(joined(bytes), options), options);
}

/** @throws FileProblem; RangeError for a time zone that does not exist */
export async function openText(text: string, options: TableOptions): Promise<OpenedExport> {
  return openedWhole(await readText(text, options), options);
}

function openedWhole(read: ReadExport, { fingerprint = () => '' }: TableOptions): OpenedExport {
  if (!read.ok) throw read.problem ?? new FileProblem(read.reason);
  return opened(read, fingerprint);
}

/** Null for what has to be read at once. */
async function openPieces(
  bytes: Bytes,
  options: TableOptions,
  pause: () => Promise<unknown>,
): Promise<OpenedExport | null> {
  const [head = new Uint8Array()] = bytes();
  if (kindOf(head) !== 'text' || options.forced === 'slack' || options.channels !== undefined) return null;
  try {
    const { pieces, encoding } = textPieces(bytes, head);
    const start = headOf(pieces);
    if (looksLikeMail(start) || looksLikeMarkup(start) || looksLikeJson(start) || mayBeWrapped(start)) return null;
    const opened = await runStepwise(openDelimited(pieces, options), pause);
    return encoding === 'UTF-8' ? opened : { ...opened, notes: [`Read as ${encoding}.`, ...opened.notes] };
  } catch (error) {
    if (error instanceof NotInPieces) return null;
    throw error;
  }
}

function joined(bytes: Bytes): Uint8Array {
  const parts = [...bytes()];
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A text that is decoded already, as it was pasted. @throws RangeError for a time zone that does not exist */
async function readText(text: string, options: TableOptions): Promise<ReadExport> {
  return whole(async () => readWords(text, options));
}

async function whole(read: () => Promise<readonly Part[]>): Promise<ReadExport> {
  try {
    return combineParts(await read());
  } catch (error) {
    return refusedBy(error);
  }
}

async function readBytes(bytes: Uint8Array, options: TableOptions, depth: number): Promise<readonly Part[]> {
  if (depth > DEEPEST) throw new FileProblem('This archive holds archives within archives. Unpack them yourself.');
  const kind = kindOf(bytes);
  if (kind === 'gzip') return readBytes(gunzip(bytes), options, depth + 1);
  if (kind === 'zip') return readArchive(bytes, options, depth);
  if (options.channels !== undefined) throw new FileProblem(NO_CHANNELS);
  const { text, encoding } = decodeText(bytes);
  if (looksLikeMail(text)) return readMailParts(bytes, options, depth);
  const said = encoding === 'UTF-8' ? [] : [`Read as ${encoding}.`];
  return readWords(text, options).map((part) =>
    part.read.ok ? { ...part, read: { ...part.read, notes: [...said, ...part.read.notes] } } : part,
  );
}

function readWords(text: string, options: TableOptions): readonly Part[] {
  if (options.forced === 'slack' || (options.forced === undefined && looksLikeSlack(text)))
    return [{ place: null, read: readSlack(text) }];
  if (looksLikeMarkup(text)) {
    const sheets = readMarkup(text);
    if (sheets.length === 0)
      throw new FileProblem(
        'This is a page without a table, perhaps one that asks to sign in. Export the cases again.',
      );
    return readSheets(sheets, 'table', options);
  }
  if (looksLikeJson(text)) return readSheets([readRecords(text)], 'list', options);
  return [{ place: null, read: readDelimited(text, options) }];
}

function readSheets(sheets: readonly Sheet[], word: string, options: TableOptions): readonly Part[] {
  return sheets.map((sheet, index) => ({
    place: sheets.length === 1 ? null : `${word} ${index + 1}`,
    read: readSheet(sheet, options),
  }));
}

async function readArchive(bytes: Uint8Array, options: TableOptions, depth: number): Promise<readonly Part[]> {
  const names = namesIn(bytes);
  const has = (name: string) => names.includes(name);
  if (
    names.some((name) => slackDayOf(name) !== null) &&
    (has('users.json') || has('channels.json') || names.every((name) => name.endsWith('.json')))
  )
    return [{ place: null, read: readSlack(slackMessages(bytes, options.channels)) }];
  if (options.channels !== undefined) throw new FileProblem(NO_CHANNELS);
  if (has('xl/workbook.xml')) return readSheets(await readWorkbook(bytes), 'sheet', options);
  if (has('xl/workbook.bin'))
    throw new FileProblem('This is a binary workbook (.xlsb). Open it and save it as .xlsx or as CSV UTF-8.');
  if (has('word/document.xml') || has('ppt/presentation.xml'))
    throw new FileProblem(
      'This is a document or a presentation, whatever its name says. Export the cases as CSV or XLSX.',
    );
  if (has('mimetype') && has('content.xml')) {
    const [content] = unzip(bytes, (name) => name === 'content.xml');
    return readSheets(readMarkup(decodeText(content?.bytes ?? new Uint8Array()).text), 'sheet', options);
  }
  return readMany(
    unzip(bytes, () => true),
    options,
    depth,
  );
}

/** All messages of a packed Slack export, or of some of its channels, as one list. @throws FileProblem */
function slackMessages(bytes: Uint8Array, channels: readonly string[] | undefined): string {
  const days = unzip(bytes, (name) => slackDayOf(name) !== null).flatMap((file) => {
    const of = slackDayOf(file.name);
    return of === null ? [] : [{ ...file, of }];
  });
  const missing = channels?.find((name) => !days.some(({ of }) => of.channel === name));
  if (missing !== undefined) throw new FileProblem(`There is no channel ${missing} in this Slack export.`);
  const messages = days
    .filter(({ of }) => channels?.includes(of.channel) !== false)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ of, bytes: day }) => messagesOfDay(of, textOfDay(day)));
  return JSON.stringify(messages);
}

/** Empty for bytes that are no text: as little a list of messages as a day that was cut off. */
function textOfDay(bytes: Uint8Array): string {
  try {
    return decodeText(bytes).text;
  } catch (error) {
    if (error instanceof FileProblem) return '';
    throw error;
  }
}

async function readMany(
  files: readonly { readonly bytes: Uint8Array }[],
  options: TableOptions,
  depth: number,
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const [index, file] of files.entries()) {
    const place = files.length === 1 ? null : `file ${index + 1}`;
    try {
      for (const part of await readBytes(file.bytes, options, depth + 1))
        parts.push({ ...part, place: [place, part.place].filter((word) => word !== null).join(', ') || null });
    } catch (error) {
      parts.push({ place, read: refusedBy(error) });
    }
  }
  return parts;
}

/** The exports attached to a mail; where none of them holds cases, the mail itself is a report. */
async function readMailParts(bytes: Uint8Array, options: TableOptions, depth: number): Promise<readonly Part[]> {
  const { attached, own } = await readMail(bytes);
  const parts = await readMany(attached, options, depth);
  if (parts.some(({ read }) => read.ok)) return parts;
  if (own === null) throw new FileProblem('This mail holds no words and no date. Copy its text into the quick log.');
  return [
    {
      place: null,
      read: {
        ok: true,
        source: own.source,
        columns: [],
        cases: [own],
        rejected: [],
        rejectedCount: 0,
        lines: [],
        notes: ['A mail: it comes in as one report.'],
      },
    },
  ];
}
