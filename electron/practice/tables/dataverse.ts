// A stand-in for the Web API of Dynamics 365 (Dataverse): incidents, read only, paged by a cookie of its own.
import type { PlainAnswer, PlainRequest } from '../http-messages.ts';
import { inOrder, isThrottled, keptOf, type PracticeRecord, type PracticeTable, shownOf } from './table-world.ts';

const SET = '/api/data/v9.2/incidents';
const SHOWN = 'OData.Community.Display.V1.FormattedValue';
/** What an incident has besides what its records tell. */
const COLUMNS = ['incidentid', 'modifiedon', 'createdon', 'ticketnumber', 'statuscode', 'description'];
const FILTER = /^(?:\(owningteam\/name eq '([^']*)'\))?(?: and )?(?:modifiedon ge (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ))?$/;

const refuse = (status: number, code: string, message: string, headers: Record<string, string> = {}): PlainAnswer => ({
  status,
  body: { error: { code, message } },
  headers,
});
const timeOf = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
const placeOf = (changedAt: number, id: string) => `${new Date(changedAt).toISOString()} ${id}`;

export function createDataverseStandIn(table: PracticeTable) {
  return ({ method, path, headers, base }: PlainRequest): PlainAnswer => {
    table.heard.push(`${method} ${path}`);
    if (table.movedTo !== null)
      return { status: 302, body: '', headers: { location: `${table.movedTo}${path.slice(1)}` } };
    if (table.token === null || headers.authorization !== `Bearer ${table.token}`)
      return refuse(401, '0x80072560', 'The user is not a member of the organization.');
    if (isThrottled(table))
      return refuse(429, '0x80072322', 'Number of requests exceeded the limit.', {
        'retry-after': String(table.waitSeconds),
      });
    if (method !== 'GET') return refuse(405, '0x0', `The requested resource does not support http method '${method}'.`);
    if (headers['odata-version'] !== '4.0' || headers['odata-maxversion'] !== '4.0')
      return refuse(400, '0x80060888', 'The headers OData-Version and OData-MaxVersion are 4.0.');
    const { pathname, search } = new URL(path, base);
    if (pathname !== SET) return refuse(404, '0x80060888', `Resource not found for the segment '${pathname}'.`);
    const asked = search.replaceAll('+', '%2B');
    const parameters = new URLSearchParams(asked);
    const columns = (parameters.get('$select') ?? '').split(',');
    const has = new Set([...COLUMNS, ...table.records.flatMap(({ values }) => Object.keys(values))]);
    const strange = columns.find((column) => !has.has(column));
    if (strange !== undefined)
      return refuse(
        400,
        '0x80060888',
        `Could not find a property named '${strange}' on type 'Microsoft.Dynamics.CRM.incident'.`,
      );
    if (parameters.get('$orderby') !== 'modifiedon asc,incidentid asc') return refuse(400, '0x0', 'Without an order.');
    const filter = FILTER.exec(parameters.get('$filter') ?? '');
    if (filter === null) return refuse(400, '0x0', 'Syntax error in the filter.');
    const [, team, since] = filter;
    const prefer = String(headers.prefer ?? '');
    const most = Number(/odata\.maxpagesize=(\d+)/.exec(prefer)?.[1] ?? 5_000);
    const isShown = prefer.includes(`odata.include-annotations="${SHOWN}"`);
    const behind = parameters.get('$skiptoken');
    const found = inOrder(table.records)
      .filter(({ values }) => team === undefined || shownOf(values._ownerid_value ?? '') === team)
      .filter(({ changedAt }) => since === undefined || timeOf(changedAt) >= since)
      .filter(({ changedAt, id }) => behind === null || placeOf(changedAt, id) > behind);
    const page = found.slice(0, Math.min(most, table.page));
    const last = page.at(-1);
    const next = new URLSearchParams(parameters);
    if (last !== undefined) next.set('$skiptoken', placeOf(last.changedAt, last.id));
    const link = `${table.nextHost ?? `${base}/`}${SET.slice(1)}?${String(next).replaceAll('+', '%20')}`;
    return {
      status: 200,
      headers: { 'odata-version': '4.0' },
      body: {
        '@odata.context': `${base}/api/data/v9.2/$metadata#incidents`,
        value: page.map((record) => rowOf(record, columns, isShown)),
        ...(page.length < found.length && { '@odata.nextLink': link }),
      },
    };
  };
}

function rowOf({ id, changedAt, values }: PracticeRecord, columns: readonly string[], isShown: boolean) {
  const own = { incidentid: id, modifiedon: timeOf(changedAt) };
  const all: PracticeRecord['values'] = { ...values, ...own };
  const row: Record<string, string | null> = { '@odata.etag': `W/"${changedAt}"` };
  for (const column of columns) {
    const value = all[column];
    row[column] = value === undefined ? null : keptOf(value);
    if (isShown && value !== undefined && typeof value !== 'string') row[`${column}@${SHOWN}`] = value.shown;
  }
  return row;
}
