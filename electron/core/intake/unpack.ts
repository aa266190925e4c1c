// Archives, opened within bounds: what a file of a few kilobytes unpacks to must not fill the memory, nor its names point
// anywhere else.
import { Gunzip, type UnzipFileInfo, unzipSync } from 'fflate';
import { FileProblem } from './file-problem.ts';

/** More than a year of every source. */
const LARGEST = 512 * 1024 * 1024;
const MOST_FILES = 20_000;
/** Text packs 5 to 30 times, a picture of nothing a thousand times. */
const MOST_PACKED = 250;
const SMALL = 1024 * 1024;
const CHUNK = 64 * 1024;
const TOO_LARGE =
  'It unpacks to more than this desk takes in at once. Unpack it yourself and import the files one by one.';

export interface PackedFile {
  /** With its folders, as the archive gives it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files of an archive whose names are wanted, without what systems add. @throws FileProblem */
export function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean): PackedFile[] {
  // The lowest bit of the first file's flags says that it is locked.
  if (((bytes[6] ?? 0) & 1) === 1)
    throw new FileProblem('This archive is locked with a password. Unpack it yourself and import the files in it.');
  const check = createCheck();
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        check(file);
        return !file.name.endsWith('/') && !isLitter(file.name) && isWanted(file.name);
      },
    });
    return Object.entries(files).map(([name, unpacked]) => ({ name, bytes: unpacked }));
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem('This archive is damaged or cut off. Copy or export it again.');
  }
}

/** Names of all files of an archive, without unpacking any. @throws FileProblem */
export function namesIn(bytes: Uint8Array): string[] {
  const names: string[] = [];
  unzip(bytes, (name) => {
    names.push(name);
    return false;
  });
  return names;
}

function createCheck(): (file: UnzipFileInfo) => void {
  let files = 0;
  let sum = 0;
  return ({ name, size, originalSize }) => {
    files += 1;
    sum += originalSize;
    if (files > MOST_FILES || sum > LARGEST || (originalSize > SMALL && originalSize > size * MOST_PACKED))
      throw new FileProblem(`This archive is not opened. ${TOO_LARGE}`);
    if (/^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/i.test(name))
      throw new FileProblem('This archive is not opened: it holds a file whose name points outside of it.');
  };
}

function isLitter(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db|desktop\.ini)/i.test(name);
}

/** @throws FileProblem */
export function gunzip(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Gunzip((part) => {
    length += part.length;
    if (length > LARGEST || (length > SMALL && length > bytes.length * MOST_PACKED))
      throw new FileProblem(`This archive is not opened. ${TOO_LARGE}`);
    parts.push(part);
  });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK)
      reader.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem('This archive is damaged or cut off. Copy or export it again.');
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
