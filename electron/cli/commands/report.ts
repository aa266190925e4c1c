// desk report: one report for one period, to the terminal or to a file.
import { writeFileSync } from 'node:fs';
import type { Input } from '../../contract/calls.ts';
import type { Call } from '../../contract/client.ts';
import { AppError } from '../../contract/errors.ts';
import type { Ledger, ReportFormat } from '../../core/domain/report.ts';
import { sheetsToWrite } from '../../core/domain/workbook.ts';
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';

export const FILE_FORMATS = ['xlsx', 'pdf'] as const;

export interface ReportOptions extends DeskOptions {
  readonly ledger: Ledger;
  readonly month?: string;
  readonly week?: string;
  readonly days?: string;
  readonly baseline?: string;
  readonly weeklyForm?: boolean;
  readonly format?: ReportFormat | (typeof FILE_FORMATS)[number];
  readonly out?: string;
}

/** What the support team's weekly form asks for: opened, and closed or changed, by tier, case type and category. */
const WEEKLY_FORM = ['received', 'changed'];

export async function run(options: ReportOptions): Promise<void> {
  const { ledger, month, week, days, baseline, weeklyForm, out } = options;
  const format = options.format ?? (options.json ? 'json' : 'md');
  const asked = {
    ...{ ledger, baseline, period: month ?? week ?? days },
    ...(weeklyForm && { ledger: 'support' as const, figures: WEEKLY_FORM }),
  };
  if (format !== 'xlsx' && format !== 'pdf') {
    const text = await withDesk(options, (call) => textOf(call, asked, format));
    if (out === undefined) process.stdout.write(text);
    else writeFileSync(out, text);
    return;
  }
  if (out === undefined) throw new AppError('invalid', `Choose an output file: --format ${format} --out FILE.`);
  if (format === 'xlsx') await writeWorkbook(options, asked, out);
  else await writePdf(await withDesk(options, (call) => textOf(call, asked, 'page')), out);
}

type Asked = Omit<Input<'reports.file'>, 'format'>;

async function textOf(call: Call, asked: Asked, format: ReportFormat): Promise<string> {
  const { text, masked } = await call('reports.file', { ...asked, format });
  tellMasked(masked);
  return text;
}

async function writeWorkbook(options: ReportOptions, asked: Asked, out: string): Promise<void> {
  const { sheets, masked } = await withDesk(options, (call) => call('reports.workbook', asked));
  tellMasked(masked);
  const { default: writeExcelFile } = await import('write-excel-file/node');
  await writeExcelFile(sheetsToWrite(sheets)).toFile(out);
}

/** Without Chromium the page itself is written, which any browser can print. */
async function writePdf(html: string, out: string): Promise<void> {
  const { printPage } = await import('../../launch/print-pdf.ts');
  const pdf = await printPage(html);
  if (pdf !== null) {
    writeFileSync(out, pdf);
    return;
  }
  const page = out.replace(/\.pdf$/i, '.html');
  writeFileSync(page, html);
  throw new AppError(
    'refused',
    `Chromium is not available, so the page is in ${page}: open it in a browser and print it.`,
  );
}

function tellMasked(masked: number): void {
  if (masked > 0) console.error(`Personal information was masked in ${masked} places.`);
}
