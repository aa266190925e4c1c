// The transport over loopback HTTP. The one-time token of the address becomes a bearer token that only this tab holds.
import type { Reply } from '../../electron/contract/errors.ts';
import type { Transport } from './transport.ts';

const BEARER = 'tier3-desk-bearer';
const RECONNECT_MS = 1000;
const SIGNED_OUT =
  'This window is not signed in to the desk: its address was used already, or the desk was started again since. Close the window, stop the desk, and run "npm start" for a new address.';
const CLOSED = 'The desk was closed. Start it again; everything entered is saved.';

/** Trades the token behind the `#` and takes it out of the address bar and the history. */
async function signIn(): Promise<void> {
  const token = new URLSearchParams(window.location.hash.slice(1)).get('token');
  if (token === null) return;
  window.history.replaceState(null, '', window.location.pathname);
  const response = await fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (!response.ok) return;
  const { bearer } = (await response.json()) as { bearer: string };
  sessionStorage.setItem(BEARER, bearer);
}

const authorization = () => ({ authorization: `Bearer ${sessionStorage.getItem(BEARER) ?? ''}` });

function failed(kind: 'locked' | 'offline', message: string): Reply<never> {
  return { ok: false, error: { kind, message, details: {} } };
}

export function createHttpTransport(): Transport {
  const ready = signIn().catch(() => {});
  const listeners = new Set<(event: unknown) => void>();
  let listening = false;

  async function call(name: string, input: unknown): Promise<Reply<unknown>> {
    await ready;
    try {
      const response = await fetch(`/api/call/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization() },
        body: JSON.stringify(input),
      });
      return response.status === 401 ? failed('locked', SIGNED_OUT) : ((await response.json()) as Reply<unknown>);
    } catch {
      return failed('offline', CLOSED);
    }
  }

  /** All listeners share one stream: a browser allows few connections to one host. */
  async function listen(): Promise<void> {
    await ready;
    for (;;) {
      try {
        const { ok, body } = await fetch('/api/events', { headers: authorization() });
        if (ok && body !== null)
          for await (const line of readLines(body)) for (const listener of listeners) listener(JSON.parse(line));
      } catch {
        // the desk is gone, or only the connection: tried again below
      }
      await new Promise((resume) => setTimeout(resume, RECONNECT_MS));
    }
  }

  return {
    call,
    on(listener) {
      listeners.add(listener);
      if (!listening) void listen();
      listening = true;
      return () => void listeners.delete(listener);
    },
  };
}

async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
  }
}
