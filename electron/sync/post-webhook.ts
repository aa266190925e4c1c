// A note through an incoming webhook. No channel keeps a marker by which a note could be looked for, so one that may have arrived
// is never sent again by itself.
import { neverLeft, type Outcome, retryInstant } from './outcome.ts';

export interface Webhook {
  /** As people call the service. */
  readonly name: 'Slack' | 'Teams';
  /** Whoever has the address may post, so it is kept like a token. */
  readonly url: string;
  readonly isItsAddress: (url: string) => boolean;
  /** Whether an answer says that the note was taken. */
  readonly isTaken: (response: Response) => Promise<boolean>;
}

/** Posts JSON once. @returns what became of it; never throws for what the network or the service does */
export async function postWebhook(
  { name, url, isItsAddress, isTaken }: Webhook,
  note: unknown,
  sendingFetch: typeof fetch,
  now: () => number,
): Promise<Outcome> {
  if (!isItsAddress(url))
    return { kind: 'later', reason: `The webhook is no address of ${name}. Set it again in Settings.`, offline: false };
  let response: Response;
  try {
    response = await sendingFetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(note),
    });
  } catch (error) {
    if (neverLeft(error))
      return { kind: 'later', reason: `${name} cannot be reached; waiting for the network.`, offline: true };
    return { kind: 'ambiguous', reason: `The connection to ${name} broke while posting.` };
  }
  if (await isTaken(response)) return { kind: 'arrived', note: null };
  if (response.ok) return { kind: 'ambiguous', reason: `The answer was not one of ${name}.` };
  const headers = { 'retry-after': response.headers.get('retry-after') ?? undefined };
  if (response.status === 429)
    return {
      kind: 'later',
      reason: `${name} asks to wait.`,
      offline: false,
      limited: true,
      retryAt: retryInstant(headers, now()),
    };
  if (response.status >= 500)
    return { kind: 'ambiguous', reason: `${name} answered with an error of its own (${response.status}).` };
  return {
    kind: 'refused',
    reason: `${name} does not take notes at this webhook any more. Set a new one in Settings.`,
  };
}
