// Slack's Web API as a source of cases: read only. Each method as its page at https://docs.slack.dev/reference/methods tells.
import { z } from 'zod';
import { fieldOf } from '../../core/domain/records.ts';
import { boundedFetch, tooLarge } from '../bounded-answer.ts';
import { wrongAddress } from '../sending-fetch.ts';

/** Why nothing was read. */
export class SlackProblem extends Error {}

/** An answer that says no, by Slack's own word for why: `not_in_channel`, `missing_scope`. */
export class SlackRefusal extends SlackProblem {
  readonly code: string;
  /** The scope that is missing, where it says so. */
  readonly needed: string | null;

  constructor(code: string, needed: string | null) {
    super(`Slack answered ${code}`);
    this.code = code;
    this.needed = needed;
  }
}

/** No more for now: HTTP 429, with the seconds to wait in Retry-After. */
export class SlackLimit extends SlackProblem {
  readonly waitMs: number;

  constructor(waitMs: number) {
    super('Slack asks to wait');
    this.waitMs = waitMs;
  }
}

/** What answered is no Slack: a network that asks to sign in, half of an answer. */
export class NotSlackError extends SlackProblem {}

const USUAL_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 60 * 60_000;
const TS = /^\d{10}\.\d{6}$/;

const message = z.looseObject({
  type: z.string(),
  ts: z.string().regex(TS),
  text: z.string().default(''),
  user: z.string().optional(),
  subtype: z.string().optional(),
  thread_ts: z.string().optional(),
  reply_count: z.int().optional(),
  latest_reply: z.string().optional(),
  edited: z.looseObject({ ts: z.string() }).optional(),
});
/** Raw, as it came: the reader of Slack's exports reads the rest of it. */
export type SlackMessage = z.output<typeof message>;

const page = z.object({
  messages: z.array(z.unknown()),
  response_metadata: z.object({ next_cursor: z.string().default('') }).optional(),
});
const refusal = z.object({
  ok: z.literal(false),
  error: z.string().regex(/^[a-z_]{1,60}$/),
  needed: z
    .string()
    .regex(/^[a-z:.,_]{1,100}$/)
    .optional(),
});

/** As it came. Raw. */
export interface OddMessage {
  /** Null where it has none. */
  readonly ts: string | null;
  readonly given: unknown;
}

export interface SlackPage {
  readonly messages: readonly SlackMessage[];
  /** What is no message that can be read. */
  readonly odd: readonly OddMessage[];
  /** For the next page; empty for none. */
  readonly next: string;
}

/** Every method throws SlackProblem: it was refused, limited, answered by something else, or Slack could not be reached. */
export interface SlackReader {
  /** The address of the workspace, like https://example.slack.com/. */
  workspace(): Promise<string>;
  channelName(channel: string): Promise<string>;
  /** First messages of threads, newest first, since a time as Slack writes it; `limit` is at most 999. */
  history(channel: string, since: string, cursor: string): Promise<SlackPage>;
  /** A thread, its first message first. */
  replies(channel: string, ts: string, cursor: string): Promise<SlackPage>;
  realName(user: string): Promise<string>;
}

/** `address` is that of the API, like https://slack.com/api. */
export function createSlackReader(address: string, token: string, fetcher: typeof fetch): SlackReader {
  const bounded = boundedFetch(fetcher);
  async function ask<T>(method: string, args: Readonly<Record<string, string>>, shape: z.ZodType<T>): Promise<T> {
    const given = Object.entries(args).filter(([, value]) => value !== '');
    const query = given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
    const headers = { authorization: `Bearer ${token}` };
    const response = await bounded(`${address}/${method}${query}`, { headers }).catch((cause: unknown) => {
      throw new SlackProblem(
        wrongAddress(cause)?.reason ?? tooLarge(cause) ?? 'Slack cannot be reached. The next look tries again.',
      );
    });
    if (response.status === 429) throw new SlackLimit(waitOf(response.headers.get('retry-after')));
    const said: unknown = await response.json().catch(() => null);
    const no = refusal.safeParse(said);
    if (no.success) throw new SlackRefusal(no.data.error, no.data.needed ?? null);
    const yes = shape.safeParse(said);
    if (!yes.success) throw new NotSlackError();
    return yes.data;
  }
  function pageOf({ messages: given, response_metadata }: z.output<typeof page>): SlackPage {
    const messages: SlackMessage[] = [];
    const odd: OddMessage[] = [];
    for (const each of given) {
      const one = withoutNulls(each);
      const read = message.safeParse(one);
      const ts = fieldOf(one, 'ts');
      if (read.success) messages.push(read.data);
      else odd.push({ ts: typeof ts === 'string' && TS.test(ts) ? ts : null, given: one });
    }
    return { messages, odd, next: response_metadata?.next_cursor ?? '' };
  }
  return {
    workspace: async () => (await ask('auth.test', {}, z.object({ url: z.url() }))).url,
    async channelName(channel) {
      const shape = z.object({ channel: z.looseObject({ name: z.string() }) });
      return (await ask('conversations.info', { channel }, shape)).channel.name;
    },
    history: async (channel, oldest, cursor) =>
      pageOf(await ask('conversations.history', { channel, oldest, cursor, limit: '200' }, page)),
    replies: async (channel, ts, cursor) =>
      pageOf(await ask('conversations.replies', { channel, ts, cursor, limit: '200' }, page)),
    async realName(user) {
      const shape = z.object({ user: z.looseObject({ real_name: z.string() }) });
      return (await ask('users.info', { user }, shape)).user.real_name;
    },
  };
}

/** Null says of a message's part what leaving it out says. */
function withoutNulls(one: unknown): unknown {
  if (typeof one !== 'object' || one === null) return one;
  return Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null));
}

function waitOf(retryAfter: string | null): number {
  const seconds = Number(retryAfter);
  if (retryAfter === null || !Number.isFinite(seconds) || seconds <= 0) return USUAL_WAIT_MS;
  return Math.min(Math.ceil(seconds) * 1_000, LONGEST_WAIT_MS);
}
