// Records of a ServiceNow table (Table API, GET /api/now/table/NAME), oldest change first.
//
// `sysparm_offset` alone loses records: one that changes while pages are read moves to the end, and the one behind it
// slips onto the page that was read. So each page begins behind the last record of the one before, by time and id. The
// offset only steps over rows that the token may not see: such rows are counted by the limit and left out of the
// answer.
import { z } from 'zod';
import { askTable, NotRead, type Question, secondOf, type TableRecord, urlAt } from './ask-table.ts';

const PAGE = 500;
const field = z.union([z.object({ display_value: z.string().nullable(), value: z.string().nullable() }), z.string()]);
const shape = z.object({ result: z.array(z.record(z.string(), field)) });
type Row = z.infer<typeof shape>['result'][number];

/** "2026-09-29 01:09:06", in UTC as ServiceNow keeps it. */
const TIME = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/;
const written = (at: number) => secondOf(at).replace(/T|Z/g, ' ').trim();

/** What changed at `since` (UTC ms) or later; all of it where null. @throws NotRead */
export async function* serviceNowRecords(
  question: Question,
  since: number | null,
  fetcher: typeof fetch,
): AsyncGenerator<readonly TableRecord[]> {
  const { columns, table } = question;
  let behind = since === null ? '' : `sys_updated_on>=${written(since)}`;
  let offset = 0;
  for (;;) {
    const url = urlAt(question, `/api/now/table/${encodeURIComponent(table)}`);
    url.search = String(
      new URLSearchParams({
        sysparm_query: `${both(question.filter, behind)}^ORDERBYsys_updated_on^ORDERBYsys_id`.replace(/^\^/, ''),
        sysparm_fields: ['sys_id', 'sys_updated_on', ...columns].join(','),
        sysparm_display_value: 'all',
        sysparm_exclude_reference_link: 'true',
        sysparm_limit: String(PAGE),
        sysparm_offset: String(offset),
      }),
    );
    const { answer, headers } = await askTable(question, { url, headers: {}, shape }, fetcher);
    const records = answer.result.map((row) => recordOf(row, columns));
    yield records;
    const next = nextOffset(headers.get('link') ?? '');
    if (next === null && records.length < PAGE) return;
    const last = records.at(-1);
    if (last === undefined) {
      if (next === null || next <= offset) throw new NotRead('ServiceNow does not say where its next page begins.');
      offset = next;
    } else {
      const at = written(last.changedAt);
      behind = `sys_updated_on=${at}^sys_id>${last.id}^NQsys_updated_on>${at}`;
      offset = 0;
    }
  }
}

/** Where the next page begins, by the link to it; null for no such link. The link itself is never followed. */
function nextOffset(links: string): number | null {
  const [, link = ''] = /<([^<>]*)>;\s*rel="?next"?/.exec(links) ?? [];
  return URL.canParse(link) ? Number(new URL(link).searchParams.get('sysparm_offset')) : null;
}

/** Both of two encoded queries, either of which may have alternatives (`^NQ`). */
function both(one: string, other: string): string {
  const alternatives = (query: string) => query.replace(/(?:\^EQ)+$/, '').split('^NQ');
  return alternatives(one)
    .flatMap((a) => alternatives(other).map((b) => [a, b].filter((part) => part !== '').join('^')))
    .join('^NQ');
}

function recordOf(row: Row, columns: readonly string[]): TableRecord {
  const saidIn = (column: string) => {
    const said = row[column] ?? '';
    const { display_value: shown, value } = typeof said === 'string' ? { display_value: said, value: said } : said;
    return { shown: shown ?? '', kept: (value ?? '').replace(TIME, '$1T$2Z') };
  };
  const changedAt = Date.parse(saidIn('sys_updated_on').kept);
  const id = saidIn('sys_id').kept;
  if (Number.isNaN(changedAt) || !/^[\w-]+$/.test(id))
    throw new NotRead('This table does not say when a record changed (sys_updated_on), or the token may not read it.');
  return { id, changedAt, values: new Map(columns.map((column) => [column, saidIn(column)])) };
}
