// Slack as the outbox needs it.
import type { SlackText } from '../../core/compose/outgoing.ts';
import { isSlackWebhook } from '../../core/domain/address.ts';
import type { Outcome } from '../outcome.ts';
import { postWebhook } from '../post-webhook.ts';

export interface SlackConnection {
  /** The address of the webhook. */
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
  const isTaken = async (response: Response) => response.ok && (await response.text()).trim() === 'ok';
  const webhook = { name: 'Slack', url, isItsAddress: isSlackWebhook, isTaken } as const;
  return { post: (text) => postWebhook(webhook, { text }, sendingFetch, now) };
}
