// The loopback host's routes: the page, the calls and the events. The same dispatch as over Electron's IPC.
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { streamSSE } from 'hono/streaming';
import type { DeskEvent } from '../contract/calls.ts';
import type { Dispatch } from '../contract/dispatch.ts';
import type { Reply } from '../contract/errors.ts';
import { COOKIE, isOwn, type Session } from './session.ts';

export interface WebAppOptions {
  readonly session: Session;
  readonly port: () => number;
  readonly dispatch: Dispatch;
  readonly onEvent: (listener: (event: DeskEvent) => void) => () => void;
  /** Folder with the built window. */
  readonly pages: string;
}

const CSP =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";
const LARGEST_CALL = 64 * 1024 * 1024;
const KEEP_ALIVE_MS = 20_000;

export function createWebApp({ session, port, dispatch, onEvent, pages }: WebAppOptions): Hono {
  const app = new Hono();

  app.use(async (c, next) => {
    if (!isOwn({ host: c.req.header('host'), origin: c.req.header('origin') }, port()))
      return c.text('This desk answers only its own page on this machine.', 403);
    c.header('content-security-policy', CSP);
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
    c.header('cache-control', 'no-store');
    c.header('cross-origin-opener-policy', 'same-origin');
    const known = session.isKnown(getCookie(c, COOKIE));
    const given = c.req.path === '/' ? c.req.query('token') : undefined;
    if (given !== undefined) {
      const cookie = session.redeem(given);
      if (cookie !== null) setCookie(c, COOKIE, cookie, { httpOnly: true, sameSite: 'Strict', path: '/' });
      else if (!known)
        return c.text('This address was used already or is wrong. Start the desk again for a new one.', 401);
      return c.redirect('/');
    }
    if (!known) return c.text('Open the desk with the address it printed when it started.', 401);
    return next();
  });

  app.post('/api/call/:name', bodyLimit({ maxSize: LARGEST_CALL }), async (c) => {
    if (!c.req.header('content-type')?.startsWith('application/json')) return c.text('Calls are JSON.', 415);
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
    return c.json(await dispatch(c.req.param('name'), input));
  });

  app.get('/api/events', (c) =>
    streamSSE(c, async (stream) => {
      const stop = onEvent((event) => void stream.writeSSE({ data: JSON.stringify(event) }));
      stream.onAbort(stop);
      while (!stream.aborted) {
        await stream.write(': still here\n\n');
        await stream.sleep(KEEP_ALIVE_MS);
      }
    }),
  );

  app.use('/*', serveStatic({ root: pages }));
  return app;
}
