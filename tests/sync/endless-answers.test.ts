// A service whose answer has no end, over real HTTP: each live source stops reading, says so, and hangs up.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPracticeSheets } from '../../electron/practice/google-sheets.ts';
import { labelledIssues, whyNotRead } from '../../electron/sync/github/labelled-issues.ts';
import { readServiceAccount } from '../../electron/sync/google/service-account.ts';
import { createSheetClient } from '../../electron/sync/google/sheet.ts';
import { createSlackReader } from '../../electron/sync/slack/web-api.ts';

const PIECE = Buffer.alloc(1024 * 1024, 'x');
let sent = 0;
function sendWithoutEnd(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const go = () => {
    if (response.destroyed) return;
    sent += 1;
    // An end after all, lest a test that fails fills the memory of the machine.
    if (sent > 200) response.end();
    else response.write(PIECE, go);
  };
  go();
}
const server = createServer((request, response) => {
  request.resume();
  sendWithoutEnd(response);
});
let address = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function stops(read: () => Promise<unknown>, said = (error: unknown) => String(error)): Promise<void> {
  sent = 0;
  const error: unknown = await read().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(said(error)).toContain('larger than 32 MB');
  expect(sent).toBeLessThan(100);
}

it('is not read on by the source of Slack', async () => {
  const reader = createSlackReader(`${address}/api`, 'xoxb-0', fetch);
  await stops(() => reader.history('C0TIER3ROOM', '0', ''));
});

it('is not read on by the source of Google', async () => {
  const account = readServiceAccount(createPracticeSheets(() => 0).keyFile(`${address}/token`));
  if (account === null) throw new Error('No key');
  const place = { api: address, spreadsheet: 'x', gid: null };
  await stops(() => createSheetClient(place, account, { writes: false, fetcher: fetch, now: () => 0 }).read());
});

it('is not read on by the source of GitHub', async () => {
  const connection = { baseUrl: address, token: 't', standIn: true };
  const asked = { repository: 'owner/name', labels: 'x', since: null };
  await stops(
    () => labelledIssues(connection, fetch, asked).next(),
    (error) => whyNotRead(error, 0),
  );
});
