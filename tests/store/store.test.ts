// The encrypted file: useless without its key, never opened by an older desk, and one sender at a time.
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeSyncLock } from '../../electron/store/file/sync-lock.ts';
import { openStore } from '../../electron/store/opening/open.ts';
import { listSnapshots, snapshotFolder } from '../../electron/store/snapshots/snapshots.ts';
import { KEY, openTestDesk, ROOT, sample, type TestDesk } from '../support/desk.ts';

const migrations = join(ROOT, 'drizzle', 'migrations');

describe('the file', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await openTestDesk();
    await desk.call('intake.import', { name: 'dynamics.csv', text: sample('dynamics.csv'), timeZone: 'UTC' });
  });
  afterEach(() => desk.close());

  it('holds no imported name in clear, nor does anything beside it', () => {
    const names =
      sample('dynamics.csv')
        .match(/MHV Tier 3,[^,]*,[^,]*,([A-Z][a-z]+ [A-Z][a-z]+)/g)
        ?.map((row) => row.split(',').at(-1)!) ?? [];
    expect(names.length).toBeGreaterThan(10);
    const bytes = readdirSync(desk.folder)
      .map((name) => readFileSync(join(desk.folder, name), 'latin1'))
      .join('');
    expect(names.filter((name) => bytes.includes(name))).toEqual([]);
    expect(bytes).not.toContain('SQLite format 3');
  });

  it('does not open with another key, or with none', () => {
    const file = join(desk.folder, 'desk.db');
    expect(() => openStore({ file, key: '00'.repeat(32), migrations })).toThrow(
      /passphrase or key is wrong for its file\.$/,
    );
    const plain = new Database(file);
    expect(() => plain.prepare('SELECT * FROM cases').all()).toThrow(/not a database/);
    plain.close();
  });

  it('says where it may not write, and what to do', () => {
    const file = join(desk.folder, 'other.db');
    mkdirSync(file);
    expect(() => openStore({ file, key: KEY, migrations })).toThrow(/may not write to .*Make the folder and its files/);
  });

  it('searches scrubbed words only', async () => {
    const [reporter] = sample('dynamics.csv').match(/Uberacker/) ?? [];
    expect(reporter).toBe('Uberacker');
    expect((await desk.call('cases.list', { search: 'Uberacker' })).cases).toEqual([]);
    expect((await desk.call('cases.list', { search: 'blue butt' })).cases.length).toBeGreaterThan(0);
    expect((await desk.call('cases.list', { search: '34417215' })).cases.map((row) => row.reference)).toEqual([
      '26-HRC-HD-85-34417215',
    ]);
    expect((await desk.call('cases.list', { search: '" OR ' })).cases).toBeDefined();
  });

  it('passes its own integrity check', () => {
    const store = openStore({ file: join(desk.folder, 'desk.db'), key: KEY, migrations });
    expect(store.integrity()).toBe('ok');
    store.close();
  });
});

/** The migrations of an older desk: the first two. */
function firstMigrations(into: string): string {
  cpSync(migrations, into, { recursive: true });
  const file = join(into, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, -1) }));
  return into;
}

describe('versions and locks', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tier3-store-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('refuses a file from a newer desk', () => {
    const file = join(folder, 'desk.db');
    const store = openStore({ file, key: KEY, migrations });
    store.db.run(sql`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)`);
    store.close();
    expect(() => openStore({ file, key: KEY, migrations })).toThrow(/newer version/);
  });

  it('copies the file, still encrypted, before it migrates', () => {
    const file = join(folder, 'desk.db');
    openStore({ file, key: KEY, migrations: firstMigrations(join(folder, 'older')) }).close();
    openStore({ file, key: KEY, migrations }).close();
    const [snapshot] = listSnapshots(file);
    const copy = join(snapshotFolder(file), snapshot!.name);
    expect(readFileSync(copy, 'latin1').startsWith('SQLite format 3')).toBe(false);
    copyFileSync(copy, join(folder, 'copy.db'));
    openStore({ file: join(folder, 'copy.db'), key: KEY, migrations }).close();
  });

  it('lets one sender in at a time', () => {
    const file = join(folder, 'sync.lock');
    const first = takeSyncLock(file);
    expect(first).not.toBeNull();
    expect(takeSyncLock(file)).toBeNull();
    first?.release();
    const second = takeSyncLock(file);
    expect(second).not.toBeNull();
    second?.release();
  });
});
