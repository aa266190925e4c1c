// A note posted through a webhook, at a service that accepts it, refuses it, answers for another, or is not there.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, it } from 'vitest';
import type { TeamsText } from '../../electron/core/compose/outgoing.ts';
import { postWebhook } from '../../electron/sync/post-webhook.ts';
import { createTeamsClient } from '../../electron/sync/teams/client.ts';

const NOW = Date.parse('2026-10-28T14:00:00Z');
let answer: { status: number; text?: string; headers?: Record<string, string> };
async function listen() {
  const server = createServer((_, response) => {
    response.writeHead(answer.status, answer.headers);
    response.end(answer.text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}
let url: string;
let gone: string;
beforeAll(async () => {
  const [there, other] = [await listen(), await listen()];
  ({ url } = there);
  gone = other.url;
  other.server.close();
  return () => there.server.close();
});

const post = (to: string, isItsAddress = () => true) =>
  postWebhook(
    { name: 'Slack', url: to, isItsAddress, isTaken: async (response) => (await response.clone().text()) === 'ok' },
    { text: 'a note' },
    fetch,
    () => NOW,
  );

it.each([
  [
    { status: 200, text: 'ok' },
    { kind: 'arrived', note: null },
  ],
  [
    { status: 200, text: '<html>' },
    { kind: 'indeterminate', reason: 'The response did not come from Slack.' },
  ],
  [{ status: 503 }, { kind: 'indeterminate', reason: 'Slack responded with a server error (503).' }],
  [
    { status: 429, headers: { 'retry-after': '30' } },
    { kind: 'retryable', limited: true, retryAt: NOW + 30_000 },
  ],
  [{ status: 404 }, { kind: 'rejected' }],
])('that is answered with %j is %j', async (given, outcome) => {
  answer = given;
  expect(await post(url)).toMatchObject(outcome);
});

it.each([
  [202, '', 'arrived'],
  [200, '1', 'arrived'],
  [200, 'Webhook message delivery failed', 'indeterminate'],
])('at Teams that is answered with %i and "%s" is %s', async (status, text, kind) => {
  answer = { status, text };
  const teams = createTeamsClient({ url }, fetch, () => NOW);
  expect(await teams.post('a note' as TeamsText)).toMatchObject({ kind });
});

it('to nobody waits for the network, and to another address is not sent', async () => {
  expect(await post(gone)).toMatchObject({ kind: 'retryable', offline: true });
  expect(await post(url, () => false)).toMatchObject({ kind: 'retryable', offline: false });
});
