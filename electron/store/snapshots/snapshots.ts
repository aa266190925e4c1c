// Snapshots: complete copies of the store next to it, encrypted with its key. Made with `VACUUM INTO`, which reads one
// state of the store while others go on writing (SQLite's backup interface cannot open an encrypted target here). Each
// is verified before it gets its name, so whatever has a name was good when it was made.
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError, codeOf } from '../../contract/errors.ts';
import { commitsOf, connect } from '../file/connect.ts';
import { isNoRoom, mayNotWrite } from '../file/error-kinds.ts';
import { putInPlace } from '../file/files.ts';
import { keptTimes } from './snapshot-policy.ts';

const REASONS = ['daily', 'by-hand', 'before-upgrade', 'before-import', 'before-restore'] as const;
export type Reason = (typeof REASONS)[number];

export interface Snapshot {
  readonly name: string;
  /** UTC ms. */
  readonly at: number;
  readonly reason: Reason;
  readonly bytes: number;
}

export interface SnapshotOrder {
  /** The store. */
  readonly file: string;
  readonly key: string;
  readonly reason: Reason;
  /** UTC ms. */
  readonly now: number;
}

const NAME = /^desk-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-([a-z-]+)\.db$/;
const PART = /\.part(-journal)?$/;
/** A partial file that was not written to for this long was left by a process that died. */
const LEFT_MS = 3_600_000;

export function snapshotFolder(file: string): string {
  return join(dirname(file), 'snapshots');
}

/** Newest first; none if there is no folder. */
export function listSnapshots(file: string): Snapshot[] {
  const folder = snapshotFolder(file);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name): Snapshot[] => {
      const [, ...parts] = NAME.exec(name) ?? [];
      const [year, month, day, hour, minute, second, ms, given] = parts;
      const reason = REASONS.find((one) => one === given);
      if (reason === undefined) return [];
      const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
      return [{ name, at: at + Number(ms), reason, bytes: statSync(join(folder, name)).size }];
    })
    .toSorted((a, b) => b.at - a.at);
}

/**
 * Makes a snapshot and drops those the policy no longer keeps. Takes about 20 ms per megabyte and blocks the calling
 * thread.
 * @throws AppError `refused` when the disk is full, the folder is not writable, or the store cannot be read completely
 */
export function takeSnapshot({ file, key, reason, now }: SnapshotOrder): Snapshot {
  const folder = snapshotFolder(file);
  const name = `desk-${new Date(now).toISOString().replaceAll(/[-:.]/g, '')}-${reason}.db`;
  const part = join(folder, `${name}.${process.pid}.part`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    dropLeftParts(folder);
    requireRoom(folder, statSync(file).size);
    const commits = copyWhole(file, key, part);
    if (!isGood(part, key, commits)) throw new AppError('refused', UNREADABLE);
    putInPlace(part, join(folder, name));
  } catch (error) {
    removePart(part);
    throw explainFailure(error, folder);
  }
  dropOld(file, now);
  return { name, at: now, reason, bytes: statSync(join(folder, name)).size };
}

/** @returns how many commits the store had when the copy began */
function copyWhole(file: string, key: string, part: string): number {
  closeSync(openSync(part, 'wx', 0o600)); // SQLite would make it readable for others
  const source = connect(file, key);
  try {
    source.pragma('temp_store = MEMORY');
    const commits = commitsOf(source);
    source.prepare('VACUUM INTO ?').run(part);
    return commits;
  } finally {
    source.close();
  }
}

/** Every page can be read, and it is no older than it should be. */
export function isGood(path: string, key: string, commits = 0): boolean {
  let opened: Database.Database | null = null;
  try {
    opened = connect(path, key);
    return opened.pragma('quick_check(1)', { simple: true }) === 'ok' && commitsOf(opened) >= commits;
  } catch {
    return false;
  } finally {
    opened?.close();
  }
}

/** The newest snapshot that can be read completely; null when there is none. */
export function newestGood(file: string, key: string): Snapshot | null {
  return listSnapshots(file).find(({ name }) => isGood(join(snapshotFolder(file), name), key)) ?? null;
}

function requireRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < bytes) throw new AppError('refused', noRoom(folder));
}

function dropOld(file: string, now: number): void {
  const all = listSnapshots(file);
  const kept = keptTimes(
    all.map(({ at }) => at),
    now,
  );
  for (const { name, at } of all) if (!kept.has(at)) rmSync(join(snapshotFolder(file), name), { force: true });
}

function dropLeftParts(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => PART.test(one))) {
    const path = join(folder, name);
    const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (written !== undefined && Date.now() - written > LEFT_MS) rmSync(path, { force: true });
  }
}

function removePart(part: string): void {
  try {
    for (const suffix of ['', '-journal']) rmSync(part + suffix, { force: true });
  } catch {
    // where nothing can be written, nothing was
  }
}

const UNREADABLE =
  'No snapshot was made because the store cannot be read completely. Close the desk and open it again: it will be checked, and rebuilt from what can be read.';
const noRoom = (folder: string) =>
  `No snapshot was made: the disk of ${folder} has too little space. Nothing in the desk was changed. Free some space and try again.`;

function sentenceFor(error: unknown, folder: string): string | null {
  if (isNoRoom(error)) return noRoom(folder);
  if (mayNotWrite(error))
    return `No snapshot was made because the desk may not write to ${folder}. Nothing in the desk was changed. Make the folder writable for you.`;
  if (/^(EEXIST|ENOTDIR)$/.test(codeOf(error)))
    return `No snapshot was made: ${folder} is not a folder. Move that file elsewhere.`;
  return /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(codeOf(error)) ? UNREADABLE : null;
}

function explainFailure(error: unknown, folder: string): unknown {
  if (error instanceof AppError) return error;
  const sentence = sentenceFor(error, folder);
  if (sentence === null) return error;
  const told = new AppError('refused', sentence);
  told.cause = error;
  return told;
}
