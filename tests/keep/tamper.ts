// npm run test:verify -- --seed N --count 200: somebody who can open the store changes one thing in what was done, at random: a word
// of a line, a time, who it was; a line or a link is taken out, slipped in, swapped, or the end is cut off. `desk verify` finds each,
// and finds nothing where nothing was changed.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type Database from 'better-sqlite3';
import type { ActivityId } from '../../electron/core/domain/ids.ts';
import { addActivity, markUndone, newActId } from '../../electron/store/activity/activity.ts';
import { connect } from '../../electron/store/file/connect.ts';
import { openStore } from '../../electron/store/opening/open.ts';
import { proveActivity } from '../../electron/store/opening/prove-activity.ts';
import { takeSnapshot } from '../../electron/store/snapshots/snapshots.ts';
import { chanceOf } from '../faults/chance.ts';
import { KEY, ROOT } from '../support/desk.ts';

const { values } = parseArgs({ options: { seed: { type: 'string' }, count: { type: 'string', default: '200' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const chance = chanceOf(seed);
const folder = mkdtempSync(join(tmpdir(), 'tier3-verify-'));
const migrations = join(ROOT, 'drizzle', 'migrations');
const LINES = 400;

/** Some hundred acts, some undone, with a snapshot in the middle and half of them behind the last anchor. */
function fill(home: string): void {
  const file = join(home, 'desk.db');
  const store = openStore({ file, key: KEY, migrations, account: 'pat' });
  for (let at = 0; at < LINES; at += 1) {
    store.transaction((db) => {
      const actId = newActId();
      addActivity(db, {
        at: 1_700_000_000_000 + at * 60_000,
        actor: at % 3 === 0 ? 'Desk' : 'You',
        caseId: null,
        verb: at % 2 === 0 ? 'set' : 'export',
        summary: `Act number ${at}`,
        fact: { at },
        undo: at % 5 === 0 ? { kind: 'note' } : null,
        actId,
      });
      const id = db.$client.prepare('SELECT id FROM activity WHERE act_id = ?').pluck().get(actId) as ActivityId;
      if (at % 10 === 0) markUndone(db, id, 1_700_000_000_000 + at * 60_000 + 1);
    });
    if (at === LINES / 2) takeSnapshot({ file, key: KEY, reason: 'daily', now: Date.now() });
  }
  store.close();
}

interface Guard {
  readonly name: string;
  readonly sql: string;
}

type Change = (sqlite: Database.Database) => void;
const line = () => `(SELECT id FROM activity ORDER BY id LIMIT 1 OFFSET ${chance.between(0, LINES)})`;
const linkAt = (sqlite: Database.Database) =>
  chance.between(2, Number(sqlite.prepare('SELECT max(seq) FROM audit_links').pluck().get()));

const CHANGES: Readonly<Record<string, Change>> = {
  'a word of a line': (db) => db.exec(`UPDATE activity SET summary = summary || '.' WHERE id = ${line()}`),
  'the time of a line': (db) => db.exec(`UPDATE activity SET at = at + 1 WHERE id = ${line()}`),
  'who it was': (db) => db.exec(`UPDATE activity SET who = 'sam' WHERE id = ${line()}`),
  'by whom': (db) => db.exec(`UPDATE activity SET actor = actor || ' ' WHERE id = ${line()}`),
  'the verb': (db) => db.exec(`UPDATE activity SET verb = 'seen' WHERE id = ${line()}`),
  'the fact': (db) => db.exec(`UPDATE activity SET fact = '{"at":-1}' WHERE id = ${line()}`),
  'an undo': (db) => db.exec(`UPDATE activity SET undone_at = coalesce(undone_at, 0) + 7 WHERE id = ${line()}`),
  'a line taken out': (db) => db.exec(`DELETE FROM activity WHERE id = ${line()}`),
  'a line and its links taken out': (db) => {
    const id = db.prepare(`SELECT ${line()}`).pluck().get();
    db.prepare('DELETE FROM audit_links WHERE activity_id = ?').run(id);
    db.prepare('DELETE FROM activity WHERE id = ?').run(id);
  },
  'a line slipped in': (db) =>
    db.exec(
      `INSERT INTO activity (id, at, actor, verb, summary, act_id) VALUES ('0-${chance.between(0, 1e9)}', ${chance.between(0, 1e12)}, 'You', 'set', 'Never happened', 'x')`,
    ),
  'a link taken out': (db) => db.exec(`DELETE FROM audit_links WHERE seq = ${linkAt(db)}`),
  'the hash of a link': (db) =>
    db.exec(`UPDATE audit_links SET hash = 'x' || substr(hash, 2) WHERE seq = ${linkAt(db)}`),
  'two lines swapped': (db) => {
    const [one, other] = [line(), line()];
    db.exec(
      `UPDATE activity SET summary = 'a change of ' || (SELECT summary FROM activity WHERE id = ${other}) WHERE id = ${one}`,
    );
  },
  'the end cut off': (db) => {
    const from = linkAt(db);
    const ids = db.prepare("SELECT activity_id FROM audit_links WHERE seq >= ? AND kind = 'add'").pluck().all(from);
    db.prepare('DELETE FROM audit_links WHERE seq >= ?').run(from);
    for (const id of ids) {
      db.prepare('DELETE FROM audit_links WHERE activity_id = ?').run(id);
      db.prepare('DELETE FROM activity WHERE id = ?').run(id);
    }
  },
  'the last line cut off': (db) => {
    const id = db.prepare("SELECT activity_id FROM audit_links WHERE kind = 'add' ORDER BY seq DESC").pluck().get();
    db.prepare('DELETE FROM audit_links WHERE activity_id = ?').run(id);
    db.prepare('DELETE FROM activity WHERE id = ?').run(id);
  },
};

const home = join(folder, 'home');
mkdirSync(home, { mode: 0o700 });
fill(home);
const prove = (at: string) => proveActivity({ file: join(at, 'desk.db'), key: KEY, migrations, account: 'pat' }).broken;
if (prove(home) !== null) throw new Error('the chain is broken before anything was changed');

const tally = new Map<string, { made: number; found: number }>();
for (let round = 0; round < Number(values.count); round += 1) {
  const name = chance.pick(Object.keys(CHANGES));
  const at = join(folder, 'changed');
  cpSync(home, at, { recursive: true });
  const sqlite = connect(join(at, 'desk.db'), KEY);
  sqlite.pragma('foreign_keys = OFF');
  // Whoever can open the store can take its guards away, and put them back.
  const guards = sqlite.prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`).all() as Guard[];
  for (const guard of guards) sqlite.exec(`DROP TRIGGER "${guard.name}"`);
  CHANGES[name]?.(sqlite);
  for (const guard of guards) sqlite.exec(guard.sql);
  sqlite.close();
  const one = tally.get(name) ?? { made: 0, found: 0 };
  const broken = prove(at);
  tally.set(name, { made: one.made + 1, found: one.found + (broken === null ? 0 : 1) });
  rmSync(at, { recursive: true });
}
const untouched = prove(home);
rmSync(folder, { recursive: true });

for (const [name, { made, found }] of [...tally].toSorted()) console.log(`${name}: ${found} of ${made} found`);
const all = [...tally.values()].reduce((sum, { made }) => sum + made, 0);
const found = [...tally.values()].reduce((sum, one) => sum + one.found, 0);
console.log(
  `seed ${seed}: ${found} of ${all} changes found; of a desk without a change: ${untouched === null ? 'whole' : 'broken'}`,
);
if (found < all || untouched !== null) process.exitCode = 1;
