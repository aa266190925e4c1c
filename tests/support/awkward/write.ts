// How awkward files are written: rows of an export, as CSV, in this encoding or that; and what each file must bring.
import { CODE_PAGES, type CodePage } from '../../../electron/core/intake/code-pages.ts';

export const PERSON = 'Zebulon Quillfeather';

export interface AwkwardFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** References in order, where rows come in. */
  readonly brings?: readonly string[];
  /** What the first text must hold. */
  readonly says?: string;
  /** When the first was reported, UTC. */
  readonly at?: string;
  /** Rows that are refused: row and column. */
  readonly rejects?: readonly (readonly [number, string])[];
  /** The file is refused as a whole, in these words. */
  readonly refused?: RegExp;
  /** What is said of it. */
  readonly notes?: RegExp;
}

export const HEADER = [
  'Record #',
  'Entered Queue',
  'Status Reason',
  'Owner',
  'Area',
  'Sub Area',
  'Contact',
  'Description',
];
export const number = (n: number) => `26-HRC-HD-00-${String(n).padStart(8, '0')}`;
export const REFS = [number(1), number(2), number(3)];
export const row = (n: number, text = `the records page is blank ${n}`, more: Readonly<Record<string, string>> = {}) =>
  HEADER.map(
    (name) =>
      more[name] ??
      {
        'Record #': number(n),
        'Entered Queue': `9/${27 + n}/2026 12:43 PM`,
        'Status Reason': 'New',
        Owner: 'MHV Tier 3',
        Area: 'Medical Records',
        Contact: PERSON,
        Description: text,
      }[name] ??
      '',
  );
export const ROWS = [row(1), row(2), row(3)];

const quote = (cell: string, delimiter: string) =>
  /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
export const csv = (rows: readonly (readonly string[])[], delimiter = ',', end = '\r\n') =>
  rows.map((cells) => cells.map((cell) => quote(cell, delimiter)).join(delimiter) + end).join('');

export const utf8 = (text: string) => new TextEncoder().encode(text);
export const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
export const utf16 = (text: string, order: 'le' | 'be', mark = true) => {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16());
};
export const inPage = (text: string, page: CodePage) =>
  Uint8Array.from(text, (letter) => (letter < '\x80' ? letter.charCodeAt(0) : CODE_PAGES[page].indexOf(letter) + 0x80));
/** Text of UTF-8 read as another encoding and saved so. */
export const misread = (text: string, page: CodePage) =>
  Array.from(utf8(text), (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CODE_PAGES[page][byte - 0x80])).join('');

export const PLAIN = [HEADER, ...ROWS];
export const good = (name: string, text: string | Uint8Array, more: Partial<AwkwardFile> = {}): AwkwardFile => ({
  name,
  bytes: typeof text === 'string' ? utf8(text) : text,
  brings: REFS,
  ...more,
});
export const bad = (name: string, text: string | Uint8Array, refused: RegExp): AwkwardFile => ({
  name,
  bytes: typeof text === 'string' ? utf8(text) : text,
  refused,
});
export const rejecting = (
  name: string,
  text: string | Uint8Array,
  brings: readonly string[],
  rejects: AwkwardFile['rejects'],
): AwkwardFile => ({
  name,
  bytes: typeof text === 'string' ? utf8(text) : text,
  brings,
  ...(rejects !== undefined && { rejects }),
});
