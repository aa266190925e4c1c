// A desk that is open is found by its next start, and by nobody else.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { caseId } from '../../electron/core/domain/ids.ts';
import { askedAtStart } from '../../electron/host/asked-at-start.ts';
import { startPractice } from '../../electron/practice/start.ts';
import { askRunning, SECOND_START_PATH } from '../../electron/web/second-start.ts';
import { serveDesk, type WebHost } from '../../electron/web/serve.ts';
import { ROOT, THREAD } from '../support/bundle.ts';

const CASE = { kind: 'case', id: caseId.parse('018f0000-0000-4000-8000-000000000001') } as const;
let folder: string;
let host: WebHost;
const note = () => join(folder, 'running.json');
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tier3-second-'));
  host = await serveDesk({
    root: ROOT,
    thread: THREAD,
    folder: join(folder, 'home'),
    open: undefined,
    port: 0,
    passphrase: undefined,
    tokens: { github: null, zenhub: null },
    startPractice,
    windowFolder: folder,
  });
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

const json = { 'content-type': 'application/json' };

/** As a page that was opened at an address. */
async function openPage(address: string) {
  const { origin, hash } = new URL(address);
  const post = (path: string, body: object, more: object = {}) =>
    fetch(`${origin}${path}`, { method: 'POST', headers: { ...json, ...more }, body: JSON.stringify(body) });
  const signedIn = await post('/api/session', { token: hash.slice('#token='.length) });
  const { bearer } = (await signedIn.json()) as { bearer?: string };
  const call = async (name: string) => {
    const reply = await post(`/api/call/${name}`, {}, { authorization: `Bearer ${bearer}` });
    return ((await reply.json()) as { value: unknown }).value;
  };
  return { call, isOpen: bearer !== undefined };
}

it('gives one more window, which shows what was asked for, once', async () => {
  expect(statSync(note()).mode & 0o777).toBe(0o600);
  const address = (await askRunning(folder, CASE))!;
  expect(new URL(address).origin).toBe(new URL(host.address).origin);
  expect(address).not.toBe(host.address);
  const [first, second] = [await openPage(host.address), await openPage(address)];
  expect([first.isOpen, second.isOpen]).toEqual([true, true]);
  expect(await second.call('desk.asked')).toEqual({ asked: CASE });
  expect(await first.call('desk.asked')).toEqual({ asked: null });
});

it('answers nobody who does not know the secret of the home', async () => {
  const { port, secret } = JSON.parse(readFileSync(note(), 'utf8'));
  const { origin } = new URL(host.address);
  const ask = (body: unknown) =>
    fetch(`${origin}${SECOND_START_PATH}`, { method: 'POST', headers: json, body: JSON.stringify(body) });
  for (const body of [null, {}, { nonce: 'n'.repeat(22), asked: 'AAAA', proof: secret }])
    expect((await ask(body)).status).toBe(403);
  writeFileSync(note(), JSON.stringify({ port, secret: 'x'.repeat(43) }));
  expect(await askRunning(folder, CASE)).toBeNull();
});

it('is not taken in by whoever listens on the port after a crash, and tells them nothing', async () => {
  let heard = '';
  const stranger = createServer((request, response) => {
    request.on('data', (chunk) => (heard += chunk));
    request.on('end', () => response.end(JSON.stringify({ address: 'http://127.0.0.1:1/#token=x', proof: 'x' })));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => stranger.once('listening', resolve));
  const { secret } = JSON.parse(readFileSync(note(), 'utf8'));
  writeFileSync(note(), JSON.stringify({ port: (stranger.address() as AddressInfo).port, secret }));
  expect(await askRunning(folder, CASE)).toBeNull();
  expect(heard).toContain('nonce');
  for (const word of [secret, CASE.id, '"case"']) expect(heard).not.toContain(word);
  stranger.close();
});

it('is found by nobody once it has ended', async () => {
  await host.close();
  expect(await askRunning(folder, null)).toBeNull();
});

it('opens links of its own and files of this machine, and nothing else', () => {
  const path = join(ROOT, 'resources', 'samples', 'dynamics.csv');
  const file = { kind: 'file', name: 'dynamics.csv', path };
  expect(askedAtStart([`tier3desk://case/${CASE.id}`], '/')).toEqual(CASE);
  expect(askedAtStart(['resources/samples/dynamics.csv'], ROOT)).toEqual(file);
  expect(askedAtStart([pathToFileURL(path).href], '/')).toEqual(file);
  expect(askedAtStart([], ROOT)).toBeNull();
  for (const other of ['https://evil.example/x.csv', 'tier3desk://settings/1', 'file://host/x', 'resources', 'no.csv'])
    expect(() => askedAtStart([other], ROOT)).toThrow(/opens its own links/);
});
