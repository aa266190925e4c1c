// Which ticket takes the later reports of a problem: of several that a merge brought together, the open one, its own first.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTicketOf, problemsWithTicket } from '../../../electron/actions/problems/problem-tickets.ts';
import type { TicketId } from '../../../electron/core/domain/ids.ts';
import { addProblem, changeProblem } from '../../../electron/store/cases/problems.ts';
import { openStore, type Store } from '../../../electron/store/opening/open.ts';
import { addTicket, ticketChanged, ticketWithdrawn } from '../../../electron/store/tickets/tickets.ts';
import { KEY, openTestDesk, ROOT, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
let store: Store;
let own: TicketId;
let merged: TicketId;

beforeEach(async () => {
  desk = await openTestDesk();
  store = openStore({ file: join(desk.folder, 'desk.db'), key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });
  const { db } = store;
  const ticket = (createdAt: number) => addTicket(db, { team: 'a', repository: 'a/b', title: 'x', createdAt });
  [own, merged] = [ticket(1), ticket(2)];
  addProblem(db, { id: 'own', title: 'own', words: [], createdAt: 1 });
  addProblem(db, { id: 'merged', title: 'merged', words: [], createdAt: 2 });
  changeProblem(db, 'own', { ticketId: own });
  changeProblem(db, 'merged', { ticketId: merged, mergedInto: 'own' });
});
afterEach(async () => {
  store.close();
  await desk.close();
});

const close = (id: TicketId) => {
  const remote = { title: 'x', body: '', state: 'closed', labels: [], assignees: [], milestone: null } as const;
  ticketChanged(store.db, id, remote, 3);
};

it('is its own before a newer one that came with a merge', () => {
  expect(openTicketOf(store.db, 'own')?.id).toBe(own);
  expect(openTicketOf(store.db, 'merged')?.id).toBe(merged);
});

it('is the one that is open, where its own is closed', () => {
  close(own);
  expect(openTicketOf(store.db, 'own')?.id).toBe(merged);
  expect([...problemsWithTicket(store.db)].sort()).toEqual(['merged', 'own']);
});

it('is the older one too, where its own is closed and newer', () => {
  changeProblem(store.db, 'own', { ticketId: merged });
  changeProblem(store.db, 'merged', { ticketId: own });
  close(merged);
  expect(openTicketOf(store.db, 'own')?.id).toBe(own);
});

it('is none, where all are closed or canceled', () => {
  close(merged);
  ticketWithdrawn(store.db, own, 3);
  expect(openTicketOf(store.db, 'own')).toBeNull();
  expect(problemsWithTicket(store.db).size).toBe(0);
});
