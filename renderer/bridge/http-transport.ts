// The transport over loopback HTTP. The one-time token of the address is exchanged for a bearer token that only this
// tab has.
import { TAGS } from '../../electron/contract/define-call.ts';
import type { Reply } from '../../electron/contract/errors.ts';
import { setConnection } from './connection.ts';
import type { Transport } from './transport.ts';

const BEARER = 'tier3-desk-bearer';
const RECONNECT_MS = 1000;
const SIGNED_OUT =
  'This window is not signed in to the desk: its address was already used, or the desk was restarted since. Close the window, stop the desk, and run "npm start" for a new address.';
const SILENT = 'The desk is not responding. When it responds again, check whether this was done.';
/** How many bytes browsers let a closing page still send. */
const LAST_WORDS_BYTES = 60_000;

/**
 * Exchanges the token after the `#` and replaces the address, so that it is in neither the address bar nor the history.
 */
async function signIn(instead = window.location.pathname): Promise<void> {
  const token = new URLSearchParams(window.location.hash.slice(1)).get('token');
  if (token === null) return;
  window.history.replaceState(null, '', instead);
  const response = await fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (!response.ok) return;
  const { bearer }: { bearer: string } = await response.json();
  sessionStorage.setItem(BEARER, bearer);
}

const authorization = () => ({ authorization: `Bearer ${sessionStorage.getItem(BEARER) ?? ''}` });

function failed(kind: 'locked' | 'offline', message: string): Reply<never> {
  return { ok: false, error: { kind, message, details: {} } };
}

export function createHttpTransport(): Transport {
  let ready = signIn().catch(() => {});
  let isLooking = false;
  let looksAgain = false;
  let pageGoes = false;
  window.addEventListener('pagehide', () => {
    pageGoes = true;
  });
  window.addEventListener('pageshow', () => {
    pageGoes = false;
  });
  // The new address of a restarted desk, opened in this window: the page stays, with everything typed in it.
  window.addEventListener('hashchange', ({ oldURL, newURL }) => {
    if (!new URL(newURL).hash.startsWith('#token=')) return;
    ready = signIn(oldURL).catch(() => {});
    void look();
  });
  const listeners = new Set<(event: unknown) => void>();
  let listening = false;
  /** Nothing is read before the desk can say that it changed. */
  let heard: Promise<unknown> = Promise.resolve();

  async function post(name: string, input: unknown): Promise<Response> {
    await ready;
    await heard;
    const body = JSON.stringify(input);
    return fetch(`/api/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization() },
      body,
      keepalive: pageGoes && body.length < LAST_WORDS_BYTES,
    });
  }

  async function call(name: string, input: unknown): Promise<Reply<unknown>> {
    try {
      const response = await post(name, input);
      if (response.status !== 401) return await response.json();
      void look();
      return failed('locked', SIGNED_OUT);
    } catch {
      void look();
      return failed('offline', SILENT);
    }
  }

  /** Finds out whether the desk responds, and when it does so again. */
  async function look(): Promise<void> {
    // One that is under way may still be told what was so before, as that this window is not signed in.
    looksAgain = isLooking;
    if (isLooking || pageGoes) return;
    isLooking = true;
    for (;;) {
      looksAgain = false;
      const status = await post('desk.state', {}).then(
        (response) => response.status,
        () => null,
      );
      setConnection(status === null ? 'silent' : status === 401 ? 'other' : 'answers');
      if (status === null) await new Promise((resume) => setTimeout(resume, RECONNECT_MS));
      else if (!looksAgain) break;
    }
    isLooking = false;
  }

  function tell(event: unknown): void {
    for (const listener of listeners) listener(event);
  }

  /** All listeners share one stream: a browser allows few connections per host. */
  async function listen(isOpen: () => void): Promise<void> {
    await ready;
    for (let isFirst = true; ; isFirst = false) {
      try {
        const { ok, body } = await fetch('/api/events', { headers: authorization() }).finally(isOpen);
        // What was said while nobody heard is not known.
        if (ok && !isFirst) tell({ event: 'changed', touches: TAGS });
        if (ok && body !== null) for await (const line of readLines(body)) tell(JSON.parse(line));
      } catch {
        // the desk is gone, or only the connection: retried below
      }
      void look();
      await new Promise((resume) => setTimeout(resume, RECONNECT_MS));
    }
  }

  return {
    call,
    on(listener) {
      listeners.add(listener);
      if (!listening) heard = new Promise<void>((resolve) => void listen(resolve));
      listening = true;
      return () => void listeners.delete(listener);
    },
  };
}

async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
  }
}
