// A small file beside the store that counts its commits, so that a store which lost the newest of them is found out. SQLite
// drops whatever follows a damaged frame of its write-ahead log without a word; the store's own counter (`user_version`, raised
// by every commit) is then behind the one noted here. Written after the commit: it may lag, never lead. It survives the end of
// the process at once, and a power cut but for the last second.

import { createHash, createHmac } from 'node:crypto';
import { closeSync, fdatasync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { codeOf } from '../contract/errors.ts';

const content = z.object({
  /** How many commits there were, and when the last one was (UTC ms). */
  commits: z.int().min(0),
  at: z.number(),
  /** Nothing was written since the store was last closed. */
  clean: z.boolean(),
  /** When every page was last read and found whole, UTC ms; null for never. */
  checkedAt: z.number().nullable(),
  /** Tells a key that does not fit from a damaged file. */
  keyCheck: z.string(),
  /** How far the chain of what was done went, so that an end that was cut off is missed. Older desks noted none. */
  audit: z.object({ seq: z.number(), hash: z.string() }).nullable().default(null),
});
export type CommitRecord = z.infer<typeof content>;

/** One sector, so that it is written whole or not at all. */
const LENGTH = 512;
const SYNC_MS = 1_000;

export function recordFileOf(file: string): string {
  return `${file}-commits`;
}

/** Says nothing of the key but whether another one is the same. */
export function keyCheckOf(key: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update('tier3-desk key check').digest('hex').slice(0, 32);
}

const sumOf = (json: string) => createHash('sha256').update(json).digest('hex').slice(0, 16);

/** What is noted; `missing` when nothing is, `damaged` when it is not what was written. */
export function readRecord(file: string): CommitRecord | 'missing' | 'damaged' {
  let text: string;
  try {
    text = readFileSync(recordFileOf(file), 'utf8').trimEnd();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'missing';
    throw error;
  }
  const [sum = '', json = ''] = [text.slice(0, 16), text.slice(17)];
  return sum === sumOf(json) ? content.parse(JSON.parse(json)) : 'damaged';
}

export interface RecordWriter {
  /** Notes a change; on the disk within a second. */
  note(change: Partial<CommitRecord>): void;
  /** Notes a change on the disk and lets go of the file. */
  close(change: Partial<CommitRecord>): void;
}

export function writeRecord(file: string, first: CommitRecord): RecordWriter {
  const fd = openSync(recordFileOf(file), openFlags(file), 0o600);
  let current = first;
  let syncing: NodeJS.Timeout | null = null;
  const write = (change: Partial<CommitRecord>) => {
    current = { ...current, ...change };
    const json = JSON.stringify(current);
    writeSync(fd, `${sumOf(json)} ${json}`.padEnd(LENGTH - 1).concat('\n'), 0);
  };
  write({});
  return {
    note(change) {
      write(change);
      syncing ??= setTimeout(() => {
        syncing = null;
        fdatasync(fd, () => {}); // best effort: without it a power cut is found out from the next second on
      }, SYNC_MS).unref();
    },
    close(change) {
      if (syncing !== null) clearTimeout(syncing);
      write(change);
      fsyncSync(fd);
      closeSync(fd);
    },
  };
}

/** Written in place: it is made only where there is none. */
function openFlags(file: string): string {
  return readRecord(file) === 'missing' ? 'w+' : 'r+';
}
