import { describe, expect, it } from 'vitest';
import { createDateReader } from '../../../electron/core/intake/parse-date.ts';
import { readExport } from '../../../electron/core/intake/read-export.ts';
import { dynamicsCsv, sample } from '../../support/desk.ts';

describe('reading an export', () => {
  it.each([
    ['dynamics.csv', 'dynamics', 80, '26-HRC-HD-85-34417215'],
    ['iris.csv', 'iris', 72, '260928-708443'],
    ['salesforce.csv', 'salesforce', 40, '79335763'],
    ['servicenow.csv', 'servicenow', 40, 'INC32489818'],
  ])('recognises %s by its header', (file, source, rows, first) => {
    const read = readExport(sample(file), 'UTC');
    if (!read.ok) throw new Error(read.reason);
    expect(read).toMatchObject({ source, rejected: [] });
    expect(read.cases.length).toBeGreaterThanOrEqual(rows > 40 ? 60 : 20);
    expect(read.cases[0]?.reference).toBe(first);
  });

  it('keeps the good rows and names row, column and reason of the broken ones', () => {
    const text = [
      'Record #,Entered Queue,Status Reason,Owner,Area,Sub Area,Contact,Description',
      '26-HRC-HD-00-00000001,9/28/2026 12:43 PM,New,MHV Tier 3,Other,,,fine',
      ',9/28/2026 12:43 PM,New,MHV Tier 3,Other,,,no number',
      '26-HRC-HD-00-00000003,31/31/2026,New,MHV Tier 3,Other,,,no such day',
      '26-HRC-HD-00-00000004,9/28/2026 12:43 PM,New,MHV Tier 3,Other,,,',
      '26-HRC-HD-00-00000005,9/28/2026 12:43 PM,New,MHV Tier 3,Other,,,an unquoted, comma',
    ].join('\n');
    const read = readExport(text, 'UTC');
    if (!read.ok) throw new Error(read.reason);
    expect(read.cases.map((one) => one.reference)).toEqual(['26-HRC-HD-00-00000001']);
    expect(read.rejected.map(({ row, column }) => ({ row, column }))).toEqual([
      { row: 3, column: 'Record #' },
      { row: 4, column: 'Entered Queue' },
      { row: 5, column: 'Description' },
      { row: 6, column: 'Description' },
    ]);
    expect(read.rejected.every(({ reason }) => reason.length > 10)).toBe(true);
  });

  it.each([
    ...['n/a', 'NA', 'none', '-', '—', 'pending', 'TBD', 'unknown', '?'],
    ...['Ida Wong', 'Wong', '123-45-6789', '(555) 010-0199', '555-010-0199', 'ida.wong7@example.org', 'Room 12 Wong'],
  ])('makes no case of a row with %s for its record number', (reference) => {
    const rows = [reference, reference, 'TEST-7'].map((one) => ({ reference: one, text: 'the page is blank' }));
    const read = readExport(dynamicsCsv(rows), 'UTC');
    if (!read.ok) throw new Error(read.reason);
    expect(read.cases.map((one) => one.reference)).toEqual(['TEST-7']);
    expect(read.rejected).toMatchObject([
      { row: 2, column: 'Record #' },
      { row: 3, column: 'Record #' },
    ]);
    expect(read.rejected[0]?.reason).toMatch(/^The record number is empty|looks like 26-HRC-HD-00-00000000/);
    expect(read.rejected[0]?.reason).not.toMatch(/Wong|6789|0199/);
  });

  it.each([
    ['9/28/0206 12:43 PM', 206],
    ['1/1/1970', 1970],
    ['1899-12-30', 1899],
    ['9/28/2206', 2206],
  ])('refuses the date %s, whose year is a slip of the pen', (at, year) => {
    const rows = [{ at }, {}].map((more) => ({ reference: 'TEST-7', text: 'the page is blank', ...more }));
    const read = readExport(dynamicsCsv(rows), 'UTC');
    if (!read.ok) throw new Error(read.reason);
    expect(read.cases).toHaveLength(1);
    expect(read.rejected).toEqual([
      { row: 2, column: 'Entered Queue', reason: expect.stringContaining(`The year of this date is ${year}.`) },
    ]);
  });

  it('keeps two short rows two, and tells of a text that an unquoted line break has torn', () => {
    const read = (...rows: readonly string[]) => {
      const header = 'Record #,Entered Queue,Status Reason,Description,Owner,Area,Sub Area,Contact';
      const outcome = readExport([header, ...rows].join('\n'), 'UTC');
      if (!outcome.ok) throw new Error(outcome.reason);
      return outcome;
    };
    const row = (last: number, text: string) => `26-HRC-HD-00-0000000${last},9/28/2026 12:43 PM,New,${text}`;
    expect(read(row(1, 'fine'), row(2, 'too')).cases.map(({ text }) => text)).toEqual(['fine', 'too']);
    expect(read(row(3, 'it is'), 'blank,Anna,Other,,').rejected[0]).toMatchObject({
      row: 2,
      reason: expect.stringContaining('A line break in this row is not quoted'),
    });
  });

  it.each([3, 12, 23, 30, 50])('says of a file that ends %d letters into a row that it ends there', (letters) => {
    const header = 'Record #,Entered Queue,Status Reason,Owner,Area,Sub Area,Contact,Description';
    const row = (n: number) =>
      `26-HRC-HD-00-0000000${n},9/28/2026 12:43 PM,New,MHV Tier 3,Other,,,the page is blank ${n}`;
    const read = readExport([header, row(1), row(2), row(3).slice(0, letters)].join('\n'), 'UTC');
    if (!read.ok) throw new Error(read.reason);
    expect(read.cases.map(({ row }) => row)).toEqual([2, 3]);
    expect(read.rejected).toMatchObject([
      { row: 4, reason: expect.stringContaining('ends in the middle of this row') },
    ]);
  });

  it.each([
    ['Description', ['New,MHV Tier 3,Other,,,"the page', 'New,MHV Tier 3,Other,,,blank']],
    ['Area', ['New,MHV Tier 3,"Other,,,the page', 'New,MHV Tier 3,Other,,,blank']],
  ])('counts the rows that a quote opened in %s has swallowed', (column, [opening, plain]) => {
    const header = 'Record #,Entered Queue,Status Reason,Owner,Area,Sub Area,Contact,Description';
    const row = (n: number, rest: string | undefined) => `26-HRC-HD-00-0000000${n},9/28/2026 12:43 PM,${rest}`;
    const lines = [row(1, plain), row(2, opening), row(3, plain), row(4, plain), `${row(5, plain)}"`, row(6, plain)];
    const read = readExport([header, ...lines].join('\n'), 'UTC');
    if (!read.ok) throw new Error(read.reason);
    expect(read.cases.map(({ row }) => row)).toEqual([2, 4]);
    expect(read.rejected).toMatchObject([
      { row: 3, column, reason: expect.stringContaining('holds 4 lines of the file, and 3 other rows') },
    ]);
  });

  it('says what is wrong with a file that is no export, without repeating what is in it', () => {
    const read = readExport('Hope Marquardt,518-41-0093\n', 'UTC');
    expect(read).toMatchObject({ ok: false, reason: expect.stringContaining('not the header of a known export') });
    expect(JSON.stringify(read)).not.toContain('Marquardt');
    expect(readExport('', 'UTC')).toMatchObject({ ok: false });
  });

  it('reads quotes, commas and line breaks inside a text as they were', () => {
    const text = 'She said "no", then\nhung up, twice';
    const read = readExport(dynamicsCsv([{ reference: '26-HRC-HD-00-00000001', text }]), 'UTC');
    expect(read.ok && read.cases[0]?.text).toBe(text);
  });
});

describe('dates in an export', () => {
  const read = createDateReader('America/New_York');
  it.each([
    ['9/28/2026 12:43 PM', '2026-09-28T16:43:00.000Z'],
    ['1/5/2026 12:05 AM', '2026-01-05T05:05:00.000Z'],
    ['2026-09-29 01:09:06', '2026-09-29T05:09:06.000Z'],
    ['2026-09-29T01:09:06Z', '2026-09-29T01:09:06.000Z'],
    ['2026-09-29T01:09:06-07:00', '2026-09-29T08:09:06.000Z'],
    ['9/28/26', '2026-09-28T04:00:00.000Z'],
  ])('%s', (text, expected) => {
    expect(new Date(read(text) ?? Number.NaN).toISOString()).toBe(expected);
  });
  it.each(['', 'yesterday', '2/30/2026 1:00 PM', '13/1/2026', '9/28/2026 25:00', '9/28/2026 0:30 PM'])(
    'refuses %j',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});

describe('a file of wrong rows', () => {
  const HEADER = 'Record #,Entered Queue,Status Reason,Owner,Area,Sub Area,Contact,Description';

  it('is read in one pass: all rows counted, the first five hundred told', () => {
    const read = readExport(`${HEADER}\n${'1\n'.repeat(300_000)}`, 'UTC');
    expect(read).toMatchObject({ ok: true, cases: [], rejectedCount: 300_000 });
    expect(read.ok && read.rejected.length).toBe(500);
  });

  it('without a known header is refused at its first row', () => {
    expect(readExport('1\n'.repeat(4_000_000), 'UTC')).toMatchObject({ ok: false });
  });
});
