// A stand-in for ServiceNow's Table API: reads only, pages by limit and offset, ignores the part of a query that names
// no column, and counts records the token may not see without showing them, all as the real one does.
import type { PlainAnswer, PlainRequest } from '../http-messages.ts';
import { inOrder, isThrottled, keptOf, type PracticeRecord, type PracticeTable, shownOf } from './table-world.ts';

const PATH = /^\/api\/now\/table\/([\w%]+)\?(.*)$/;
const PARAMETERS = new Set([
  'sysparm_query',
  'sysparm_fields',
  'sysparm_display_value',
  'sysparm_exclude_reference_link',
  'sysparm_limit',
  'sysparm_offset',
]);
const ORDER = '^ORDERBYsys_updated_on^ORDERBYsys_id';

const refuse = (status: number, message: string, headers: Record<string, string> = {}): PlainAnswer => ({
  status,
  body: { error: { message, detail: null }, status: 'failure' },
  headers,
});
const timeOf = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

export function createServiceNowStandIn(table: PracticeTable, name = 'incident') {
  return ({ method, path, headers, base }: PlainRequest): PlainAnswer => {
    table.heard.push(`${method} ${path}`);
    if (table.movedTo !== null)
      return { status: 302, body: '', headers: { location: `${table.movedTo}${path.slice(1)}` } };
    if (table.token === null || headers.authorization !== `Bearer ${table.token}`)
      return refuse(401, 'User Not Authenticated');
    if (isThrottled(table)) return refuse(429, 'Rate limit exceeded', { 'retry-after': String(table.waitSeconds) });
    if (method !== 'GET') return refuse(405, 'Method not allowed');
    const [, asked = '', search = ''] = PATH.exec(path) ?? [];
    if (decodeURIComponent(asked) !== name) return refuse(400, `Invalid table ${decodeURIComponent(asked)}`);
    const parameters = new URLSearchParams(search);
    const strange = [...parameters.keys()].find((one) => !PARAMETERS.has(one));
    if (strange !== undefined) return refuse(400, `Unknown parameter ${strange}`);
    if (parameters.get('sysparm_display_value') !== 'all') return refuse(400, 'Only "all" is practiced');
    const query = `^${parameters.get('sysparm_query') ?? ''}`;
    if (!query.endsWith(ORDER)) return refuse(400, 'A page without an order of its own may repeat or lose records');
    const limit = Math.min(Number(parameters.get('sysparm_limit')), table.page);
    const offset = Number(parameters.get('sysparm_offset'));
    const found = inOrder(table.records.filter(matching(query.slice(1, -ORDER.length))));
    const fields = (parameters.get('sysparm_fields') ?? '').split(',');
    const more = offset + limit < found.length;
    const next = new URL(path.slice(1), table.nextHost ?? base);
    next.searchParams.set('sysparm_offset', String(offset + limit));
    return {
      status: 200,
      headers: { 'x-total-count': String(found.length), ...(more && { link: `<${next.href}>;rel="next"` }) },
      body: {
        result: found
          .slice(offset, offset + limit)
          .filter(({ id }) => !table.hidden.has(id))
          .map((record) => rowOf(record, fields)),
      },
    };
  };
}

function rowOf(record: PracticeRecord, fields: readonly string[]) {
  const own = { sys_id: record.id, sys_updated_on: timeOf(record.changedAt) };
  const values: PracticeRecord['values'] = { ...record.values, ...own };
  // A field that the table does not have is left out without a word.
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[field];
      return value === undefined ? [] : [[field, { display_value: shownOf(value), value: keptOf(value) }]];
    }),
  );
}

/** Encoded queries: alternatives by `^NQ`, conditions by `^`, of the operators that the desk and its tests use. */
function matching(query: string): (record: PracticeRecord) => boolean {
  const alternatives = query.split('^NQ').map((part) => part.split('^').filter((one) => one !== ''));
  return (record) => alternatives.some((conditions) => conditions.every((one) => holds(one, record)));
}

function holds(condition: string, { id, changedAt, values }: PracticeRecord): boolean {
  const [, field = '', operator = '', wanted = ''] = /^(\w+?)(>=|!=|=|>)(.*)$/.exec(condition) ?? [];
  const value = field === 'sys_id' ? id : field === 'sys_updated_on' ? timeOf(changedAt) : values[field];
  if (value === undefined) return true;
  const is = keptOf(value);
  return operator === '='
    ? is === wanted
    : operator === '!='
      ? is !== wanted
      : operator === '>'
        ? is > wanted
        : is >= wanted;
}
