// A page that is gone from the file of a store is read as zeros by SQLite: a long text that lay there must not come back as
// half of it and nothing.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { listDamage } from '../../electron/store/damage.ts';
import { openStore } from '../../electron/store/open.ts';
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
