// An upgrade that fails leaves the desk as it was, and the next start works.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../electron/store/open.ts';
import { KEY, ROOT } from '../support/desk.ts';

const migrations = join(ROOT, 'drizzle', 'migrations');
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tier3-upgrade-'));
  file = join(folder, 'desk.db');
  openStore({ file, key: KEY, migrations: otherMigrations('older', (entries) => entries.slice(0, 2)) }).close();
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

const copies = () => readdirSync(folder).filter((name) => name.includes('.before-'));
const opens = (from = migrations) => openStore({ file, key: KEY, migrations: from }).close();

it('starts again after a half copy of an upgrade that was cut short', () => {
  const newest = JSON.parse(readFileSync(join(migrations, 'meta', '_journal.json'), 'utf8')).entries.at(-1).when;
  writeFileSync(`${file}.before-${newest}`, readFileSync(file).subarray(0, 10_000));
  writeFileSync(`${file}.before-${newest}.part`, 'x');
  opens();
  expect(copies()).toEqual([`desk.db.before-${newest}`]);
  openStore({ file: join(folder, copies()[0]!), key: KEY, migrations }).close(); // and the copy is whole
});

it('that fails says what to do, changes nothing, and uses its copy again', () => {
  expect(() => opens(brokenMigrations())).toThrow(/Nothing in it was changed\..*and open it again/);
  const [copy] = copies();
  const made = statSync(join(folder, copy!));
  expect(() => opens(brokenMigrations())).toThrow(/A copy from before is desk\.db\.before-/);
  expect(copies()).toEqual([copy]);
  expect(statSync(join(folder, copy!))).toMatchObject({ ino: made.ino, mtimeMs: made.mtimeMs });
  opens();
});

it('makes a new copy when the desk was used since the last one', () => {
  expect(() => opens(brokenMigrations())).toThrow();
  const before = statSync(join(folder, copies()[0]!)).ino;
  const older = openStore({ file, key: KEY, migrations: join(folder, 'older') });
  older.transaction((db) => db.run(sql`INSERT INTO settings (key, value) VALUES ('new', '1')`));
  older.close();
  opens();
  expect(statSync(join(folder, copies()[0]!)).ino).not.toBe(before);
});
