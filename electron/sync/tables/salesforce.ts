// Cases of Salesforce (REST API, GET /services/data/vNN.0/query), oldest change first; the locator of its next page
// names one result, so none is lost when a case changes meanwhile.
//
// Without jsforce: all we ask is one query and its next pages, which is one fetch. The library would bring its own
// HTTP, which follows redirects and knows neither our timeout nor where a token may go, and sixteen packages (core-js,
// inquirer, faye …) for one function.
import { z } from 'zod';
import { fieldOf } from '../../core/domain/records.ts';
import {
  askTable,
  NotRead,
  type OddRecord,
  pageOf,
  type Question,
  secondOf,
  type TablePage,
  type TableRecord,
  urlAt,
} from './ask-table.ts';

/** Of spring 2024: every organization has it, and Salesforce keeps a version for years. */
const QUERY = '/services/data/v60.0/query';
const shape = z.object({
  done: z.boolean(),
  nextRecordsUrl: z.string().optional(),
  records: z.array(z.record(z.string(), z.unknown())),
});

/** What changed at `since` (UTC ms) or later; all of it where null. @throws NotRead */
export async function* salesforceRecords(
  question: Question,
  since: number | null,
  fetcher: typeof fetch,
): AsyncGenerator<TablePage> {
  const { columns, table, filter } = question;
  const conditions = [
    ...(filter === '' ? [] : [`(${filter})`]),
    ...(since === null ? [] : [`SystemModstamp >= ${secondOf(since)}`]),
  ];
  const soql = [
    `SELECT ${[...new Set(['Id', 'SystemModstamp', ...columns])].join(', ')} FROM ${table}`,
    ...(conditions.length > 0 ? [`WHERE ${conditions.join(' AND ')}`] : []),
    'ORDER BY SystemModstamp, Id',
  ].join(' ');
  let url = urlAt(question, `${QUERY}?${new URLSearchParams({ q: soql })}`);
  for (;;) {
    const { answer } = await askTable(question, { url, headers: {}, shape }, fetcher);
    yield pageOf(answer.records, (row) => recordOf(row, columns));
    if (answer.done || answer.nextRecordsUrl === undefined) return;
    url = urlAt(question, answer.nextRecordsUrl);
    if (!url.pathname.startsWith(`${QUERY}/`))
      throw new NotRead('Salesforce points to something else than the rest of its answer for the next page.');
  }
}

function recordOf(row: Record<string, unknown>, columns: readonly string[]): TableRecord | OddRecord {
  const changedAt = Date.parse(String(row.SystemModstamp));
  const values = new Map(
    columns.map((column) => {
      const value = String(column.split('.').reduce<unknown>(partOf, row) ?? '');
      return [column, { shown: value, kept: value }];
    }),
  );
  return Number.isNaN(changedAt) || typeof row.Id !== 'string' ? { values } : { id: row.Id, changedAt, values };
}

/** Salesforce writes names its own way, however they were asked for. */
function partOf(whole: unknown, name: string): unknown {
  if (typeof whole !== 'object' || whole === null) return undefined;
  const own = Object.keys(whole).find((key) => key.toLowerCase() === name.toLowerCase());
  return own === undefined ? undefined : fieldOf(whole, own);
}
