// One request to ZenHub. A status of 200 does not mean success, and the limit is not on the number of requests but on
// processing time: 90 seconds per minute, replenished continuously.
import { z } from 'zod';
import { type Outcome, retryInstant } from '../outcome.ts';

export interface ZenHubConnection {
  readonly url: string;
  readonly token: string;
}

/** From when ZenHub may be called again, UTC ms. Kept between runs by whoever creates clients. */
export interface ZenHubPace {
  freeFrom: number;
}

/** Ends an attempt with a known outcome. */
export class Stop extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

export const rejected = (reason: string) => new Stop({ kind: 'rejected', reason });
const retryable = (reason: string, more: { readonly signIn?: boolean; readonly failing?: boolean } = {}) =>
  new Stop({ kind: 'retryable', reason, offline: false, ...more });
const limited = (reason: string, retryAt: number | undefined) =>
  new Stop({ kind: 'retryable', reason, offline: false, limited: true, retryAt });

/** Seconds of processing reserved for whatever else uses the key. */
const RESERVE_S = 10;
/** Ninety seconds of processing are replenished within sixty. */
const REFILL_PER_S = 90 / 60;

export type Ask = <T>(document: string, variables: object, answer: z.ZodType<T>) => Promise<T>;

export function createAsk(
  connection: ZenHubConnection,
  sendingFetch: typeof fetch,
  now: () => number,
  pace: ZenHubPace,
): Ask {
  return async (document, variables, answer) => {
    if (pace.freeFrom > now())
      throw limited('The processing limit of ZenHub is reached for this minute. Waiting.', pace.freeFrom);
    const response = await sendingFetch(connection.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${connection.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: document, variables }),
    });
    const left = response.headers.get('x-ratelimit-remaining');
    if (left !== null && Number(left) < RESERVE_S)
      pace.freeFrom = now() + Math.ceil(((RESERVE_S - Number(left)) / REFILL_PER_S) * 1000);
    if (response.status === 401) throw retryable('ZenHub does not accept the key. Enter it again.', { signIn: true });
    if (response.status === 429)
      throw limited(
        'The rate limit of ZenHub is reached. Waiting.',
        retryInstant(Object.fromEntries(response.headers), now()),
      );
    if (!response.ok) throw retryable(`ZenHub responded with an error (${response.status}).`, { failing: true });
    const reply = z
      .object({ data: z.unknown(), errors: z.array(z.unknown()).optional() })
      .safeParse(await response.json().catch(() => null));
    const { data, errors = [] } = reply.data ?? {};
    const parsed = errors.length === 0 ? answer.safeParse(data) : undefined;
    if (!parsed?.success) throw retryable('ZenHub does not show the ticket yet.');
    return parsed.data;
  };
}
