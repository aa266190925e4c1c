// A date in the future comes in, and is said: before the import, and with what came of it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamicsCsv, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

it('says which rows are dated later than clocks and zones can differ, once', async () => {
  const row = (n: number, at: string) => ({
    reference: `26-HRC-HD-88-0000000${n}`,
    text: `the list stays blank ${n}`,
    at,
  });
  const near = row(1, '10/29/2026 8:00 AM');
  const text = (...rows: ReturnType<typeof row>[]) => dynamicsCsv([near, ...rows]);
  const oneLater = { name: 'queue.csv', text: text(row(2, '10/30/2026 9:00 PM')) };
  const note =
    'Row 3 has a date in the future, and its clock starts now: today is Oct 28, 2026. Check the order of day and month, and the clock of this computer.';
  expect((await desk.call('intake.preview', oneLater)).notes).toEqual([note]);
  expect(await desk.call('intake.import', oneLater)).toMatchObject({ imported: 2, notes: [note] });

  const more = text(row(2, '10/30/2026 9:00 PM'), row(3, '11/2/2027 9:00 AM'), row(4, '11/3/2026 9:00 AM'));
  const came = await desk.call('intake.import', { name: 'later.csv', text: more });
  expect(came.notes?.[0]).toMatch(
    /^2 rows have dates, the first of them row 4, in the future, and their clocks start now/,
  );
  expect((await desk.call('intake.import', { name: 'again.csv', text: more })).notes).toBeUndefined();
});
