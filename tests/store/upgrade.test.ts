// An upgrade that fails leaves the desk as it was, and the next start works.
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
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../electron/store/opening/open.ts';
import { listSnapshots, snapshotFolder } from '../../electron/store/snapshots/snapshots.ts';
import { KEY, ROOT } from '../support/desk.ts';

const migrations = join(ROOT, 'drizzle', 'migrations');
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tier3-upgrade-'));
  file = join(folder, 'desk.db');
  openStore({ file, key: KEY, migrations: otherMigrations('older', (entries) => entries.slice(0, -1)) }).close();
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Entry {
  readonly tag: string;
  readonly when: number;
}

function otherMigrations(name: string, change: (entries: Entry[]) => Entry[]): string {
  const into = join(folder, name);
  cpSync(migrations, into, { recursive: true });
  const path = join(into, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...journal, entries: change(journal.entries) }));
  return into;
}

/** The newest migration fails half-way. */
function brokenMigrations(): string {
  const into = otherMigrations('broken', (entries) => entries);
  const newest = readdirSync(into)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .at(-1)!;
  writeFileSync(
    join(into, newest),
    'CREATE TABLE half (id text);\n--> statement-breakpoint\nINSERT INTO nowhere VALUES (1);',
  );
  return into;
}

const snapshots = () => listSnapshots(file).filter(({ reason }) => reason === 'before-upgrade');
const pathOf = (name: string) => join(snapshotFolder(file), name);
const opens = (from = migrations) => openStore({ file, key: KEY, migrations: from }).close();

it('starts again after a half snapshot of an upgrade that was cut short', () => {
  mkdirSync(snapshotFolder(file));
  writeFileSync(pathOf('desk-20261101T000000000Z-before-upgrade.db'), readFileSync(file).subarray(0, 10_000));
  writeFileSync(pathOf('desk-20261101T000000000Z-before-upgrade.db.1.part'), 'x');
  opens();
  const [made] = snapshots();
  expect(made?.name).not.toContain('20261101');
  copyFileSync(pathOf(made!.name), join(folder, 'copy.db'));
  openStore({ file: join(folder, 'copy.db'), key: KEY, migrations }).close(); // and the snapshot is whole
});

it('that fails says what to do, changes nothing, and uses its snapshot again', () => {
  expect(() => opens(brokenMigrations())).toThrow(/Nothing in it was changed\..*and open it again/);
  const [made] = snapshots();
  expect(() => opens(brokenMigrations())).toThrow(`The snapshot from before is ${made?.name}`);
  expect(snapshots()).toEqual([made]);
  opens();
});

it('makes a new snapshot when the desk was used since the last one', () => {
  expect(() => opens(brokenMigrations())).toThrow();
  const [before] = snapshots();
  const older = openStore({ file, key: KEY, migrations: join(folder, 'older') });
  older.transaction((db) => db.run(sql`INSERT INTO settings (key, value) VALUES ('new', '1')`));
  older.close();
  opens();
  expect(snapshots()).toHaveLength(2);
  expect(snapshots()[0]?.name).not.toBe(before?.name);
});
