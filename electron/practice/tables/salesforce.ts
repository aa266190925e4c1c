// A stand-in for Salesforce's REST API: one kind of SOQL query over cases, and the rest of its answer by a locator. It
// sends a page of its own size, and a result that was begun stays as it was, as with the real one.
import type { PlainAnswer, PlainRequest } from '../http-messages.ts';
import { inOrder, isThrottled, type PracticeRecord, type PracticeTable, shownOf } from './table-world.ts';

const QUERY = '/services/data/v60.0/query';
const SOQL =
  /^SELECT ([\w., ]+) FROM (\w+)(?: WHERE (?:\(Origin = '([^']*)'\))?(?: AND )?(?:SystemModstamp >= (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ))?)? ORDER BY SystemModstamp, Id$/;
const COLUMNS = [
  'Id',
  'SystemModstamp',
  'CaseNumber',
  'CreatedDate',
  'Origin',
  'Type',
  'Subject',
  'Description',
  'Status',
  'ClosedDate',
  'ContactPhone',
  'Contact.Name',
];

const refuse = (status: number, errorCode: string, message: string): PlainAnswer => ({
  status,
  body: [{ message, errorCode }],
});
const timeOf = (at: number) => new Date(at).toISOString().replace('Z', '+0000');

export function createSalesforceStandIn(table: PracticeTable) {
  const begun = new Map<string, { readonly columns: readonly string[]; readonly records: readonly PracticeRecord[] }>();

  function answer(locator: string, from: number): PlainAnswer {
    const { columns, records } = begun.get(locator) ?? { columns: [], records: [] };
    const to = from + table.page;
    const isDone = to >= records.length;
    return {
      status: 200,
      body: {
        totalSize: records.length,
        done: isDone,
        ...(!isDone && { nextRecordsUrl: `${table.nextHost ?? '/'}${QUERY.slice(1)}/${locator}-${to}` }),
        records: records.slice(from, to).map((record) => rowOf(record, columns)),
      },
    };
  }

  return ({ method, path, headers, base }: PlainRequest): PlainAnswer => {
    table.heard.push(`${method} ${path}`);
    if (table.movedTo !== null)
      return { status: 302, body: '', headers: { location: `${table.movedTo}${path.slice(1)}` } };
    if (table.token === null || headers.authorization !== `Bearer ${table.token}`)
      return refuse(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    if (isThrottled(table)) return refuse(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    if (method !== 'GET') return refuse(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed.`);
    const { pathname, searchParams } = new URL(path, base);
    const [, locator, from] = /^\/services\/data\/v60\.0\/query\/(\w+)-(\d+)$/.exec(pathname) ?? [];
    if (locator !== undefined)
      return begun.has(locator)
        ? answer(locator, Number(from))
        : refuse(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
    if (pathname !== QUERY) return refuse(404, 'NOT_FOUND', 'The requested resource does not exist');
    const query = SOQL.exec(searchParams.get('q') ?? '');
    if (query === null) return refuse(400, 'MALFORMED_QUERY', 'unexpected token');
    const [, select = '', object, origin, since] = query;
    if (object !== 'Case') return refuse(400, 'INVALID_TYPE', `sObject type '${object}' is not supported.`);
    const columns = select.split(', ');
    const has = new Set([...COLUMNS, ...table.records.flatMap(({ values }) => Object.keys(values))]);
    const strange = columns.find((column) => !has.has(column));
    if (strange !== undefined) return refuse(400, 'INVALID_FIELD', `No such column '${strange}' on entity 'Case'.`);
    const records = inOrder(table.records)
      .filter(({ values }) => origin === undefined || shownOf(values.Origin ?? '') === origin)
      .filter(({ changedAt }) => since === undefined || changedAt >= Date.parse(since))
      .map((record) => ({ ...record }));
    const key = `01g${String(begun.size).padStart(12, '0')}`;
    begun.set(key, { columns, records });
    return answer(key, 0);
  };
}

function rowOf({ id, changedAt, values }: PracticeRecord, columns: readonly string[]) {
  const all: PracticeRecord['values'] = { ...values, Id: id, SystemModstamp: timeOf(changedAt) };
  const row: Record<string, unknown> = {
    attributes: { type: 'Case', url: `/services/data/v60.0/sobjects/Case/${id}` },
  };
  for (const column of columns) {
    const value = all[column] === undefined ? null : shownOf(all[column]);
    const [object = '', field] = column.split('.');
    if (field === undefined) row[column] = value;
    else row[object] = value === null ? null : { attributes: { type: object }, [field]: value };
  }
  return row;
}
