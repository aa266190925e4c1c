// A store that was damaged: it says so, says what is lost, and keeps the rest.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listDamage } from '../../electron/store/opening/damage.ts';
import { openStore, type Store } from '../../electron/store/opening/open.ts';
import { KEY, ROOT } from '../support/desk.ts';

const migrations = join(ROOT, 'drizzle', 'migrations');
const PAGE = 4_096;
const TEMPLATES = 300;
/** A notice names no more; the rest it counts. */
const MOST_NAMES = 200;
const ALL = Array.from({ length: TEMPLATES }, (_, at) => `name ${at}`);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tier3-damage-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (name = 'home') => openStore({ file: join(folder, name, 'desk.db'), key: KEY, migrations });

function addTemplate(store: Store, at: number): void {
  const body = `Words of template ${at} `.repeat(40);
  store.transaction((db) =>
    db.run(
      sql`INSERT INTO templates (id, name, body, uses, saved_at) VALUES (${`t${at}`}, ${`name ${at}`}, ${body}, 0, 1)`,
    ),
  );
}

function newHome(): Store {
  mkdirSync(join(folder, 'home'));
  return open();
}

/** A home of many templates, closed in order. */
function fill(): void {
  const store = newHome();
  store.transaction(() => {
    for (let at = 0; at < TEMPLATES; at += 1) addTemplate(store, at);
  });
  store.close();
}

/** A copy of a home as it lies on the disk now; while a store is open, as if its process had been killed. */
function copyHome(to: string): string {
  cpSync(join(folder, 'home'), join(folder, to), { recursive: true });
  rmSync(join(folder, to, 'desk.db-shm'), { force: true });
  return join(folder, to, 'desk.db');
}

const namesIn = (store: Store) =>
  store.db.all<{ name: string }>(sql`SELECT name FROM templates ORDER BY rowid`).map(({ name }) => name);
const told = (store: Store) => listDamage(store.db).flatMap(({ title, lines }) => [title, ...lines]);

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 4;
  writeFileSync(path, bytes);
}

describe('a flipped bit in the store', () => {
  it('is found at the next opening; exactly the rows it took along are named, and no other is lost', () => {
    fill();
    const pages = statSync(join(folder, 'home', 'desk.db')).size / PAGE;
    const seen = { refused: 0, lost: 0, whole: 0 };
    for (let page = 0; page < pages; page += 11) {
      const name = `page-${page}`;
      flip(copyHome(name), page * PAGE + 100);
      let store: Store;
      try {
        store = open(name);
      } catch (error) {
        expect(String(error)).toMatch(/damaged/);
        seen.refused += 1;
        continue;
      }
      const here = namesIn(store);
      const missing = ALL.filter((one) => !here.includes(one));
      const lines = told(store);
      const named = lines.flatMap((line) => line.match(/name \d+/g) ?? []);
      expect(missing).toEqual(expect.arrayContaining(named));
      expect(named).toHaveLength(Math.min(missing.length, MOST_NAMES));
      expect(store.integrity()).toBe('ok');
      store.close();
      seen[missing.length > 0 ? 'lost' : 'whole'] += 1;
      if (missing.length > 0) {
        expect(lines).toContainEqual(
          expect.stringMatching(RegExp(`^${missing.length} templates? could not be read: name`)),
        );
        expect(readdirSync(join(folder, name)).some((one) => one.includes('.damaged-'))).toBe(true);
        const again = open(name); // the notice stays, and nothing is found anew
        expect(told(again)).toEqual(lines);
        again.close();
      }
    }
    expect(seen.lost).toBeGreaterThan(2);
    expect(seen.refused).toBeLessThan(8);
  });
});

describe('a damaged log of the newest changes', () => {
  it('is never older rows without a word', () => {
    const store = newHome();
    for (let at = 0; at < 20; at += 1) addTemplate(store, at);
    const size = statSync(join(folder, 'home', 'desk.db-wal')).size;
    let older = 0;
    for (let at = 0; at < 12; at += 1) {
      const name = `flip-${at}`;
      flip(`${copyHome(name)}-wal`, Math.floor((size * (at + 0.5)) / 12));
      const killed = open(name);
      const missing = 20 - namesIn(killed).length;
      const counted = /the last (\d+ writes are|write is) missing/.exec(told(killed).join());
      if (missing > 0) {
        older += 1;
        expect(told(killed)).toContain('The newest changes are lost');
        expect(Number.parseInt(counted?.[1] ?? '', 10) || 1).toBeGreaterThanOrEqual(missing);
      }
      killed.close();
    }
    expect(older).toBeGreaterThan(6);
    truncateSync(`${copyHome('cut')}-wal`, size / 2);
    rmSync(`${copyHome('gone')}-wal`);
    copyHome('whole');
    store.close();
    for (const name of ['cut', 'gone']) {
      const killed = open(name);
      expect(told(killed)).toContain('The newest changes are lost');
      killed.close();
    }
    const whole = open('whole');
    expect(told(whole)).toEqual([]);
    expect(namesIn(whole)).toHaveLength(20);
    whole.close();
  });

  it('that was copied into the store already loses nothing', () => {
    const store = newHome();
    for (let at = 0; at < 20; at += 1) addTemplate(store, at);
    store.db.run(sql`PRAGMA wal_checkpoint(PASSIVE)`);
    const file = copyHome('copied');
    store.close();
    flip(`${file}-wal`, statSync(`${file}-wal`).size >> 1);
    const killed = open('copied');
    expect(namesIn(killed)).toHaveLength(20);
    expect(told(killed)).toContainEqual(expect.stringMatching(/already been copied/));
    expect(killed.integrity()).toBe('ok');
    killed.close();
  });
});

describe('files that are missing or foreign', () => {
  it('an older store put in place of a newer one is told', () => {
    const store = newHome();
    addTemplate(store, 0);
    store.close();
    copyHome('older');
    const newer = open();
    addTemplate(newer, 1);
    newer.close();
    cpSync(join(folder, 'older', 'desk.db'), join(folder, 'home', 'desk.db'));
    const back = open();
    expect(told(back)).toContain('The newest changes are lost');
    back.close();
  });

  it('a store that is gone, empty or cut off is refused with that reason', () => {
    fill();
    rmSync(copyHome('gone'));
    expect(() => open('gone')).toThrow(/desk\.db is missing/);
    truncateSync(copyHome('empty'), 0);
    expect(() => open('empty')).toThrow(/desk\.db is empty/);
    truncateSync(copyHome('cut'), 20 * PAGE + 17);
    expect(() => open('cut')).toThrow(/cut off/);
    expect(() => open('cut')).not.toThrow(/is wrong/);
  });

  it('a count of changes that is gone or damaged is told, and the store is used', () => {
    fill();
    rmSync(`${copyHome('gone')}-commits`);
    flip(`${copyHome('flipped')}-commits`, 40);
    for (const name of ['gone', 'flipped']) {
      const store = open(name);
      expect(told(store)).toContain('It is unclear whether the newest changes are here');
      expect(namesIn(store)).toEqual(ALL);
      store.close();
    }
  });
});
