// Incidents of Microsoft Dynamics (Dataverse Web API, GET /api/data/v9.2/incidents), oldest change first. Its pages are
// by a cookie that names the last record, so none is lost when another changes meanwhile.
import { z } from 'zod';
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

const PAGE = 500;
const SET = '/api/data/v9.2/incidents';
/** Beside a value: as people see it, where that differs (choices, look-ups). */
const SHOWN = 'OData.Community.Display.V1.FormattedValue';
const HEADERS = {
  'odata-maxversion': '4.0',
  'odata-version': '4.0',
  prefer: `odata.maxpagesize=${PAGE},odata.include-annotations="${SHOWN}"`,
};
const shape = z.object({
  value: z.array(z.record(z.string(), z.unknown())),
  '@odata.nextLink': z.string().optional(),
});

/** What changed at `since` (UTC ms) or later; all of it where null. @throws NotRead */
export async function* dataverseRecords(
  question: Question,
  since: number | null,
  fetcher: typeof fetch,
): AsyncGenerator<TablePage> {
  const { columns, filter } = question;
  const conditions = [
    ...(filter === '' ? [] : [`(${filter})`]),
    ...(since === null ? [] : [`modifiedon ge ${secondOf(since)}`]),
  ];
  let url = urlAt(question, SET);
  url.search = String(
    new URLSearchParams({
      $select: [...new Set(['incidentid', 'modifiedon', ...columns])].join(','),
      ...(conditions.length > 0 && { $filter: conditions.join(' and ') }),
      $orderby: 'modifiedon asc,incidentid asc',
    }),
  ).replaceAll('+', '%20');
  for (;;) {
    const { answer } = await askTable(question, { url, headers: HEADERS, shape }, fetcher);
    yield pageOf(answer.value, (row) => recordOf(row, columns));
    const next = answer['@odata.nextLink'];
    if (next === undefined) return;
    url = urlAt(question, next);
    if (url.pathname !== SET) throw new NotRead('Dynamics points to something else than incidents for its next page.');
  }
}

function recordOf(row: Record<string, unknown>, columns: readonly string[]): TableRecord | OddRecord {
  const changedAt = Date.parse(String(row.modifiedon));
  const saidIn = (column: string) => {
    const kept = String(row[column] ?? '');
    return { kept, shown: String(row[`${column}@${SHOWN}`] ?? kept) };
  };
  const values = new Map(columns.map((column) => [column, saidIn(column)]));
  const id = row.incidentid;
  return Number.isNaN(changedAt) || typeof id !== 'string' ? { values } : { id, changedAt, values };
}
