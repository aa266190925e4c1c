// Rows that could not be read are kept with what they say: mended and tried again, written to a file scrubbed, dropped.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamicsCsv, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const row = (n: number, at?: string) => ({
  reference: `26-HRC-HD-87-0000000${n}`,
  text: `the refill page is blank ${n}`,
  contact: 'Zebulon Quillfeather',
  ...(at !== undefined && { at }),
});
const find = async (n: number) => (await desk.call('cases.find', { reference: row(n).reference })).cases[0];
const wordsOf = async (n: number) => (await desk.call('cases.get', { id: (await find(n))!.id })).rawText;
const bring = (text: string) => desk.call('intake.import', { name: 'later.csv', text });
const mendFirst = async () => {
  const [one] = await list();
  const values = one!.cells.map(({ value }) => value).with(1, '10/27/2026 9:00 AM');
  return desk.call('rejects.retry', { id: one!.id, values });
};
const list = async () => (await desk.call('rejects.list', {})).rejects;

it('keeps a row with its place, reason and words, and takes it in once it is mended', async () => {
  const text = dynamicsCsv([row(1), row(2, 'yesterday'), row(3, '2/30/2026 1:00 PM')]);
  expect(await desk.call('intake.import', { name: 'queue.csv', text })).toMatchObject({
    imported: 1,
    rejectedCount: 2,
  });
  await desk.reopen();
  const [first, second] = await list();
  expect(first).toMatchObject({ file: 'queue.csv', row: 3, column: 'Entered Queue' });
  expect(first?.reason).toContain('not a date');
  const values = first!.cells.map(({ value }) => value);
  expect(values).toContain('yesterday');

  const again = await desk.call('rejects.retry', { id: first!.id, values: values.with(1, '13/13/2026') });
  expect(again).toMatchObject({ came: null, column: 'Entered Queue' });
  expect((await list())[0]?.cells[1]?.value).toBe('13/13/2026');
  expect(await desk.call('rejects.retry', { id: first!.id, values: values.with(1, '10/27/2026 9:00 AM') })).toEqual({
    came: 'new',
    column: null,
    reason: null,
  });
  expect((await desk.call('cases.find', { reference: row(2).reference })).cases).toHaveLength(1);
  expect((await desk.call('imports.list', {})).imports[0]?.counts.new).toBe(2);

  const { csv } = await desk.call('rejects.file', {});
  expect(csv).toContain('Entered Queue');
  expect(csv).not.toContain('Quillfeather');
  await desk.call('rejects.drop', { ids: [second!.id] });
  expect(await list()).toEqual([]);
});

it('takes a mended row back with its import, and a mended change as well', async () => {
  const wrote = await wordsOf(1);
  await bring(dynamicsCsv([{ ...row(1, 'today'), text: 'the refill page is red now' }]));
  expect(await mendFirst()).toMatchObject({ came: 'changed' });
  expect(await wordsOf(1)).toContain('red now');
  expect((await desk.call('activity.undo', {})).undone).toBe('Imported an export of HRC Dynamics');
  expect(await wordsOf(1)).toBe(wrote);

  await bring(dynamicsCsv([row(4), row(5, 'today')]));
  expect(await mendFirst()).toMatchObject({ came: 'new' });
  expect([await find(4), await find(5)]).not.toContain(undefined);
  const { imports } = await desk.call('imports.list', {});
  expect(await desk.call('imports.undo', { id: imports[0]!.id })).toMatchObject({ withdrawn: 2, kept: 0 });
  expect([await find(4), await find(5)]).toEqual([undefined, undefined]);
});

it('restores a record that its import contained twice, the second time with another text', async () => {
  const wrote = await wordsOf(1);
  const unchanged = row(1);
  const changed = { ...row(1), text: 'the refill page is green now' };
  await bring(dynamicsCsv([unchanged, row(6), { ...changed, at: 'today' }]));
  expect(await mendFirst()).toMatchObject({ came: 'changed' });
  expect(await wordsOf(1)).toContain('green now');
  const newest = async () => (await desk.call('imports.list', {})).imports[0]!;
  expect((await newest()).counts).toMatchObject({ changed: 1, known: 0 });
  await desk.call('imports.undo', { id: (await newest()).id });
  expect(await wordsOf(1)).toBe(wrote);

  await bring(dynamicsCsv([unchanged, row(7), changed]));
  expect(await wordsOf(1)).toContain('green now');
  await desk.call('imports.undo', { id: (await newest()).id });
  expect(await wordsOf(1)).toBe(wrote);
});

it('lets a corrected row of an older export change nothing that a newer one says otherwise', async () => {
  await bring(dynamicsCsv([row(8), { ...row(1, 'today'), text: 'the refill page is old news' }]));
  await bring(dynamicsCsv([row(8), { ...row(1), text: 'the refill page is newer' }]));
  expect(await mendFirst()).toMatchObject({ came: 'known' });
  expect(await wordsOf(1)).toContain('newer');
});
