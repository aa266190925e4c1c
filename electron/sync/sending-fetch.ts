// The one fetch through which anything leaves. The note "this left the machine" and the time-out belong in here, so
// that what never left and what may have arrived stay apart; and so does where a token may go: never in clear, and never to
// another host than the one it was entered for.
import { isSafeAddress } from '../core/domain/address.ts';
import type { Later } from './outcome.ts';

export interface SendingFetch {
  readonly fetch: typeof fetch;
  /** Calls `note` right before the next write goes out; null for none. */
  readonly noteLeaving: (note: (() => void) | null) => void;
}

/** The service says that what is written to has moved: nothing was taken. */
export class MovedError extends Error {
  readonly code = 'MOVED';
}

/** Nothing is sent to an address like this. The message is for the lead. */
class AddressError extends Error {}

/** What an address that gets nothing means for an entry; null where something else went wrong. Clients wrap what a fetch threw. */
export function wrongAddress(error: unknown): Later | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if (at instanceof AddressError) return { kind: 'later', reason: at.message, offline: false };
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
      let url = input instanceof Request ? input.url : String(input);
      if (!isSafeAddress(url))
        throw new AddressError('The address does not begin with https://: nothing is sent in clear. Enter it again.');
      const method = (init?.method ?? 'GET').toUpperCase();
      if (method !== 'GET' && onLeaving !== null) {
        onLeaving();
        onLeaving = null;
      }
      // Redirects are followed here and not by the platform: a followed POST could arrive somewhere else, and so could a token.
      const options: RequestInit = { ...init, signal: AbortSignal.timeout(timeoutMs), redirect: 'manual' };
      for (let hops = 0; ; hops += 1) {
        const response = await plainFetch(url, options);
        const location = response.headers.get('location');
        if (!REDIRECTS.has(response.status)) return response;
        if (method !== 'GET') throw new MovedError();
        if (location === null || hops === MOST_REDIRECTS) return response;
        const next = new URL(location, url);
        if (next.origin !== new URL(url).origin)
          throw new AddressError(
            `The service points to another host, ${next.host}. The desk does not follow it there.`,
          );
        url = next.href;
      }
    },
  };
}
