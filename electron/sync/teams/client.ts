// Teams as the outbox needs it: a note as an adaptive card through an incoming webhook. Teams keeps no mark by which a note could be
// looked for, so one that may have arrived is never sent again by itself.
import type { TeamsText } from '../../core/compose/outgoing.ts';
import { isTeamsWebhook } from '../../core/domain/address.ts';
import { neverLeft, type Outcome, retryInstant } from '../outcome.ts';

export interface TeamsConnection {
  /** The address of the webhook; whoever has it may post, so it is kept like a token. */
  readonly url: string;
}

export interface TeamsClient {
  post(text: TeamsText): Promise<Outcome>;
}

/** One block a line: a text run breaks none by itself. */
function card(text: TeamsText) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: lines.map((line) => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: line }] })),
        },
      },
    ],
  };
}

export function createTeamsClient(
  { url }: TeamsConnection,
  sendingFetch: typeof fetch,
  now: () => number,
): TeamsClient {
  return {
    async post(text) {
      if (!isTeamsWebhook(url))
        return {
          kind: 'later',
          reason: 'The webhook is no address of Teams. Set it again in Settings.',
          offline: false,
        };
      let response: Response;
      try {
        response = await sendingFetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(card(text)),
        });
      } catch (error) {
        if (neverLeft(error))
          return { kind: 'later', reason: 'Teams cannot be reached; waiting for the network.', offline: true };
        return { kind: 'ambiguous', reason: 'The connection to Teams broke while posting.' };
      }
      // A workflow accepts with 202; a connector says "1" with 200, and with 200 also what went wrong behind it.
      if (response.status === 202) return { kind: 'arrived', note: null };
      if (response.ok && (await response.text()).trim() === '1') return { kind: 'arrived', note: null };
      if (response.ok) return { kind: 'ambiguous', reason: 'The answer was not one of Teams.' };
      const headers = { 'retry-after': response.headers.get('retry-after') ?? undefined };
      if (response.status === 429)
        return {
          kind: 'later',
          reason: 'Teams asks to wait.',
          offline: false,
          limited: true,
          retryAt: retryInstant(headers, now()),
        };
      if (response.status >= 500)
        return { kind: 'ambiguous', reason: `Teams answered with an error of its own (${response.status}).` };
      return {
        kind: 'refused',
        reason: 'Teams does not take notes at this webhook any more. Set a new one in Settings.',
      };
    },
  };
}
