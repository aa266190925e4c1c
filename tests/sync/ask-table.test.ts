// One question to a help desk's table over real HTTP: what is wrong is said in words without anything of the answer, what is too large or
// too slow is not waited for, and the stand-ins refuse what the services do.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { serveStandIn } from '../../electron/practice/stand-in.ts';
import { createDataverseStandIn } from '../../electron/practice/tables/dataverse.ts';
import { createSalesforceStandIn } from '../../electron/practice/tables/salesforce.ts';
import { createServiceNowStandIn } from '../../electron/practice/tables/servicenow.ts';
import { createPracticeTable } from '../../electron/practice/tables/table-world.ts';
import { createSendingFetch } from '../../electron/sync/sending-fetch.ts';
import { askTable, NotRead, type Question, type TablePage, urlAt } from '../../electron/sync/tables/ask-table.ts';
import { serviceNowRecords } from '../../electron/sync/tables/servicenow.ts';

const PERSON = 'Zebulon Quillfeather';
const shape = z.object({ records: z.array(z.string()) });
let answer: (response: ServerResponse) => void = (response) => response.end('{"records":[]}');
const server = createServer((_, response) => answer(response));
let question: Question;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  question = { service: 'ServiceNow', address, token: 't', table: 'incident', filter: '', columns: ['u_area'] };
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function refused(status: number, body: string, headers: Record<string, string> = {}): Promise<NotRead> {
  answer = (response) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  return failed();
}
async function failed(timeoutMs?: number): Promise<NotRead> {
  const { fetch: sending } = createSendingFetch(fetch, timeoutMs);
  const asked = askTable(question, { url: urlAt(question, '/x'), headers: {}, shape }, sending);
  const error: unknown = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof NotRead)) throw new Error(`Not refused: ${String(error)}`);
  expect(error.message).not.toContain('Quillfeather');
  return error;
}

describe('what comes from a table', () => {
  it.each([
    [200, `<html>Welcome ${PERSON}</html>`, 'is no answer of ServiceNow'],
    [200, `{"records":"${PERSON}"}`, 'is no answer of ServiceNow'],
    [400, `{"error":"Invalid value ${PERSON}"}`, 'Check the filter and the columns'],
    [400, `{"error":"No such column 'u_area' of ${PERSON}"}`, 'has no column u_area in incident'],
    [401, PERSON, 'Enter a new one'],
    [403, `[{"errorCode":"INSUFFICIENT_ACCESS","message":"${PERSON}"}]`, 'may not read incident'],
    [404, PERSON, 'Check the address and the name'],
    [500, PERSON, 'The next look tries again'],
    [303, PERSON, 'does not follow'],
  ])('with status %i is told as a sentence that says what to do (%s)', async (status, body, words) => {
    const { message, waitMs } = await refused(status, body, { location: '/elsewhere' });
    expect(message).toContain(words);
    expect(waitMs).toBeNull();
  });

  it.each([
    [429, '{}', { 'retry-after': '90' }, 90_000],
    [429, '{}', { 'retry-after': '99999999999' }, 3_600_000],
    [429, '{}', {}, 900_000],
    [503, '{}', { 'retry-after': '30' }, 30_000],
    [403, '[{"errorCode":"REQUEST_LIMIT_EXCEEDED"}]', {}, 900_000],
  ])('with status %i asks to wait (%s)', async (status, body, headers, waitMs) => {
    expect(await refused(status, body, { ...headers })).toMatchObject({ waitMs });
  });

  it('is not read where it is larger than 32 MB, and not waited for where it stops coming', async () => {
    answer = (response) => {
      const piece = 'x'.repeat(1024 * 1024);
      const write = (left: number): void => {
        if (left > 0 && !response.destroyed) response.write(piece, () => write(left - 1));
      };
      write(40);
    };
    expect((await failed()).message).toContain('larger than 32 MB');
    let times = 0;
    answer = (response) => {
      times += 1;
      response.write('{"records":');
    };
    expect((await failed(300)).message).toContain('cannot be reached, or the connection broke');
    expect(times).toBe(1);
  });

  it('is read beside a record of ServiceNow that says nothing of itself, and a field that says nothing', async () => {
    const time = '2026-10-28 14:00:00';
    const result = [
      { sys_id: 'a1', sys_updated_on: time, u_area: null },
      { sys_updated_on: time, u_area: 'no id' },
      null,
      {
        sys_id: { value: 'a3', display_value: 'a3' },
        sys_updated_on: time,
        u_area: { value: '3', display_value: null },
      },
    ];
    answer = (response) => response.end(JSON.stringify({ result }));
    const pages: TablePage[] = [];
    for await (const one of serviceNowRecords(question, null, fetch)) pages.push(one);
    const [page] = pages;
    expect(page?.odd.map(({ values }) => values.get('u_area')?.kept)).toEqual(['no id', '']);
    const said = page?.records.map(({ id, values }) => [id, values.get('u_area')]);
    expect(said).toEqual([
      ['a1', { shown: '', kept: '' }],
      ['a3', { shown: '', kept: '3' }],
    ]);
  });

  it('ends where ServiceNow leads back to the page that was read, of which nothing can be read', async () => {
    answer = (response) => {
      response.setHeader('link', '<https://now.example.com/api/now/table/incident?sysparm_offset=0>;rel="next"');
      response.end(JSON.stringify({ result: [null] }));
    };
    const reading = async () => {
      for await (const _ of serviceNowRecords(question, null, fetch));
    };
    await expect(reading()).rejects.toThrow('does not say where its next page begins');
  });

  it('is asked for once more where the connection broke', async () => {
    let times = 0;
    answer = (response) => {
      times += 1;
      if (times === 1) response.socket?.destroy();
      else response.end('{"records":["a"]}');
    };
    const asked = askTable(question, { url: urlAt(question, '/x'), headers: {}, shape }, fetch);
    expect((await asked).answer).toEqual({ records: ['a'] });
  });

  it('is asked for at the host that was typed alone, and never in plain text', async () => {
    for (const link of ['https://help.example.com/x', '//help.example.com/x', 'https://127.0.0.1:1/x'])
      expect(() => urlAt(question, link)).toThrow('another host');
    const plain = { ...question, address: 'http://help.example.com' };
    await expect(askTable(plain, { url: urlAt(plain, '/x'), headers: {}, shape }, fetch)).rejects.toThrow('https://');
  });
});

describe('the stand-ins', () => {
  const bearer = { authorization: 'Bearer practice-table-token' };
  const odata = { ...bearer, 'odata-version': '4.0', 'odata-maxversion': '4.0' };
  const NOW = '/api/now/table/incident?sysparm_display_value=all&sysparm_query=';
  const SET = '/api/data/v9.2/incidents';
  const SF = '/services/data/v60.0/query?q=';
  it.each([
    ['ServiceNow', createServiceNowStandIn, 'GET', NOW, {}, 401],
    ['ServiceNow', createServiceNowStandIn, 'DELETE', NOW, bearer, 405],
    ['ServiceNow', createServiceNowStandIn, 'GET', `${NOW}active=true`, bearer, 400],
    ['ServiceNow', createServiceNowStandIn, 'GET', `${NOW}&sysparm_page=2`, bearer, 400],
    ['Dynamics', createDataverseStandIn, 'PATCH', SET, odata, 405],
    ['Dynamics', createDataverseStandIn, 'GET', `${SET}?$select=incidentid`, bearer, 400],
    ['Dynamics', createDataverseStandIn, 'GET', `${SET}?$select=nothing`, odata, 400],
    ['Dynamics', createDataverseStandIn, 'GET', '/api/data/v9.2/contacts', odata, 404],
    ['Salesforce', createSalesforceStandIn, 'POST', `${SF}SELECT+Id+FROM+Case`, bearer, 405],
    ['Salesforce', createSalesforceStandIn, 'GET', `${SF}SELECT+Id+FROM+Case`, bearer, 400],
    ['Salesforce', createSalesforceStandIn, 'GET', '/services/data/v60.0/query/01g0-2', bearer, 400],
  ] as const)('of %s refuses %#: %s %s', async (_, standIn, method, path, headers, status) => {
    const { address, close } = await serveStandIn(standIn(createPracticeTable()));
    expect((await fetch(`${address}${path}`, { method, headers })).status).toBe(status);
    await close();
  });
});
