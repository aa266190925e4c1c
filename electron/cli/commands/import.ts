// desk import FILE…: imports exports; one that is refused does not stop the others.
import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Call } from '../../contract/client.ts';
import { AppError } from '../../contract/errors.ts';
import type { ImportResult } from '../../contract/intake-shapes.ts';
import type { Source } from '../../core/domain/case.ts';
import { DATE_ORDERS, type DateOrder } from '../../core/domain/mapping.ts';
import { fieldOf } from '../../core/domain/records.ts';
import { messagesOfDay, type SlackDay, slackDayOf } from '../../core/domain/slack-days.ts';
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';
import { print } from '../print.ts';

const STANDARD_INPUT = '-';

interface Imported extends ImportResult {
  readonly file: string;
}

export interface ImportOptions extends DeskOptions {
  readonly source?: Source;
  readonly zone?: string;
  readonly dateOrder?: DateOrder;
  /** Names of channels, where only some of a Slack export are wanted, unpacked or as a ZIP. */
  readonly channel?: readonly string[];
}

export async function run(words: readonly string[], options: ImportOptions): Promise<void> {
  const files = words.flatMap(filesOf);
  const importAll = async (call: Call) => {
    const done: Imported[] = [];
    for (const file of files) {
      try {
        const { source, zone: timeZone, dateOrder } = options;
        const channels = options.channel?.map((name) => name.replace(/^#/, ''));
        const result = await call('intake.import', { source, ...contentOf(file, channels), timeZone, dateOrder });
        done.push({ file, ...result });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        const said = withOption(error);
        if (files.length === 1) throw said;
        console.error(said.message);
        process.exitCode = 1;
      }
    }
    return done;
  };
  const results = await withDesk(options, importAll, { mayMake: true });
  print(options, inAll(results, files.length), () =>
    results.flatMap((one) => wordsOf(one, files.length > 1)).join('\n'),
  );
}

/** What the window asks about, the command line takes as an option. */
function withOption(error: AppError): AppError {
  const asksDates = fieldOf(error.details, 'asks') === 'date-order';
  if (!asksDates) return error;
  const options = DATE_ORDERS.map((order) => `--date-order ${order}`).join(' or ');
  return new AppError(error.kind, `${error.message} Give ${options}.`, error.details);
}

/** A pattern that the shell did not expand is expanded here. @throws AppError `not-found` */
function filesOf(word: string): string[] {
  if (word === STANDARD_INPUT || existsSync(word)) return [word];
  const fitting = /[*?[{]/.test(word) ? globSync(word).sort() : [];
  if (fitting.length === 0) throw new AppError('not-found', `There is no file ${word}.`);
  return fitting;
}

/** @throws AppError `invalid` */
function contentOf(file: string, channels: string[] | undefined) {
  if (file === STANDARD_INPUT) return { name: 'standard input', bytes: readFileSync(0), channels };
  const name = basename(file);
  if (statSync(file).isDirectory()) return { name, text: readSlackFolder(file, channels), source: 'slack' as const };
  return { name, path: resolve(file), channels };
}

/** The totals of all files, and the result of each if there were several. */
function inAll(results: readonly Imported[], files: number): object {
  const [first] = results;
  if (files === 1 && first !== undefined) {
    const { file, ...result } = first;
    return result;
  }
  const sum = (count: 'imported' | 'updated' | 'duplicates' | 'rejectedCount') =>
    results.reduce((all, result) => all + (result[count] ?? 0), 0);
  return {
    imported: sum('imported'),
    updated: sum('updated'),
    duplicates: sum('duplicates'),
    rejected: results.flatMap(({ file, rejected }) => rejected.map((row) => ({ file, ...row }))),
    rejectedCount: sum('rejectedCount'),
    files: results,
  };
}

function wordsOf(
  { file, imported, updated, left, duplicates, rejectedCount, notes, rejected }: Imported,
  isOneOfMany: boolean,
): string[] {
  return [
    `${isOneOfMany ? `${file}: ` : ''}${imported} imported, ${updated === undefined ? '' : `${updated} changed, `}${left === undefined ? '' : `${left} left the queue, `}${duplicates} already there, ${rejectedCount} rejected`,
    ...(notes ?? []).map((note) => `  ${note}`),
    ...rejected.map(
      ({ part, row, column, reason }) => `  ${part === undefined ? '' : `${part}, `}row ${row}, ${column}: ${reason}`,
    ),
  ];
}

/** An unpacked Slack export is a folder of channels with one file per day: all of their messages as one list. */
function readSlackFolder(folder: string, channels: readonly string[] | undefined): string {
  const missing = channels?.find((name) => !existsSync(join(folder, name)));
  if (missing !== undefined) throw new AppError('invalid', `There is no channel ${missing} in ${folder}.`);
  const days = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .flatMap((name): { name: string; of: SlackDay }[] => {
      // The folder itself may be the channel.
      const of = slackDayOf(join(resolve(folder), name));
      return of === null || channels?.includes(of.channel) === false ? [] : [{ name, of }];
    });
  const messages = days.flatMap(({ name, of }) => messagesOfDay(of, readFileSync(join(folder, name), 'utf8')));
  if (messages.length === 0)
    throw new AppError(
      'invalid',
      `${folder} is not an unpacked Slack export: it has no files like channel/2026-10-01.json.`,
    );
  return JSON.stringify(messages);
}
