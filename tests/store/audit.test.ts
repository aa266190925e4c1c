// The chain of activity: whatever is changed, dropped or slipped in is found, and the first link that does not hold is named.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ActivityId, CaseId } from '../../electron/core/domain/ids.ts';
import { activityOf, addActivity, markStanding, markUndone, newActId } from '../../electron/store/activity/activity.ts';
import { type Anchor, verifyChain } from '../../electron/store/activity/verify-chain.ts';
import { listDamage } from '../../electron/store/opening/damage.ts';
import { openStore, type Store } from '../../electron/store/opening/open.ts';
import { proveActivity } from '../../electron/store/opening/prove-activity.ts';
import { restoreSnapshot } from '../../electron/store/opening/restore.ts';
import { takeSnapshot } from '../../electron/store/snapshots/snapshots.ts';
import { KEY, ROOT } from '../support/desk.ts';

const LINES = 60;
const ROUNDS = 200;
let folder: string;
const options = () => ({
  file: join(folder, 'desk.db'),
  key: KEY,
  migrations: join(ROOT, 'drizzle', 'migrations'),
  account: 'pat',
});
let store: Store;

function write(at: number): void {
  store.transaction((db) =>
    addActivity(db, {
      at: 1_000 + at,
      actor: at % 5 === 0 ? 'Desk' : 'You',
      caseId: null,
      verb: at % 2 === 0 ? 'triage' : 'set',
      summary: `line ${at}`,
      fact: at % 3 === 0 ? { at } : undefined,
      undo: at % 4 === 0 ? { kind: 'note' } : null,
      actId: newActId(),
    }),
  );
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tier3-audit-'));
  store = openStore(options());
  for (let at = 0; at < LINES; at += 1) write(at);
  const ids = store.db.all<{ id: ActivityId }>(sql`SELECT id FROM activity ORDER BY at`).map(({ id }) => id);
  store.transaction((db) => {
    for (const at of [3, 7, 11]) markUndone(db, ids[at]!, 9_000 + at);
    markStanding(db, ids[7]!);
  });
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** Numbers that look random and are the same in every run. */
function createChance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const COLUMNS = ['id', 'at', 'actor', 'who', 'verb', 'summary', 'fact', 'undo', 'act_id', 'undone_at'] as const;

it('is whole as it was written, and says who', () => {
  const proof = verifyChain(store.db, []);
  expect(proof).toMatchObject({ links: 1 + LINES + 4, broken: null });
  expect(store.db.all(sql`SELECT DISTINCT who FROM activity`)).toEqual([{ who: 'pat' }]);
  expect(activityOf(store.db, 'none' as CaseId)).toEqual([]);
});

it(`finds each of ${ROUNDS} changes, and names the line it was made to`, () => {
  const chance = createChance(7);
  const { $client: sqlite } = store.db;
  const head = verifyChain(store.db, []).head!;
  const anchor: Anchor = { ...head, where: 'the note' };
  const missed: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const offset = chance(LINES);
    const { id, link } = sqlite
      .prepare(
        `SELECT a.id, l.seq AS link FROM activity a JOIN audit_links l ON l.activity_id = a.id AND l.kind = 'add' ORDER BY a.at LIMIT 1 OFFSET ${offset}`,
      )
      .get() as { id: string; link: number };
    const change = (): { what: string; firstAt: number | null } => {
      const kind = chance(6);
      if (kind === 0) {
        sqlite.prepare('DELETE FROM activity WHERE id = ?').run(id);
        return { what: 'a line dropped', firstAt: link };
      }
      if (kind === 1) {
        const last = 1 + chance(10);
        sqlite.exec(`DELETE FROM audit_links WHERE seq > ${head.seq - last}`);
        sqlite.exec(`DELETE FROM activity WHERE id NOT IN (SELECT activity_id FROM audit_links WHERE kind = 'add')`);
        return { what: `the last ${last} links cut off with their lines`, firstAt: null };
      }
      if (kind === 2) {
        sqlite.exec(
          `INSERT INTO activity (id, at, actor, verb, summary, act_id) VALUES ('new', ${chance(2_000)}, 'You', 'set', 'slipped in', 'x')`,
        );
        return { what: 'a line slipped in', firstAt: head.seq + 1 };
      }
      if (kind === 3) {
        const seq = 1 + chance(head.seq);
        sqlite.exec(`UPDATE audit_links SET hash = '!' || substr(hash, 2) WHERE seq = ${seq}`);
        return { what: `the hash of link ${seq}`, firstAt: null };
      }
      const column = COLUMNS[chance(COLUMNS.length)]!;
      const value = column === 'undone_at' || column === 'at' ? 5 + chance(500) : `other ${chance(500)}`;
      sqlite.pragma('foreign_keys = OFF');
      sqlite.prepare(`UPDATE activity SET ${column} = ? WHERE id = ?`).run(value, id);
      return { what: `${column} of line ${offset}`, firstAt: link };
    };
    sqlite.exec('BEGIN; DROP TRIGGER activity_is_append_only');
    const { what, firstAt } = change();
    const { broken } = verifyChain(store.db, [anchor]);
    sqlite.exec('ROLLBACK');
    if (broken === null || (firstAt !== null && broken.seq !== firstAt))
      missed.push(`${what}: ${JSON.stringify(broken)}`);
  }
  expect(missed).toEqual([]);
  expect(verifyChain(store.db, [anchor]).broken).toBeNull();
});

it('an end that was cut off while the desk was closed is told at opening', () => {
  store.db.$client.exec(`
    DROP TRIGGER activity_is_append_only;
    UPDATE activity SET undone_at = NULL;
    DELETE FROM audit_links WHERE seq > ${LINES - 2};
    DELETE FROM activity WHERE id NOT IN (SELECT activity_id FROM audit_links WHERE kind = 'add');
  `);
  store.close();
  expect(proveActivity(options()).broken?.what).toMatch(/The end is missing: the note beside the store recorded/);
  store = openStore(options());
  expect(listDamage(store.db).map(({ title }) => title)).toEqual([
    'The end of the activity is missing, or was rewritten',
  ]);
});

it('is held against every snapshot, and a restore is a line of it', () => {
  const now = Date.now();
  const take = (at: number) => takeSnapshot({ ...options(), reason: 'by-hand', now: at });
  const first = take(now);
  write(100);
  take(now + 1);
  store.close();
  restoreSnapshot({ ...options(), name: first.name, now: now + 2 });
  store = openStore(options());
  write(101);
  take(now + 3);
  store.close();
  // Those made between the snapshot and its restore hold what was left behind.
  const proof = proveActivity(options());
  expect(proof.broken).toBeNull();
  expect(proof.anchors).toHaveLength(2); // the note and the newest: the policy kept no other
  store = openStore(options());
  expect(listDamage(store.db)).toHaveLength(1);
  expect(store.db.all(sql`SELECT verb FROM activity ORDER BY rowid DESC LIMIT 2`)).toEqual([
    { verb: 'set' },
    { verb: 'restore' },
  ]);
  store.db.$client.exec(`UPDATE activity SET summary = 'other' WHERE summary = 'line 5'`);
  store.close();
  expect(proveActivity(options()).broken).toMatchObject({ seq: 7, what: expect.stringContaining('was changed') });
  store = openStore(options());
  expect(readdirSync(join(folder, 'snapshots'))).toHaveLength(3);
});
