// Missing pages of a store. SQLite silently reads a page that is absent or blank as zeros (an encrypted page is never
// blank), which would show part of a long text as nothing. Checked in the file itself.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { PAGE_BYTES } from './connect.ts';

const WAL_HEADER = 32;
const FRAME_HEADER = 24;
/** Where the salts of a log and of each of its frames are; frames of an older log have different ones. */
const SALT = { inLog: 16, inFrame: 8, length: 8 } as const;

/** True when a page that the store counts is neither in its file nor in its log. */
export function hasHoles(file: string, pages: number): boolean {
  const missing = blankPages(file, pages);
  if (missing.length === 0) return false;
  const logged = pagesInLog(`${file}-wal`);
  return missing.some((page) => !logged.has(page));
}

function blankPages(file: string, pages: number): number[] {
  const blank: number[] = [];
  const fd = openSync(file, 'r');
  try {
    const page = Buffer.alloc(PAGE_BYTES);
    for (let at = 0; at < pages; at += 1) {
      const read = readSync(fd, page, 0, PAGE_BYTES, at * PAGE_BYTES);
      if (read < PAGE_BYTES || page.every((byte) => byte === 0)) blank.push(at + 1);
    }
  } finally {
    closeSync(fd);
  }
  return blank;
}

function pagesInLog(log: string): ReadonlySet<number> {
  const found = new Set<number>();
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size < WAL_HEADER) return found;
  const fd = openSync(log, 'r');
  try {
    const header = Buffer.alloc(WAL_HEADER);
    readSync(fd, header, 0, WAL_HEADER, 0);
    const salt = header.subarray(SALT.inLog, SALT.inLog + SALT.length);
    const frame = Buffer.alloc(FRAME_HEADER);
    for (let at = WAL_HEADER; at + FRAME_HEADER + PAGE_BYTES <= size; at += FRAME_HEADER + PAGE_BYTES) {
      readSync(fd, frame, 0, FRAME_HEADER, at);
      if (frame.subarray(SALT.inFrame, SALT.inFrame + SALT.length).equals(salt)) found.add(frame.readUInt32BE(0));
    }
  } finally {
    closeSync(fd);
  }
  return found;
}
