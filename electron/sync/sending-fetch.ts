// The only fetch through which anything leaves. It records that a request left the machine and applies the timeout, so
// that what never left is kept apart from what may have arrived; and it decides where a token may go: never in plain
// text, and never to another host than the one it was entered for.
import { isSafeAddress } from '../core/domain/address.ts';
import type { Retryable } from './outcome.ts';

export interface SendingFetch {
  readonly fetch: typeof fetch;
  /** Calls `note` right before the next write leaves; null for none. */
  readonly noteLeaving: (note: (() => void) | null) => void;
}

/** The service says that the target has moved: nothing was accepted. */
export class MovedError extends Error {
  readonly code = 'MOVED';
}

/** Nothing is sent to such an address. The message is for the lead. */
class AddressError extends Error {}

/**
 * The outcome for an entry with an address that nothing is sent to; null for any other error. Clients wrap errors
 * thrown by fetch.
 */
export function wrongAddress(error: unknown): Retryable | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if (at instanceof AddressError) return { kind: 'retryable', reason: at.message, offline: false };
  return null;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 307, 308]);
const MOST_REDIRECTS = 5;
const TIMEOUT_MS = 30_000;

export function createSendingFetch(plainFetch: typeof fetch, timeoutMs = TIMEOUT_MS): SendingFetch {
  let onLeaving: (() => void) | null = null;
  return {
    noteLeaving: (note) => {
      onLeaving = note;
    },
    fetch: async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (!isSafeAddress(url))
        throw new AddressError(
          'The address does not begin with https://, and nothing is sent unencrypted. Enter it again.',
        );
      const isRead = (init?.method ?? 'GET').toUpperCase() === 'GET';
      if (!isRead && onLeaving !== null) {
        onLeaving();
        onLeaving = null;
      }
      const options: RequestInit = { ...init, signal: AbortSignal.timeout(timeoutMs), redirect: 'manual' };
      // Who asks for `manual` wants to follow none at all.
      if (init?.redirect === 'manual') return plainFetch(url, options);
      return isRead ? followRedirects(plainFetch, url, options) : refuseRedirect(await plainFetch(url, options));
    },
  };
}

// Redirects are followed here rather than by the platform: a followed POST could arrive somewhere else, and so could a
// token.

/** @throws MovedError for a write */
function refuseRedirect(response: Response): Response {
  if (REDIRECTS.has(response.status)) throw new MovedError();
  return response;
}

/** Reads on within the same host. @throws AddressError if the service points to another */
async function followRedirects(plainFetch: typeof fetch, from: string, options: RequestInit): Promise<Response> {
  let url = from;
  for (let hops = 0; ; hops += 1) {
    const response = await plainFetch(url, options);
    const location = response.headers.get('location');
    if (!REDIRECTS.has(response.status) || location === null || hops === MOST_REDIRECTS) return response;
    const next = new URL(location, url);
    if (next.origin !== new URL(url).origin)
      throw new AddressError(`The service points to another host, ${next.host}. The desk does not follow it there.`);
    url = next.href;
  }
}
