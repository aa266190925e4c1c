// A page that is gone from the file of a store is read as zeros by SQLite: a long text that lay there must not come back as
// half of it and nothing.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { connect } from '../../electron/store/file/connect.ts';
import { listDamage } from '../../electron/store/opening/damage.ts';
import { openStore } from '../../electron/store/opening/open.ts';
import { KEY, ROOT } from '../support/desk.ts';

const PAGE = 4_096;

it('the last page of a long text, once it is blank, takes the text along, and that is told', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tier3-holes-'));
  mkdirSync(join(folder, 'home'));
  const file = join(folder, 'home', 'desk.db');
  const open = () => openStore({ file, key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });
  const store = open();
  const body = 'A sentence of the template. '.repeat(2_000);
  const add = (at: number) =>
    store.transaction((db) =>
      db.run(
        sql`INSERT INTO templates (id, name, body, uses, saved_at) VALUES (${`t${at}`}, ${`name ${at}`}, ${body}, 0, 1)`,
      ),
    );
  add(1);
  add(2);
  store.close();
  const bytes = readFileSync(file);
  bytes.fill(0, statSync(file).size - PAGE);
  writeFileSync(file, bytes);

  const again = open();
  const here = again.db.all<{ name: string; body: string }>(sql`SELECT name, body FROM templates`);
  expect(here.filter((one) => one.body !== body)).toEqual([]);
  const told = listDamage(again.db).flatMap(({ lines }) => lines);
  expect(here.map(({ name }) => name)).not.toContain('name 2');
  expect(told.join(' ')).toMatch(/^1 template could not be read: name 2\./);
  expect(again.integrity()).toBe('ok');
  again.close();
  rmSync(folder, { recursive: true });
});

it('the page that lists the upgrades, once it is blank, keeps nothing from opening', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tier3-holes-'));
  mkdirSync(join(folder, 'home'));
  const file = join(folder, 'home', 'desk.db');
  const open = () => openStore({ file, key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });
  open().close();
  const raw = connect(file, KEY);
  const before = raw.prepare('SELECT hash, created_at FROM __drizzle_migrations').all();
  const root = raw.prepare("SELECT rootpage FROM sqlite_master WHERE name = '__drizzle_migrations'").pluck().get();
  raw.close();
  const bytes = readFileSync(file);
  bytes.fill(0, (Number(root) - 1) * PAGE, Number(root) * PAGE);
  writeFileSync(file, bytes);

  const again = open();
  expect(again.db.all(sql`SELECT hash, created_at FROM __drizzle_migrations`)).toEqual(before);
  expect(
    listDamage(again.db)
      .flatMap(({ lines }) => lines)
      .join(' '),
  ).toMatch(/^Nothing you entered is lost/);
  again.close();
  rmSync(folder, { recursive: true });
});
