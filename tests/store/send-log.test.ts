// What left of late, by which the limits are kept: what is older than they reach is forgotten, and a clock that ran ahead forgiven.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openStore } from '../../electron/store/opening/open.ts';
import { logSend, sendsWithin } from '../../electron/store/outbox/send-log.ts';
import { KEY, ROOT } from '../support/desk.ts';

const HOUR_MS = 3_600_000;

it('remembers what left for as long as it is told, oldest first', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tier3-sends-'));
  const store = openStore({ file: join(folder, 'desk.db'), key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });
  const start = Date.parse('2026-10-28T14:00:00Z');
  const send = (at: number) => store.transaction((db) => logSend(db, at, HOUR_MS));
  const within = (now: number) => sendsWithin(store.db, HOUR_MS, now).map((at) => at - start);
  for (const at of [0, 2, 1]) send(start + at);
  expect(within(start + 2)).toEqual([0, 1, 2]);
  expect(within(start + HOUR_MS)).toEqual([1, 2]);
  expect(within(start - HOUR_MS + 2)).toEqual([0, 1]);
  send(start + HOUR_MS + 1);
  expect(store.db.get<{ kept: number }>(sql`SELECT count(*) AS kept FROM send_log`)).toEqual({ kept: 3 });
  store.close();
  rmSync(folder, { recursive: true });
});
