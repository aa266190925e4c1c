// Every sample export saved in other ways tells the same: all rows, at the same times, under the same numbers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { ReadExport } from '../../../electron/core/intake/incoming-case.ts';
import { readFile } from '../../../electron/core/intake/read-file.ts';
import { xlsx } from '../../support/awkward/workbooks.ts';
import { csv, inPage, utf8, utf16 } from '../../support/awkward/write.ts';
import { ROOT } from '../../support/desk.ts';

const tells = (read: ReadExport) => {
  if (!read.ok) throw new Error(read.reason);
  return read.cases.map(({ source, reference, reportedAt, text, reporter, area }) => ({
    ...{ source, reference, reportedAt, reporter, area },
    text: text.replace(/\r\n/g, '\n'),
  }));
};

const sample = (name: string) => readFileSync(join(ROOT, 'tests', 'trends', 'samples', name), 'utf8');

/** As Excel keeps them: dates as dates, long numbers as numbers. */
const asCell = (cell: string): string | number | Date => {
  const [, month, day, year, hour, minute, half] = /^(\d+)\/(\d+)\/(\d{4}) (\d+):(\d+) ([AP])M$/.exec(cell) ?? [];
  if (half !== undefined)
    return new Date(
      Date.UTC(
        Number(year),
        Number(month) - 1,
        Number(day),
        (Number(hour) % 12) + (half === 'P' ? 12 : 0),
        Number(minute),
      ),
    );
  return /^[1-9]\d{0,14}$/.test(cell) ? Number(cell) : cell;
};

describe.each(['dynamics', 'iris', 'salesforce', 'servicenow', 'sheet'])('%s', (name) => {
  const rows = parse(sample(`${name}.csv`), { bom: true }) as string[][];
  const options = { timeZone: 'America/Denver' };
  it.each([
    ['a workbook', xlsx([rows.map((cells) => cells.map(asCell))])],
    ['UTF-16 with tabs', utf16(csv(rows, '\t'), 'le')],
    ['Windows-1252 with semicolons', inPage(csv(rows, ';'), 'Windows-1252')],
    [
      'JSON lines',
      utf8(
        rows
          .slice(1)
          .map((cells) => JSON.stringify(Object.fromEntries(cells.map((cell, at) => [rows[0]![at], cell]))))
          .join('\n'),
      ),
    ],
  ])('as %s', async (_, bytes) => {
    const plain = await readFile(utf8(sample(`${name}.csv`)), options);
    expect(tells(await readFile(bytes, options))).toEqual(tells(plain));
  });
});
