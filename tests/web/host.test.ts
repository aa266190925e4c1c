// The loopback host answers one page with its token, and nobody else.
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPractice } from '../../electron/practice/start.ts';
import { serveDesk, type WebHost } from '../../electron/web/serve.ts';
import { ROOT, THREAD } from '../support/bundle.ts';

let host: WebHost;
let folder: string;
let base: string;
let token: string;
let authorization: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tier3-web-'));
  host = await serveDesk({
    root: ROOT,
    thread: THREAD,
    folder,
    open: 'practice',
    port: 0,
    passphrase: undefined,
    tokens: { github: null, zenhub: null },
    startPractice,
  });
  base = new URL(host.address).origin;
  token = new URLSearchParams(new URL(host.address).hash.slice(1)).get('token')!;
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

const signIn = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
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
    for (const body of [{ token: 'wrong' }, { token: 1 }, {}, null, 'x'.repeat(5000)])
      expect((await signIn(body)).ok).toBe(false);
    expect((await call('cases.list', {})).status).toBe(401);
    expect((await call('cases.list', { authorization: `Bearer ${token}` })).status).toBe(401);
    expect((await fetch(`${base}/api/events`)).status).toBe(401);
  });

  it('opens once: the token becomes a bearer token of the page, and is used up', async () => {
    expect((await signIn({ token }, { origin: 'https://evil.example' })).status).toBe(403);
    const first = await signIn({ token });
    expect(first.status).toBe(200);
    authorization = `Bearer ${((await first.json()) as { bearer: string }).bearer}`;
    expect((await signIn({ token })).status).toBe(401);
    expect((await call('cases.list', { authorization })).status).toBe(200);
  });

  it('sets no cookie and believes none: a browser sends those by itself, and to every port of this machine', async () => {
    const bearer = authorization.slice('Bearer '.length);
    for (const cookie of [`tier3-desk=${bearer}`, `tier3-desk-bearer=${bearer}`])
      expect((await call('cases.list', { cookie })).status).toBe(401);
    for (const answer of [await fetch(`${base}/`), await call('cases.list', { authorization })])
      expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('refuses a foreign Host and a foreign Origin, signed in or not', async () => {
    expect(await statusWith({ host: 'evil.example', authorization })).toBe(403);
    expect((await call('cases.list', { authorization, origin: 'https://evil.example' })).status).toBe(403);
    expect((await call('cases.list', { authorization, origin: 'null' })).status).toBe(403);
    expect((await call('cases.list', { authorization, origin: base })).status).toBe(200);
  });

  it('takes only JSON, and answers bad calls in the common form', async () => {
    expect((await call('cases.list', { authorization, 'content-type': 'text/plain' })).status).toBe(415);
    expect(await (await call('cases.list', { authorization }, '{')).json()).toMatchObject({
      ok: false,
      error: { kind: 'invalid' },
    });
    for (const name of ['no.such', '__proto__', 'constructor'])
      expect(await (await call(name, { authorization })).json()).toMatchObject({
        ok: false,
        error: { kind: 'not-found' },
      });
    expect(await (await call('cases.get', { authorization }, '{"id":1}')).json()).toMatchObject({
      ok: false,
      error: { kind: 'invalid' },
    });
    expect((await call('%', { authorization })).status).toBeLessThan(500);
  });

  it('does not serve files outside the window', async () => {
    for (const path of ['/../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/main/index.js', '/%'])
      expect((await fetch(base + path)).status, path).toBe(404);
  });
});

describe('the page', () => {
  it('carries its policy as a header and in itself, with a new nonce each time and no inline style without it', async () => {
    const nonces: string[] = [];
    for (let visit = 0; visit < 2; visit += 1) {
      const page = await fetch(`${base}/`);
      const header = page.headers.get('content-security-policy') ?? '';
      const html = await page.text();
      const inPage = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
      expect(header).toBe(`${inPage}; frame-ancestors 'none'`);
      expect(header).not.toMatch(/unsafe|ws:|\*|https?:/);
      for (const directive of ["default-src 'self'", "form-action 'none'", "base-uri 'none'", "object-src 'none'"])
        expect(header).toContain(directive);
      const nonce = /'nonce-([^']+)'/.exec(header)?.[1] ?? '';
      expect(html).toContain(`<meta property="csp-nonce" nonce="${nonce}"`);
      expect(page.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      nonces.push(nonce);
    }
    expect(new Set(nonces).size).toBe(2);
  });
});

it('tells every window what a write touched', async () => {
  const stop = new AbortController();
  const events = await fetch(`${base}/api/events`, { headers: { authorization }, signal: stop.signal });
  await call('intake.samples', { authorization });
  let seen = '';
  for await (const chunk of events.body ?? []) {
    seen += Buffer.from(chunk).toString();
    if (seen.includes('"cases"')) break;
  }
  stop.abort();
  expect(seen).toContain('"event":"changed"');
});
