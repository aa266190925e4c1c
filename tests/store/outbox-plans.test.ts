// What the outbox asks of the store at every tick goes by an index: a desk of ten years must not scan what it has sent.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AppContext } from '../../electron/actions/app-context.ts';
import { createPullPort } from '../../electron/actions/outbox/pull-port.ts';
import { ENTRY_KINDS } from '../../electron/core/domain/outbox.ts';
import { openStore, type Store } from '../../electron/store/opening/open.ts';
import { openCreates } from '../../electron/store/outbox/lost-entries.ts';
import {
  addEntry,
  countOutbox,
  entriesInStates,
  listEntries,
  newEntryId,
  nextDueEntry,
  recoverInterrupted,
} from '../../electron/store/outbox/outbox.ts';
import { sendProgress } from '../../electron/store/outbox/send-log.ts';
import { addTicket } from '../../electron/store/tickets/tickets.ts';
import { leastCpuMs } from '../support/cpu-time.ts';
import { KEY, ROOT, WEDNESDAY } from '../support/desk.ts';

let folder: string;
let store: Store;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tier3-plans-'));
  store = openStore({ file: join(folder, 'desk.db'), key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });
  const ticketId = addTicket(store.db, { team: 'x', repository: 'a/b', title: 'x', createdAt: 1 });
  const payload = { repository: 'a/b', title: 'x', body: 'x', labels: [], assignees: [] } as never;
  addEntry(store.db, { id: newEntryId(), ticketId, position: 0, createdAt: 1, kind: 'create-issue', payload });
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** How SQLite goes about every statement that `act` runs on the outbox, sub-queries left out. */
function plansOf(act: () => void): string[] {
  const client = store.db.$client;
  const prepare = client.prepare.bind(client);
  const asked: string[] = [];
  client.prepare = ((sql: string) => {
    asked.push(sql);
    return prepare(sql);
  }) as typeof client.prepare;
  act();
  client.prepare = prepare as typeof client.prepare;
  return asked
    .filter((sql) => sql.includes('"outbox"'))
    .flatMap((sql) => {
      const bound = Array.from({ length: sql.split('?').length - 1 }, () => null);
      const plan = prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...bound) as { detail: string }[];
      return plan.map(({ detail }) => detail).filter((detail) => / outbox\b/.test(detail));
    });
}

const due = { kinds: ENTRY_KINDS, looking: true, except: [] };

it.each<[string, () => void, RegExp]>([
  ['what a worker that died was doing', () => recoverInterrupted(store.db), /outbox_state/],
  ['how many wait', () => countOutbox(store.db), /COVERING INDEX outbox_state/],
  ['what is in some states', () => entriesInStates(store.db, ['failed', 'blocked']), /outbox_state/],
  ['what is due', () => nextDueEntry(store.db, WEDNESDAY, due), /outbox_state/],
  ['new issues that are open', () => openCreates(store.db, WEDNESDAY), /outbox_state/],
  ['how far sending is', () => sendProgress(store.db), /outbox_state .*state=|outbox_newest/],
  ['the list on screen', () => listEntries(store.db, 200), /outbox_(state|newest)/],
])('%s is found by an index', (_, act, index) => {
  const plans = plansOf(act);
  expect(plans.length).toBeGreaterThan(0);
  for (const plan of plans) {
    expect(plan).toMatch(index);
    // Newest first to a limit may walk an index; nothing walks the table.
    if (plan.startsWith('SCAN')) expect(plan).toContain('USING INDEX outbox_newest');
  }
});

it('watches tickets in time that grows as they do', () => {
  const watched = (count: number) => {
    store.transaction((db) => {
      db.run(sql`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
        INSERT INTO tickets (id, team, repository, title, created_at, number)
        SELECT ${count} || '-' || i, 'x', 'a/b', 'x', 1, i FROM n`);
    });
    const port = createPullPort({ store, now: () => WEDNESDAY } as AppContext);
    return leastCpuMs(() => port.watched());
  };
  const few = watched(1_500);
  expect(watched(13_500) / few).toBeLessThan(30); // ten times as many; a hundred times as long were quadratic
});
