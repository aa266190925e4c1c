// A small file next to the store that counts its commits, so that a store that lost the newest of them is noticed.
// SQLite silently drops whatever follows a damaged frame of its write-ahead log; the store's own counter
// (`user_version`, increased by every commit) is then behind the one recorded here. Written after the commit: it may
// lag, never lead. It survives the end of the process immediately, and a power failure except for the last second.

import { createHash, createHmac } from 'node:crypto';
import { closeSync, fdatasync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { codeOf } from '../../contract/errors.ts';

const content = z.object({
  /** How many commits there were, and when the last one was (UTC ms). */
  commits: z.int().min(0),
  at: z.number(),
  /** Nothing was written since the store was last closed. */
  clean: z.boolean(),
  /** When every page was last read and found intact, UTC ms; null for never. */
  checkedAt: z.number().nullable(),
  /** Distinguishes a wrong key from a damaged file. */
  keyCheck: z.string(),
  /** The length of the audit chain, so that a truncated end is noticed. Older desks recorded none. */
  audit: z.object({ seq: z.number(), hash: z.string() }).nullable().default(null),
});
export type CommitRecord = z.infer<typeof content>;

/** One sector, so that it is written completely or not at all. */
const LENGTH = 512;
const SYNC_MS = 1_000;

function recordFileOf(file: string): string {
  return `${file}-commits`;
}

/** Reveals nothing about the key except whether another one is equal. */
export function keyCheckOf(key: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update('tier3-desk key check').digest('hex').slice(0, 32);
}

const sumOf = (json: string) => createHash('sha256').update(json).digest('hex').slice(0, 16);

/** The current record; `missing` when there is none, `damaged` when it is not what was written. */
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
  /** Records a change; on disk within a second. */
  note(change: Partial<CommitRecord>): void;
  /** Records a change on disk and closes the file. */
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
        fdatasync(fd, () => {}); // best effort: without it a power failure is noticed from the next second on
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

/** Written in place: it is created only if there is none. */
function openFlags(file: string): string {
  return readRecord(file) === 'missing' ? 'w+' : 'r+';
}
