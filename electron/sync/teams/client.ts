// Teams as the outbox needs it: a note is an adaptive card.
import type { TeamsText } from '../../core/compose/outgoing.ts';
import { isTeamsWebhook } from '../../core/domain/address.ts';
import type { Outcome } from '../outcome.ts';
import { postWebhook } from '../post-webhook.ts';

export interface TeamsConnection {
  /** The address of the webhook. */
  readonly url: string;
}

export interface TeamsClient {
  post(text: TeamsText): Promise<Outcome>;
}

/** One block per line: a text run does not break lines by itself. */
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

/** A workflow accepts with 202; a connector says "1" with 200, but also reports failures behind it with 200. */
async function isTaken(response: Response): Promise<boolean> {
  return response.status === 202 || (response.ok && (await response.text()).trim() === '1');
}

export function createTeamsClient(
  { url }: TeamsConnection,
  sendingFetch: typeof fetch,
  now: () => number,
): TeamsClient {
  const webhook = { name: 'Teams', url, isItsAddress: isTeamsWebhook, isTaken } as const;
  return { post: (text) => postWebhook(webhook, card(text), sendingFetch, now) };
}
