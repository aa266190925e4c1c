// Slack as the outbox needs it: a note through an incoming webhook. Slack keeps no mark by which a note could be looked for,
// so one that may have arrived is never sent again by itself.

import type { SlackText } from '../../core/compose/outgoing.ts';
import { isSlackWebhook } from '../../core/domain/address.ts';
import { neverLeft, type Outcome, retryInstant } from '../outcome.ts';

export interface SlackConnection {
  /** The address of the webhook; whoever has it may post, so it is kept like a token. */
  readonly url: string;
}

export interface SlackClient {
  post(text: SlackText): Promise<Outcome>;
}

export function createSlackClient(
  { url }: SlackConnection,
  sendingFetch: typeof fetch,
  now: () => number,
): SlackClient {
  return {
    async post(text) {
      if (!isSlackWebhook(url))
        return {
          kind: 'later',
          reason: 'The webhook is no address of Slack. Set it again in Settings.',
          offline: false,
        };
      let response: Response;
      try {
        response = await sendingFetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ text }),
        });
      } catch (error) {
        if (neverLeft(error))
          return { kind: 'later', reason: 'Slack cannot be reached; waiting for the network.', offline: true };
        return { kind: 'ambiguous', reason: 'The connection to Slack broke while posting.' };
      }
      if (response.ok && (await response.text()).trim() === 'ok') return { kind: 'arrived', note: null };
      if (response.ok) return { kind: 'ambiguous', reason: 'The answer was not one of Slack.' };
      const headers = { 'retry-after': response.headers.get('retry-after') ?? undefined };
      if (response.status === 429)
        return {
          kind: 'later',
          reason: 'Slack asks to wait.',
          offline: false,
          limited: true,
          retryAt: retryInstant(headers, now()),
        };
      if (response.status >= 500)
        return { kind: 'ambiguous', reason: `Slack answered with an error of its own (${response.status}).` };
      return {
        kind: 'refused',
        reason: 'Slack does not take notes at this webhook any more. Set a new one in Settings.',
      };
    },
  };
}
