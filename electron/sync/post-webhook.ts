// Posts a note through an incoming webhook. Channels keep no marker by which a note could be found, so one that may
// have arrived is never resent automatically.
import { neverLeft, type Outcome, retryInstant } from './outcome.ts';

export interface Webhook {
  /** The service's everyday name. */
  readonly name: 'Slack' | 'Teams';
  /** Anyone with the address can post, so it is kept like a token. */
  readonly url: string;
  readonly isItsAddress: (url: string) => boolean;
  /** Whether a response says that the note was accepted. */
  readonly isTaken: (response: Response) => Promise<boolean>;
}

/** Posts JSON once. @returns the outcome; never throws for errors of the network or the service */
export async function postWebhook(
  { name, url, isItsAddress, isTaken }: Webhook,
  note: unknown,
  sendingFetch: typeof fetch,
  now: () => number,
): Promise<Outcome> {
  if (!isItsAddress(url))
    return {
      kind: 'retryable',
      reason: `The webhook is not an address of ${name}. Set it again in Settings.`,
      offline: false,
    };
  let response: Response;
  try {
    response = await sendingFetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(note),
    });
  } catch (error) {
    if (neverLeft(error))
      return { kind: 'retryable', reason: `${name} cannot be reached. Waiting for the network.`, offline: true };
    return { kind: 'indeterminate', reason: `The connection to ${name} broke while posting.` };
  }
  if (await isTaken(response)) return { kind: 'arrived', note: null };
  if (response.ok) return { kind: 'indeterminate', reason: `The response did not come from ${name}.` };
  const headers = { 'retry-after': response.headers.get('retry-after') ?? undefined };
  if (response.status === 429)
    return {
      kind: 'retryable',
      reason: `${name} asks to wait.`,
      offline: false,
      limited: true,
      retryAt: retryInstant(headers, now()),
    };
  if (response.status >= 500)
    return { kind: 'indeterminate', reason: `${name} responded with a server error (${response.status}).` };
  return {
    kind: 'rejected',
    reason: `${name} no longer accepts notes at this webhook. Set a new one in Settings.`,
  };
}
