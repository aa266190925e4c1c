// What a file is, by its first bytes: its name may say anything.
import { FileProblem } from './file-problem.ts';

export type FileKind = 'text' | 'zip' | 'gzip';

/** First bytes → what the file is called. */
const NO_TABLES: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'a picture (PNG)'],
  ['\xFF\xD8\xFF', 'a picture (JPEG)'],
  ['GIF8', 'a picture (GIF)'],
  ['II*\0', 'a picture (TIFF)'],
  ['MM\0*', 'a picture (TIFF)'],
  ['%PDF', 'a PDF'],
  ['Rar!', 'a RAR archive'],
  ['7z\xBC\xAF', 'a 7z archive'],
  ['BZh', 'a bzip2 archive'],
  ['\xFD7zXZ', 'an xz archive'],
  ['\x28\xB5\x2F\xFD', 'a Zstandard archive'],
  ['{\\rtf', 'a text document (RTF)'],
  ['SQLite format 3\0', 'a database (SQLite)'],
  ['MZ', 'a program'],
  ['\x7FELF', 'a program'],
  ['!BDN', 'an Outlook mailbox (PST)'],
  ['PAR1', 'a Parquet file'],
  ['OggS', 'a recording'],
  ['ID3', 'a recording'],
];

const OLD_OFFICE = '\xD0\xCF\x11\xE0';

/** @throws FileProblem for what holds no table: a picture, a PDF, a workbook of before 2007 */
export function kindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new FileProblem('The file is empty: it has no header row.');
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip';
  if (start.startsWith('\x1F\x8B')) return 'gzip';
  if (start.startsWith(OLD_OFFICE))
    throw new FileProblem(
      'This is a workbook of an old Excel (.xls), one locked with a password, or a saved Outlook message. ' +
        'Open it and save it without a password as .xlsx or as CSV UTF-8.',
    );
  const name = NO_TABLES.find(([magic]) => start.startsWith(magic))?.[1] ?? containerOf(start);
  if (name !== null)
    throw new FileProblem(`This is ${name}, whatever its name says. Export the cases as CSV or XLSX instead.`);
  return 'text';
}

/** Formats whose name stands after their length. */
function containerOf(start: string): string | null {
  if (start.slice(4, 8) === 'ftyp') return /heic|heix|mif1|avif/.test(start.slice(8, 12)) ? 'a picture' : 'a video';
  if (start.startsWith('RIFF')) return start.slice(8, 12) === 'WEBP' ? 'a picture (WebP)' : 'a recording';
  return start.startsWith('BM') && start.slice(6, 10) === '\0\0\0\0' ? 'a picture (BMP)' : null;
}
