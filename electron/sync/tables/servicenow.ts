// Records of a ServiceNow table (Table API, GET /api/now/table/NAME), oldest change first.
//
// `sysparm_offset` alone loses records: one that changes while pages are read moves to the end, and the one behind it
// slips onto the page that was read. So each page begins behind the last record of the one before, by time and id. The
// offset only steps over rows that the token may not see: such rows are counted by the limit and left out of the
// answer.
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

const PAGE = 500;
const shape = z.object({ result: z.array(z.unknown()) });

/** "2026-09-29 01:09:06", in UTC as ServiceNow keeps it. */
const TIME = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/;
const written = (at: number) => secondOf(at).replace(/T|Z/g, ' ').trim();

/** What changed at `since` (UTC ms) or later; all of it where null. @throws NotRead */
export async function* serviceNowRecords(
  question: Question,
  since: number | null,
  fetcher: typeof fetch,
): AsyncGenerator<TablePage> {
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
    const rows = answer.result.length;
    const page = pageOf(answer.result, (row) => recordOf(row, columns));
    yield page;
    const next = nextOffset(headers.get('link') ?? '');
    if (next === null && rows < PAGE) return;
    const last = page.records.at(-1);
    if (last === undefined) {
      const behindAll = next ?? offset + rows;
      if (behindAll <= offset) throw new NotRead('ServiceNow does not say where its next page begins.');
      offset = behindAll;
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

function recordOf(row: unknown, columns: readonly string[]): TableRecord | OddRecord {
  const saidIn = (column: string) => {
    const said = fieldOf(row, column);
    const isPair = typeof said === 'object';
    const [shown, kept] = isPair ? [fieldOf(said, 'display_value'), fieldOf(said, 'value')] : [said, said];
    return { shown: String(shown ?? ''), kept: String(kept ?? '').replace(TIME, '$1T$2Z') };
  };
  const changedAt = Date.parse(saidIn('sys_updated_on').kept);
  const id = saidIn('sys_id').kept;
  const values = new Map(columns.map((column) => [column, saidIn(column)]));
  return Number.isNaN(changedAt) || !/^[\w-]+$/.test(id) ? { values } : { id, changedAt, values };
}
