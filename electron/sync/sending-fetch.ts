// The one fetch through which anything leaves. The note "this left the machine" and the time-out belong in here, so
// that what never left and what may have arrived stay apart.

export interface SendingFetch {
  readonly fetch: typeof fetch;
  /** Calls `note` right before the next write goes out. */
  readonly noteLeaving: (note: () => void) => void;
}

/** The service says that what is written to has moved: nothing was taken. */
export class MovedError extends Error {
  readonly code = 'MOVED';
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 307, 308]);
const TIMEOUT_MS = 30_000;

export function createSendingFetch(plainFetch: typeof fetch, timeoutMs = TIMEOUT_MS): SendingFetch {
  let onLeaving: (() => void) | null = null;
  return {
    noteLeaving: (note) => {
      onLeaving = note;
    },
    fetch: async (input, init) => {
      const method = (init?.method ?? 'GET').toUpperCase();
      if (method !== 'GET' && onLeaving !== null) {
        onLeaving();
        onLeaving = null;
      }
      const redirect = method === 'GET' ? 'follow' : 'manual'; // a followed POST could arrive somewhere else
      const response = await plainFetch(input, { ...init, signal: AbortSignal.timeout(timeoutMs), redirect });
      if (REDIRECTS.has(response.status) && method !== 'GET') throw new MovedError();
      return response;
    },
  };
}
