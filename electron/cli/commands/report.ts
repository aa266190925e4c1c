// desk report: one ledger for one period, to the terminal or into a file.
import { writeFileSync } from 'node:fs';
import type { Ledger, ReportFormat } from '../../core/words/report.ts';
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';

export interface ReportOptions extends DeskOptions {
  readonly ledger: Ledger;
  readonly month?: string;
  readonly week?: string;
  readonly days?: string;
  readonly baseline?: string;
  readonly format?: ReportFormat;
  readonly out?: string;
}

export async function run(options: ReportOptions): Promise<void> {
  const { ledger, month, week, days, baseline, out } = options;
  const format = options.format ?? (options.json ? 'json' : 'md');
  const period = month ?? week ?? days;
  const { text, masked } = await withDesk(options, (call) =>
    call('reports.file', { ledger, format, period, baseline }),
  );
  if (masked > 0) console.error(`Something personal was masked in ${masked} places.`);
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text);
}
