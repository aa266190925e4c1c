// Snapshots: whole or not there, kept by the policy, put back with what may have been sent since looked for first.
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { warnOfSync } from '../../electron/host/synced-folder.ts';
import { listDamage } from '../../electron/store/opening/damage.ts';
import { describeDiff } from '../../electron/store/opening/diff-words.ts';
import { openStore, type Store } from '../../electron/store/opening/open.ts';
import { previewRestore, restoreSnapshot } from '../../electron/store/opening/restore.ts';
import { keptTimes } from '../../electron/store/snapshots/snapshot-policy.ts';
import { listSnapshots, newestGood, snapshotFolder, takeSnapshot } from '../../electron/store/snapshots/snapshots.ts';
import { createDailyBackup, makeInThread } from '../../electron/worker/backups.ts';
import { escalatedCase, KEY, openTestDesk, ROOT } from '../support/desk.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-28T15:00:00Z');

describe('the policy', () => {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);

  it('keeps seven days, four weeks and six months of a year of daily snapshots', () => {
    const times = Array.from({ length: 365 }, (_, at) => NOW - at * DAY);
    expect([...keptTimes(times, NOW)].sort((a, b) => b - a).map(day)).toEqual([
      ...['2026-11-28', '2026-11-27', '2026-11-26', '2026-11-25', '2026-11-24', '2026-11-23', '2026-11-22'],
      ...['2026-11-15', '2026-11-08'],
      ...['2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30'],
    ]);
  });

  it('always keeps the newest, never more than twenty, and drops nothing it would keep later', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: NOW - 400 * DAY, max: NOW }), { minLength: 1 }), (times) => {
        const kept = keptTimes(times, NOW);
        expect(kept.has(Math.max(...times))).toBe(true);
        expect(kept.size).toBeLessThanOrEqual(20);
        expect(keptTimes([...kept], NOW)).toEqual(kept);
      }),
      { numRuns: 200 },
    );
  });
});

it('a synced folder is told, any other is not', () => {
  expect(warnOfSync('/Users/pat/Library/Mobile Documents/com~apple~CloudDocs/desk')).toMatch(/synced by iCloud/);
  expect(warnOfSync('C:\\Users\\pat\\OneDrive - Department\\desk')).toMatch(/synced by OneDrive/);
  expect(warnOfSync('/home/dropboxer/.tier3-desk')).toBeNull();
});

it('says in words what a restore would change, and names no case that an undo has taken back', () => {
  const diff = { table: 'cases', onlyHere: 3, onlyThere: 1, changed: 0 };
  const names = [
    'log-2026-10-28-1',
    'withdrawn 0199a1b2-0000-7000-8000-000000000001',
    'withdrawn 0199a1b2-0000-7000-8000-000000000002',
  ];
  expect(describeDiff({ ...diff, names })).toEqual([
    'goes away: 3 cases: log-2026-10-28-1, 2 that an undo has already taken back',
    'comes back: 1 case',
  ]);
});

describe('a snapshot', () => {
  let folder: string;
  let file: string;
  let store: Store;
  const open = () => openStore({ file, key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });
  const set = (key: string) =>
    store.transaction((db) => db.run(sql`INSERT OR REPLACE INTO settings (key, value) VALUES (${key}, '1')`));
  const take = (now = NOW) => takeSnapshot({ file, key: KEY, reason: 'by-hand', now });
  const keys = () => store.db.all<{ key: string }>(sql`SELECT key FROM settings ORDER BY key`).map(({ key }) => key);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tier3-snapshots-'));
    file = join(folder, 'desk.db');
    store = open();
    set('a');
  });
  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });
  const closeAnd = <T>(work: () => T): T => {
    store.close();
    try {
      return work();
    } finally {
      store = open();
    }
  };
  const restore = (name: string, now = NOW + 1) => restoreSnapshot({ file, key: KEY, name, now });

  it('of an open desk is whole, encrypted, only its owner’s, and put back as it was', () => {
    const { name } = take();
    const path = join(snapshotFolder(file), name);
    expect(readFileSync(path, 'latin1')).not.toContain('SQLite format 3');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    set('b');
    expect(previewRestore({ file, key: KEY, name }).diff).toEqual([
      { table: 'settings', onlyHere: 1, onlyThere: 0, changed: 0, names: ['b'] },
    ]);
    expect(() => restore(name)).toThrow(/The desk is open/);
    const { kept } = closeAnd(() => restore(name));
    expect(keys()).toEqual(['a']);
    expect(listDamage(store.db)).toEqual([]); // being older is what was asked for
    closeAnd(() => restore(kept!, NOW + 2)); // and back again: nothing is lost by a restore
    expect(keys()).toEqual(['a', 'b']);
  });

  it('that was damaged is no snapshot to restore; the newest good one is named when the store is damaged', () => {
    const older = take(NOW);
    const newer = take(NOW + 1);
    const path = join(snapshotFolder(file), newer.name);
    const bytes = readFileSync(path);
    bytes[bytes.length / 2] = (bytes[bytes.length / 2] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(newestGood(file, KEY)?.name).toBe(older.name);
    expect(() => previewRestore({ file, key: KEY, name: newer.name })).toThrow(/cannot be read completely/);
    store.close();
    writeFileSync(file, readFileSync(file).fill(7, 4_000, 12_000));
    expect(open).toThrow(older.name);
    const { kept } = restore(older.name);
    expect(kept).toMatch(/damaged/);
    expect(existsSync(join(folder, kept!))).toBe(true);
    store = open();
    expect(keys()).toEqual(['a']);
  });

  it('cut short bears no name; its part is cleared away once nobody can be writing it', () => {
    take();
    const part = join(snapshotFolder(file), 'desk-20261128T150000000Z-daily.db.99.part');
    copyFileSync(file, part);
    take(NOW + 1);
    expect(listSnapshots(file)).toHaveLength(2);
    expect(existsSync(part)).toBe(true);
    const longAgo = new Date(Date.now() - DAY);
    utimesSync(part, longAgo, longAgo);
    take(NOW + 2);
    expect(readdirSync(snapshotFolder(file)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is made once a day, in a thread of its own, and told once a day where it cannot be', async () => {
    const make = makeInThread(join(ROOT, 'electron', 'worker', 'snapshot-thread.ts'));
    const told: unknown[] = [];
    let now = NOW;
    const take = () => make.take({ file, key: KEY, reason: 'daily', now });
    const daily = createDailyBackup(
      file,
      take,
      () => now,
      (error) => told.push(error),
    );
    const look = async () => {
      daily.look();
      await daily.settled();
    };
    for (const at of [NOW, NOW + 1, NOW + DAY]) {
      now = at;
      await look();
    }
    expect(listSnapshots(file).map(({ at, reason }) => [at, reason])).toEqual([
      [NOW + DAY, 'daily'],
      [NOW, 'daily'],
    ]);
    rmSync(snapshotFolder(file), { recursive: true });
    const fails = createDailyBackup(
      file,
      () => make.take({ file: join(folder, 'gone', 'desk.db'), key: KEY, reason: 'daily', now }),
      () => now,
      (error) => told.push(error),
    );
    for (let at = 0; at < 2; at += 1) {
      fails.look();
      await fails.settled();
    }
    expect(told).toHaveLength(1);
  });

  it('that cannot be written says why, and the desk goes on', () => {
    writeFileSync(snapshotFolder(file), 'a file where the folder should be');
    expect(() => take()).toThrow(/No snapshot was made: .* is not a folder/);
    set('c');
    expect(keys()).toEqual(['a', 'c']);
  });
});

describe('a desk restored from before it sent', () => {
  it('sends no ticket and no comment twice', async () => {
    const desk = await openTestDesk();
    const file = join(desk.folder, 'desk.db');
    const id = await escalatedCase(desk, '26-HRC-HD-85-00000061', 'records blank');
    await desk.call('tickets.queue', { caseIds: [id] });
    await desk.call('sync.now', {});
    await desk.call('follow-up.comment', { id, verb: 'answer', text: 'The first word.' });
    const { name } = takeSnapshot({ file, key: KEY, reason: 'daily', now: desk.now });
    await desk.call('sync.now', {});
    await desk.reopen(() => restoreSnapshot({ file, key: KEY, name, now: desk.now + 1 }));
    await desk.call('sync.now', {});
    const issues = desk.practice.world.issues();
    expect(issues.map((issue) => issue.comments.length)).toEqual([1]);
    const { entries } = await desk.call('outbox.list', {});
    expect(entries.every(({ state }) => state === 'sent')).toBe(true);
    await desk.close();
  });
});
