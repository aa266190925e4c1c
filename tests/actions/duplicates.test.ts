// One case with two references: the same record in two systems, the same person again; counted once, and undone with a key.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamicsCsv, openTestDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const bringIn = (rows: Parameters<typeof dynamicsCsv>[0]) =>
  desk.call('intake.import', { name: 'export.csv', text: dynamicsCsv(rows) });
const detail = async (reference: string) => {
  const { cases } = await desk.call('cases.find', { reference });
  return desk.call('cases.get', { id: cases[0]!.id });
};
const FIRST = '26-HRC-HD-85-00000001';

it('joins a record that names another one of the same problem', async () => {
  await bringIn([{ reference: FIRST, text: 'records do not download', contact: 'Ann Miller' }]);
  await bringIn([{ reference: '26-HRC-HD-85-00000002', text: `see ${FIRST}: download of records still fails` }]);
  expect(await detail('26-HRC-HD-85-00000002')).toMatchObject({ status: 'duplicate', sameAs: { reference: FIRST } });
  expect((await detail(FIRST)).alsoKnownAs.map((one) => one.reference)).toEqual(['26-HRC-HD-85-00000002']);
});

it('joins the same person again with the same problem, however the name is typed, and nobody else', async () => {
  await bringIn([
    { reference: '26-HRC-HD-85-00000003', text: 'blue button download broken', contact: 'MILLER, ANN' },
    { reference: '26-HRC-HD-85-00000004', text: 'refill fails', contact: 'Ann Miller' },
    { reference: '26-HRC-HD-85-00000005', text: 'blue button download broken', contact: 'Bea Miller' },
  ]);
  const status = async (last: number) => (await detail(`26-HRC-HD-85-0000000${last}`)).status;
  expect([await status(3), await status(4), await status(5)]).toEqual(['duplicate', 'undecided', 'undecided']);
});

it('is counted once and carries all its numbers', async () => {
  const { trends } = await desk.call('trends.list', { all: true });
  const download = trends.find((one) => one.title === 'Records do not download');
  expect([download?.size, download?.references.length]).toEqual([2, 4]);
  const { id } = await detail(FIRST);
  const { body } = await desk.call('tickets.draft', { id });
  for (const last of [1, 2, 3]) expect(body).toContain(`- 26-HRC-HD-85-0000000${last}`);
});

it('cannot be decided apart, and is a case of its own again by undo', async () => {
  const again = await detail('26-HRC-HD-85-00000003');
  await expect(desk.call('triage.act', { caseIds: [again.id], action: 'respond' })).rejects.toThrow(
    'another case over again',
  );
  const act = again.activity.find((entry) => entry.canUndo);
  await desk.call('activity.undo', { id: act!.id });
  expect(await detail('26-HRC-HD-85-00000003')).toMatchObject({ status: 'undecided', sameAs: null });
  expect((await detail('26-HRC-HD-85-00000003')).countdown).not.toBeNull();
});
