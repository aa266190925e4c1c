// The loopback host answers one browser with its token, and nobody else.
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPractice } from '../../electron/practice/start.ts';
import { serveDesk, type WebHost } from '../../electron/web/serve.ts';
import { ROOT } from '../support/desk.ts';

let host: WebHost;
let folder: string;
let base: string;
let cookie: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tier3-web-'));
  host = await serveDesk({
    root: ROOT,
    folder,
    open: 'practice',
    port: 0,
    passphrase: undefined,
    tokens: { github: null, zenhub: null },
    startPractice,
  });
  base = new URL(host.address).origin;
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

const call = (name: string, headers: Record<string, string>, body = '{}') =>
  fetch(`${base}/api/call/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

/** `fetch` sets Host itself; this does not. */
function statusWith(headers: Record<string, string>): Promise<number | undefined> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: '/', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

describe('the way in', () => {
  it('is closed without the token and with a wrong one', async () => {
    expect((await fetch(`${base}/`)).status).toBe(401);
    expect((await fetch(`${base}/?token=wrong`)).status).toBe(401);
    expect((await call('cases.list', {})).status).toBe(401);
    expect((await fetch(`${base}/api/events`)).status).toBe(401);
  });

  it('opens once: the token becomes a cookie and is used up', async () => {
    const first = await fetch(host.address, { redirect: 'manual' });
    expect(first.status).toBe(302);
    const set = first.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/HttpOnly/);
    expect(set).toMatch(/SameSite=Strict/);
    cookie = set.split(';')[0] ?? '';
    expect((await fetch(host.address, { redirect: 'manual' })).status).toBe(401);
    const page = await fetch(`${base}/`, { headers: { cookie } });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await page.text()).toContain('<title>Tier3 Desk</title>');
  });

  it('refuses a foreign Host and a foreign Origin, cookie or not', async () => {
    expect(await statusWith({ host: 'evil.example', cookie })).toBe(403);
    expect((await call('cases.list', { cookie, origin: 'https://evil.example' })).status).toBe(403);
    expect((await call('cases.list', { cookie, origin: 'null' })).status).toBe(403);
    expect((await call('cases.list', { cookie, origin: base })).status).toBe(200);
  });

  it('takes only JSON, and answers bad calls in the common form', async () => {
    expect((await call('cases.list', { cookie, 'content-type': 'text/plain' })).status).toBe(415);
    expect(await (await call('cases.list', { cookie }, '{')).json()).toMatchObject({
      ok: false,
      error: { kind: 'invalid' },
    });
    expect(await (await call('no.such', { cookie })).json()).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    expect(await (await call('cases.get', { cookie }, '{"id":1}')).json()).toMatchObject({
      ok: false,
      error: { kind: 'invalid' },
    });
  });

  it('does not serve files outside the window', async () => {
    for (const path of ['/../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/main/index.js']) {
      expect((await fetch(base + path, { headers: { cookie } })).status).toBe(404);
    }
  });
});

it('tells every window what a write touched', async () => {
  const stop = new AbortController();
  const events = await fetch(`${base}/api/events`, { headers: { cookie }, signal: stop.signal });
  await call('intake.samples', { cookie });
  let seen = '';
  for await (const chunk of events.body ?? []) {
    seen += Buffer.from(chunk).toString();
    if (seen.includes('"cases"')) break;
  }
  stop.abort();
  expect(seen).toContain('"event":"changed"');
});
