// Practice has a second GitHub to move to: what was opened at the first is there under other numbers, and the move is tried
// whole, from the dry run to a new ticket at the new place and back.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { escalatedCase, openTestDesk, type TestDesk } from '../support/desk.ts';

const OLD = 'department-of-veterans-affairs/va.gov-team';
const NEW = 'va.ghe.com/software/va.gov-team';
let desk: TestDesk;
const send = async () => {
  await desk.call('sync.now', {});
  desk.now += 61_000;
};
const open = async (at: number, text: string, team: string) => {
  const id = await escalatedCase(desk, `26-HRC-HD-85-0000097${at}`, text, '', team);
  await desk.call('tickets.queue', { caseIds: [id] });
  await send();
  return id;
};
const urlOf = async (id: Awaited<ReturnType<typeof open>>) => (await desk.call('cases.get', { id })).ticket?.url;

beforeAll(async () => {
  desk = await openTestDesk({ withMoved: true });
});
afterAll(() => desk.close());

it('is tried whole', async () => {
  const first = await open(1, 'Refill list is blank', 'mhv-medications');
  const second = await open(2, 'Labs list is blank', 'PRODUCT-mhv-medical-records');
  const third = await open(3, 'Inbox is blank', 'MHV-Secure-Messaging');
  const where = { from: OLD, to: `https://${NEW}/issues` };
  const tried = await desk.call('github.tryMove', where);
  expect(tried.found.map(({ was, now }) => [was, now])).toEqual([
    [2, 2],
    [3, 1],
  ]);
  expect(tried.missing).toMatchObject([{ was: 1, references: ['26-HRC-HD-85-00000971'] }]);
  expect(await urlOf(third)).toBe(`https://github.com/${OLD}/issues/3`);
  const { actId } = await desk.call('github.move', where);
  expect(await urlOf(second)).toBe(`https://${NEW}/issues/2`);
  expect(await urlOf(third)).toBe(`https://${NEW}/issues/1`);
  expect(await urlOf(first)).toBe(`https://github.com/${OLD}/issues/1`);
  await desk.call('activity.undo', { id: actId });
  expect(await urlOf(third)).toBe(`https://github.com/${OLD}/issues/3`);
  await desk.call('github.move', where);
  // New tickets go there: one onto a board of that owner, one into ZenHub.
  const onBoard = await open(4, 'Tracking is gone', 'mhv-medications');
  const inZenHub = await open(5, 'Images do not load', 'PRODUCT-mhv-medical-records');
  await send();
  expect([await urlOf(onBoard), await urlOf(inZenHub)]).toEqual([`https://${NEW}/issues/3`, `https://${NEW}/issues/4`]);
  expect((await desk.call('outbox.list', {})).sync).toMatchObject({ waiting: 0, attention: 0 });
});
