// desk import FILE: brings an export in.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import type { Source } from '../../core/words/case.ts';
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';
import { print } from '../print.ts';

export async function run(
  file: string,
  options: DeskOptions & { readonly source?: Source; readonly zone?: string },
): Promise<void> {
  if (!existsSync(file)) throw new AppError('not-found', `There is no file ${file}.`);
  const content = statSync(file).isDirectory() ? { text: readSlackFolder(file) } : { bytes: readFileSync(file) };
  const result = await withDesk(options, (call) =>
    call('intake.import', {
      name: basename(file),
      ...content,
      source: options.source,
      timeZone: options.zone,
    }),
  );
  print(options, result, () =>
    [
      `${result.imported} imported, ${result.duplicates} already there, ${result.rejectedCount} rejected`,
      ...(result.notes ?? []).map((note) => `  ${note}`),
      ...result.rejected.map(({ row, column, reason }) => `  row ${row}, ${column}: ${reason}`),
    ].join('\n'),
  );
}

/** An unpacked Slack export is a folder of channels with a file a day: all their messages as one list. */
function readSlackFolder(folder: string): string {
  const messages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\d{4}-\d{2}-\d{2}\.json$/.test(name))
    .sort()
    .flatMap((name) => {
      try {
        return JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown[];
      } catch {
        throw new AppError('invalid', `${name} in this folder is not readable JSON.`);
      }
    });
  if (messages.length === 0)
    throw new AppError(
      'invalid',
      `${folder} is no unpacked Slack export: it holds no files like channel/2026-10-01.json.`,
    );
  return JSON.stringify(messages);
}
