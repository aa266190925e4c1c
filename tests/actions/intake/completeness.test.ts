// What engineers ask for is read from columns and words, and one act writes the request to Tier 2 for the rest.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const csv = (text: string) =>
  [
    'Record #,Entered Queue,Contact,Browser,Device Type,Description',
    `26-HRC-HD-89-00000001,10/28/2026 9:00 AM,Zebulon Quillfeather,Chrome 141,,"${text}"`,
  ].join('\n');

it('counts what columns and words say, and asks Tier 2 once for the rest', async () => {
  const text = [
    'Date/time of issue: 10/27/2026 3:15 PM ET',
    'Signed in with ID.me on Windows 11, error code 106. Cleared cache and cookies.',
    'Veteran Zebulon Quillfeather cannot see labs.',
  ].join('\n');
  await desk.call('intake.import', { name: 'q.csv', text: csv(text) });
  const [row] = (await desk.call('cases.find', { reference: '26-HRC-HD-89-00000001' })).cases;
  const id = row!.id;
  const { fields } = await desk.call('cases.completeness', { id });
  const of = (start: string) => fields.find(({ name }) => name.startsWith(start))?.value;
  expect(of('Browser')).toMatch(/^Chrome 141/);
  expect(of('Operating system')).toBe('Windows 11');
  expect(of('Sign-in')).toBe('ID.me');
  expect(of('Error code')).toBe('106');
  expect(of('Date and time')).toContain('3:15 PM ET');
  expect(fields.filter(({ value }) => value === null).map(({ name }) => name)).toEqual([
    'Device',
    'Oracle Health site (yes or no)',
    'Full address of the page',
    'Account activity log',
  ]);
  const asked = await desk.call('cases.askForMore', { id });
  expect(asked.missing).toBe(4);
  expect(asked.text).toContain('- Device\n- Oracle Health site (yes or no)\n- Full address of the page');
  expect(asked.text).not.toContain('Quillfeather');
  const { activity } = await desk.call('cases.get', { id });
  expect(activity[0]?.summary).toBe('Asked Tier 2 for 4 of 10 fields that engineers need');
});
