// An export that the desk does not know: its columns are proposed, corrected by a person, remembered, and the next one is read the
// same way by itself. Dates that can be read both ways are asked about.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Mapping } from '../../../electron/core/domain/mapping.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const PERSON = 'Zebulon Quillfeather';
const HEADER = ['Lfd. Kennung', 'Gemeldet', 'Lage', 'Dringend', 'Wer', 'Erreichbar', 'Was ist los'];
const line = (n: number, lage = 'offen', day = `${10 + n}.10.2026 09:00`) =>
  [
    `X-10${n}`,
    day,
    lage,
    'hoch',
    PERSON,
    `z${n}@example.com`,
    `Ich, ${PERSON}, sehe keine Befunde seit Montag ${n}`,
  ].join(';');
const sheet = (...lines: readonly string[]) => [HEADER.join(';'), ...lines].join('\n');
const file = (text: string) => ({ name: 'leitstelle.csv', text, timeZone: 'Europe/Berlin' });
const FIRST = sheet(line(1), line(2), line(3, 'erledigt'));

it('proposes what the columns are, by names and by values, and shows nothing of who reported', async () => {
  await expect(desk.call('intake.preview', file(FIRST))).rejects.toMatchObject({ details: { asks: 'columns' } });
  const { source, columns } = await desk.call('intake.columns', file(FIRST));
  expect(source).toBe('sheet');
  expect(columns.map(({ becomes }) => becomes)).toEqual(['reference', 'reportedAt', null, null, null, 'email', 'text']);
  expect(columns[2]?.choices.map(({ value }) => value)).toEqual(['offen', 'erledigt']);
  expect(JSON.stringify(columns.filter(({ becomes }) => becomes === 'email' || becomes === 'text'))).not.toMatch(
    /Quillfeather.*@|z1@example/,
  );
});

it('reads it as a person said, remembers it, and sees what changed in the next one', async () => {
  const mapping: Mapping = {
    name: 'Leitstelle',
    source: 'sheet',
    header: HEADER,
    columns: ['reference', 'reportedAt', 'status', 'priority', 'name', 'email', 'text'],
    timeZone: 'Europe/Berlin',
    dateOrder: null,
    values: { offen: 'Open', erledigt: 'Resolved', hoch: 'High' },
  };
  const said = { ...mapping, header: [...HEADER], columns: [...mapping.columns] };
  const preview = await desk.call('intake.preview', { ...file(FIRST), mapping: said });
  expect(preview).toMatchObject({ rows: 3, rejectedCount: 0, source: 'sheet' });
  expect(preview.sample[0]?.reportedAt).toBe(Date.parse('2026-10-11T07:00:00Z'));
  expect(JSON.stringify(preview.sample)).not.toContain('Quillfeather');
  await desk.call('mappings.save', { mappings: [said] });
  expect(await desk.call('intake.import', file(FIRST))).toMatchObject({ imported: 3, rejectedCount: 0 });
  const find = async (reference: string) => (await desk.call('cases.find', { reference })).cases[0];
  expect([(await find('X-101'))?.status, (await find('X-103'))?.status]).toEqual(['undecided', 'resolved']);
  expect((await find('X-101'))?.priority).toBe('high');
  const next = sheet(line(1), line(2, 'erledigt'), line(4));
  expect(await desk.call('intake.import', file(next))).toMatchObject({ imported: 1, updated: 1, duplicates: 1 });
  expect((await find('X-102'))?.status).toBe('resolved');
  const askedFor = { name: 'Leitstelle' };
  await expect(desk.call('mappings.file', askedFor)).rejects.toMatchObject({ details: { asks: 'no-names' } });
  const { content } = await desk.call('mappings.file', { ...askedFor, noNames: true });
  expect(JSON.parse(content)).toEqual(said);
});

it('says of a row it could not read what the export calls the column, and reads it as the others once it is corrected', async () => {
  const odd = sheet(line(5), line(6, 'offen', 'nicht heute'));
  expect(await desk.call('intake.import', file(odd))).toMatchObject({ imported: 1, rejectedCount: 1 });
  const [kept] = (await desk.call('rejects.list', {})).rejects;
  expect(kept).toMatchObject({ row: 3, column: 'Gemeldet' });
  const values = kept!.cells.map(({ value }) => (value === 'nicht heute' ? '16.10.2026 09:00' : value));
  expect(await desk.call('rejects.retry', { id: kept!.id, values })).toMatchObject({ came: 'new', reason: null });
  const [mended] = (await desk.call('cases.find', { reference: 'X-106' })).cases;
  expect(new Date(mended!.receivedAt).toISOString()).toBe('2026-10-16T07:00:00.000Z');
});

it('refuses dates that can be read both ways until somebody says how', async () => {
  const csv = (...dates: string[]) => ({
    name: 'a.csv',
    timeZone: 'UTC',
    text: ['Case Number,Opened Date,Description', ...dates.map((at, n) => `1010000${n},${at},it is blank ${n}`)].join(
      '\n',
    ),
  });
  const odd = csv('10/01/2026', '10/02/2026', '13/10/2026');
  await expect(desk.call('intake.import', odd)).rejects.toMatchObject({ details: { asks: 'date-order' } });
  const american = await desk.call('intake.preview', { ...odd, dateOrder: 'month-first' });
  expect(american).toMatchObject({ rejectedCount: 1, rejected: [{ row: 4 }] });
  expect(american.sample[0]?.reportedAt).toBe(Date.parse('2026-10-01T00:00:00Z'));
  const other = await desk.call('intake.preview', { ...odd, dateOrder: 'day-first' });
  expect(other.sample.map(({ reportedAt }) => new Date(reportedAt).toISOString().slice(0, 10))).toEqual([
    '2026-01-10',
    '2026-02-10',
    '2026-10-13',
  ]);
  expect(await desk.call('intake.preview', csv('10/01/2026', '10/02/2026', '10/13/2026'))).toMatchObject({ rows: 3 });
});
