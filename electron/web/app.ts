// The loopback host's routes: the page, signing in, calls and events. Calls are dispatched as they are over Electron's
// IPC.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { stream } from 'hono/streaming';
import type { DeskEvent } from '../contract/calls.ts';
import type { Dispatch } from '../contract/dispatch.ts';
import type { Reply } from '../contract/errors.ts';
import { isOwnRequest } from '../host/loopback.ts';
import { PAGE_HEADERS, sealPage } from '../host/page-policy.ts';
import { SECOND_START_PATH } from './second-start.ts';
import type { Session } from './session.ts';

export interface WebAppOptions {
  readonly session: Session;
  readonly port: () => number;
  readonly dispatch: Dispatch;
  /** What a later start of the desk is told; null for whoever may not ask. */
  readonly secondStart: (body: unknown) => object | null;
  readonly onEvent: (listener: (event: DeskEvent) => void) => () => void;
  /** Folder with the built window. */
  readonly pages: string;
}

const LARGEST_CALL = 64 * 1024 * 1024;
const LARGEST_SIGN_IN = 1024;
const LARGEST_START = 16 * 1024;
const KEEP_ALIVE_MS = 20_000;

export function createWebApp({ session, port, dispatch, secondStart, onEvent, pages }: WebAppOptions): Hono {
  const app = new Hono();

  app.use(async (c, next) => {
    if (!isOwnRequest({ host: c.req.header('host'), origin: c.req.header('origin') }, port()))
      return c.text('This desk answers only its own page on this machine.', 403);
    for (const [name, value] of Object.entries(PAGE_HEADERS)) c.header(name, value);
    return next();
  });

  const signedIn: MiddlewareHandler = async (c, next) =>
    session.isSignedIn(c.req.header('authorization')) ? next() : c.text('Open the desk’s address first.', 401);

  app.post('/api/session', bodyLimit({ maxSize: LARGEST_SIGN_IN }), async (c) => {
    const given: { token?: unknown } | null = await c.req.json().catch(() => null);
    const bearer = typeof given?.token === 'string' ? session.redeem(given.token) : null;
    return bearer === null ? c.text('This address has already been used, or is wrong.', 401) : c.json({ bearer });
  });

  app.post(SECOND_START_PATH, bodyLimit({ maxSize: LARGEST_START }), async (c) => {
    const answer = secondStart(await c.req.json().catch(() => null));
    return answer === null ? c.text('Only a start of this desk is told that.', 403) : c.json(answer);
  });

  app.post('/api/call/:name', signedIn, bodyLimit({ maxSize: LARGEST_CALL }), async (c) => {
    if (!c.req.header('content-type')?.startsWith('application/json')) return c.text('Calls must be JSON.', 415);
    let input: unknown;
    try {
      input = await c.req.json();
    } catch {
      const reply: Reply<never> = {
        ok: false,
        error: { kind: 'invalid', message: 'The call is not JSON.', details: {} },
      };
      return c.json(reply, 400);
    }
    return c.json(await dispatch(c.req.param('name') ?? '', input));
  });

  /** One JSON object per line, and an empty line now and then so that a broken connection is noticed. */
  app.get('/api/events', signedIn, (c) => {
    c.header('content-type', 'application/x-ndjson');
    return stream(c, async (lines) => {
      const stop = onEvent((event) => void lines.writeln(JSON.stringify(event)));
      lines.onAbort(stop);
      while (!lines.aborted) {
        await lines.writeln('');
        await lines.sleep(KEEP_ALIVE_MS);
      }
    });
  });

  app.get('/', (c) => {
    const { html, headers } = sealPage(readFileSync(join(pages, 'index.html'), 'utf8'));
    return c.html(html, 200, { ...headers });
  });
  app.get('/index.html', (c) => c.redirect('/'));
  app.use('/*', serveStatic({ root: pages }));
  return app;
}
