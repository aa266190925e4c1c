// Whose turn it is in the outbox: what waits for what, and until when; and what became of what was on its way.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { outbox } from '../../drizzle/schema.ts';
import { ENTRY_KINDS, type EntryKind } from '../../electron/core/domain/outbox.ts';
import { openStore, type Store } from '../../electron/store/opening/open.ts';
import { openCreates } from '../../electron/store/outbox/lost-entries.ts';
import {
  appendEntry,
  changeEntry,
  type EntryChange,
  entriesOfTicket,
  findEntry,
  nextDueEntry,
  recoverInterrupted,
  withdrawEntry,
} from '../../electron/store/outbox/outbox.ts';
import { addTicket } from '../../electron/store/tickets/tickets.ts';
import { KEY, ROOT, WEDNESDAY } from '../support/desk.ts';

const HOUR_MS = 3_600_000;
let folder: string;
let store: Store;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tier3-turns-'));
  store = openStore({ file: join(folder, 'desk.db'), key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => store.db.delete(outbox).run());

const addsTicket = () => addTicket(store.db, { team: 'x', repository: 'a/b', title: 'x', createdAt: WEDNESDAY });
type Ticket = ReturnType<typeof addsTicket>;
function add(ticketId: Ticket, kind: EntryKind, change: EntryChange = {}, createdAt = WEDNESDAY) {
  const payload = { repository: 'a/b', title: 'x', body: 'x', labels: [], assignees: [] };
  const id = appendEntry(store.db, { ticketId, kind, payload, createdAt } as never);
  changeEntry(store.db, id, { nextTryAt: null, ...change });
  return id;
}
const due = { kinds: ENTRY_KINDS, looking: true, except: [] };
const next = (which: Partial<Parameters<typeof nextDueEntry>[2]> = {}, now = WEDNESDAY) =>
  nextDueEntry(store.db, now, { ...due, ...which })?.id ?? null;

it('is the oldest that is due, of the kinds that are asked for', () => {
  const later = add(addsTicket(), 'create-issue', {}, WEDNESDAY + 1);
  const first = add(addsTicket(), 'add-comment');
  const lost = add(addsTicket(), 'create-issue', { state: 'unknown' }, WEDNESDAY - 1);
  expect(next()).toBe(lost);
  expect(next({ looking: false })).toBe(first);
  expect(next({ looking: false, except: [first] })).toBe(later);
  expect(next({ looking: false, kinds: ['create-issue'] })).toBe(later);
  for (const id of [first, later, lost]) changeEntry(store.db, id, { state: 'held' });
  expect(next()).toBeNull();
});

it('is told by the time until which it waits, which a hasty person passes over before it was tried, and a wrong clock', () => {
  const id = add(addsTicket(), 'create-issue', { nextTryAt: WEDNESDAY + 10 });
  expect([next({}, WEDNESDAY + 9), next({}, WEDNESDAY + 10)]).toEqual([null, id]);
  expect(next({ hasty: true })).toBe(id);
  changeEntry(store.db, id, { attempts: 1 });
  expect(next({ hasty: true })).toBeNull();
  expect(next({}, WEDNESDAY + 10 - 2 * HOUR_MS)).toBeNull();
  expect(next({}, WEDNESDAY + 9 - 2 * HOUR_MS)).toBe(id);
});

it('waits for what is before it on its ticket: a comment for the issue, a place for those of its own board', () => {
  const ticket = addsTicket();
  const issue = add(ticket, 'create-issue', { state: 'unknown' });
  const place = add(ticket, 'move-pipeline');
  const field = add(ticket, 'set-project');
  const comment = add(ticket, 'add-comment');
  const second = add(ticket, 'move-pipeline');
  const here = { looking: false };
  expect(next(here)).toBeNull();
  changeEntry(store.db, issue, { state: 'sent' });
  expect([next(here), next({ ...here, except: [place] })]).toEqual([place, field]);
  expect(next({ ...here, except: [place, field] })).toBe(comment);
  expect(next({ ...here, except: [place, field, comment] })).toBeNull();
  changeEntry(store.db, comment, { state: 'sent' });
  expect(next({ ...here, except: [place, field] })).toBeNull();
  changeEntry(store.db, place, { state: 'withdrawn' });
  expect(next({ ...here, except: [field] })).toBe(second);
  const noted = addsTicket();
  const note = add(noted, 'post-note', { state: 'undecided' }, WEDNESDAY - 1);
  const after = add(noted, 'add-comment', {}, WEDNESDAY - 1);
  expect([next(here), note === after]).toEqual([after, false]);
});

it('is no longer that of what is withdrawn, which nothing is that has left, unless it is known not to be there', () => {
  const waits = add(addsTicket(), 'create-issue');
  const left = add(addsTicket(), 'create-issue', { state: 'undecided', leftAt: 5 });
  const sent = add(addsTicket(), 'create-issue', { state: 'sent' });
  expect([waits, left, sent].map((id) => withdrawEntry(store.db, id))).toEqual([true, false, false]);
  expect([left, sent].map((id) => withdrawEntry(store.db, id, true))).toEqual([true, false]);
  expect([waits, left, sent].map((id) => findEntry(store.db, id)?.state)).toEqual(['withdrawn', 'withdrawn', 'sent']);
});

it('comes again for what a desk that died had not let out, or may repeat; the rest is looked for, or asked about', () => {
  const ticket = addsTicket();
  const sending = { state: 'sending' } as const;
  add(ticket, 'create-issue', sending);
  add(ticket, 'move-pipeline', { ...sending, leftAt: 5 });
  add(ticket, 'add-comment', { ...sending, leftAt: 5, lookUps: 2 });
  add(ticket, 'post-note', { ...sending, leftAt: 5 });
  add(ticket, 'add-comment', { state: 'failed' });
  expect(recoverInterrupted(store.db)).toBe(4);
  expect(entriesOfTicket(store.db, ticket).map(({ state }) => state)).toEqual([
    'queued',
    'queued',
    'unknown',
    'undecided',
    'failed',
  ]);
  expect(entriesOfTicket(store.db, ticket)[2]?.lookUps).toBe(0);
  expect(recoverInterrupted(store.db)).toBe(0);
});

it('issues that may be there already are looked for: those that wait, and how far back, a day; those sent twice, an hour', () => {
  const now = WEDNESDAY + 30 * HOUR_MS;
  const open = () => openCreates(store.db, now).map(({ since, sweepFrom }) => [since, sweepFrom]);
  const only = (change: EntryChange, createdAt: number) => {
    store.db.delete(outbox).run();
    add(addsTicket(), 'create-issue', change, createdAt);
    return open();
  };
  expect(only({}, now - 5)).toEqual([[now - 5, null]]);
  expect(only({ attempts: 1 }, now - 5)).toEqual([[now - 5, now - 5]]);
  expect(only({ leftAt: now - 3 }, now - 5)).toEqual([[now - 5, now - 3]]);
  expect(only({ leftAt: now - 24 * HOUR_MS }, 5)).toEqual([[5, null]]);
  expect(only({ state: 'sent', attempts: 2, sentAt: now - 4 }, now - 5)).toEqual([[now - 5, now - 5]]);
  expect(only({ state: 'sent', attempts: 1, sentAt: now - 4 }, now - 5)).toEqual([]);
  expect(only({ state: 'sent', attempts: 2, sentAt: now - HOUR_MS }, 5)).toEqual([]);
  expect(only({ state: 'withdrawn', attempts: 2 }, now - 5)).toEqual([]);
});
