// desk report as scripts use it: every format from one desk, the workbook read by another library cell by cell, the PDF a PDF.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamicsCsv } from '../support/desk.ts';
import { runDesk } from '../support/process.ts';

let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'tier3-report-'));
  const file = join(home, 'export.csv');
  const rows = Array.from({ length: 12 }, (_, at) => ({
    reference: `26-HRC-HD-18-368794${40 + at}`,
    text: `Lab results are missing, ${at}`,
    at: '9/28/2026 9:00 AM',
  }));
  writeFileSync(file, dynamicsCsv(rows));
  await desk('import', file, '--practice');
});
afterAll(() => rmSync(home, { recursive: true }));

async function desk(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runDesk([...args, '--home', home], {});
  if (code !== 0) throw new Error(`${code}: ${stderr}`);
  return stdout;
}
const report = (...args: string[]) => desk('report', '--ledger', 'product', '--month', '2026-09', ...args);

describe('desk report', () => {
  it('prints figures, and writes the same into a workbook', async () => {
    const rows: Record<string, string>[] = parse(await report('--format', 'csv'), { bom: true, columns: true });
    const file = join(home, 'report.xlsx');
    await report('--format', 'xlsx', '--out', file);
    const [head, ...figures] = await readSheet(file, 'Figures');
    expect(head).toEqual(['Figure', '2026-09', 'Made of', '2026-08', 'Made of, 2026-08', 'Change', 'Unit', 'Ledger']);
    const whole = rows.filter((row) => row.split_by === 'all');
    expect(figures.map(([name, value, n]) => [name, value === null ? '' : String(value), String(n)])).toEqual(
      whole.map((row) => [row.figure_name, row.value, row.n]),
    );
    expect(Number(whole.find((row) => row.figure === 'cases')?.value)).toBeGreaterThan(0);
    const [, ...parts] = await readSheet(file, 'Parts');
    expect(parts.map((cells) => [cells[0], cells[2], String(cells[4])])).toEqual(
      rows.filter((row) => row.split_by !== 'all').map((row) => [row.figure_name, row.member_name, row.n]),
    );
    expect((await readSheet(file, 'How it is counted')).length).toBe(figures.length + 1);
  });

  it('prints a PDF', async () => {
    const file = join(home, 'report.pdf');
    await report('--format', 'pdf', '--out', file);
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('refuses a workbook without a place for it', async () => {
    const bare = await runDesk(['report', '--ledger', 'product', '--format', 'xlsx', '--home', home], {});
    expect([bare.code, bare.stderr.trim()]).toEqual([1, 'Choose an output file: --format xlsx --out FILE.']);
  });
});
