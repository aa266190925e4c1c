// desk audit: the activity of a period, as a CSV file for auditors.
import { writeFileSync } from 'node:fs';
import { AppError, codeOf } from '../../contract/errors.ts';
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';
import { print } from '../print.ts';

export interface AuditOptions extends DeskOptions {
  readonly from: string;
  readonly to: string;
  readonly out: string;
}

export async function run(options: AuditOptions): Promise<void> {
  const { from, to, out } = options;
  const { file } = await withDesk(options, (call) => call('audit.export', { from, to }));
  if (file === null) return;
  try {
    writeFileSync(out, file.csv, { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    throw new AppError('invalid', `${out} is there already. Name a new file.`);
  }
  const { lines, proof, masked } = file;
  print(options, { lines, proof, masked }, () =>
    [
      `${lines} lines of activity, ${from} to ${to}, are in ${out}. ${proof}`,
      ...masked.map(({ column, cells }) => `Personal information masked in ${cells} cells of ${column}.`),
    ].join('\n'),
  );
}
