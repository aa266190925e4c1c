// A stand-in for Slack's Web API as far as a channel is read: methods, arguments, scopes, pages and errors as each method's page at
// https://docs.slack.dev/reference/methods tells them, and refuses the rest. Nothing can be written to it.
import { z } from 'zod';
import type { PlainAnswer, PlainRequest } from './http-messages.ts';

export interface PracticeMessage {
  ts: string;
  text: string;
  user?: string;
  thread_ts?: string;
  subtype?: string;
  username?: string;
  edited?: { user: string; ts: string };
  files?: { name: string }[];
  attachments?: { text: string }[];
}

export interface PracticeSlack {
  /** The token it knows; others are `invalid_auth`. May be set. */
  token: string;
  /** Revoked, as by an administrator. May be set. */
  isRevoked: boolean;
  scopes: string[];
  /** Objects in an answer at most: 15 for an app that is sold outside of the Marketplace. May be set. */
  mostInPage: number;
  /** Requests of a method that are answered before it says to wait; it fills again with `refill`. May be set. */
  left: number;
  readonly channels: Map<string, { name: string; isPrivate: boolean; isMember: boolean; messages: PracticeMessage[] }>;
  /** Ids of people → their real names. */
  readonly people: Map<string, string>;
  /** Methods that were asked, in order. */
  readonly asked: string[];
  refill(left?: number): void;
  answer(request: PlainRequest): PlainAnswer;
}

const channel = z.string().regex(/^[CG][A-Z0-9]{7,14}$/);
const ts = z.string().regex(/^\d{10}\.\d{6}$/);
const limit = z.coerce.number().int().min(1).max(999);
const paged = {
  cursor: z.string().optional(),
  limit: limit.default(100),
  oldest: ts.optional(),
  latest: ts.optional(),
};
const METHODS = {
  'auth.test': z.strictObject({}),
  'conversations.info': z.strictObject({ channel }),
  'conversations.history': z.strictObject({ channel, ...paged }),
  'conversations.replies': z.strictObject({ channel, ts, ...paged }),
  'users.info': z.strictObject({ user: z.string().regex(/^[UW][A-Z0-9]{2,14}$/) }),
} as const;

class No extends Error {
  readonly more: object;

  constructor(error: string, more: object = {}) {
    super(error);
    this.more = more;
  }
}

export function createPracticeSlack(token: string): PracticeSlack {
  const slack: PracticeSlack = {
    token,
    isRevoked: false,
    scopes: ['channels:history', 'channels:read', 'users:read'],
    mostInPage: 999,
    left: Number.POSITIVE_INFINITY,
    channels: new Map(),
    people: new Map(),
    asked: [],
    refill(left = Number.POSITIVE_INFINITY) {
      slack.left = left;
      used.clear();
    },
    answer(request) {
      try {
        return answerTo(request);
      } catch (error) {
        if (!(error instanceof No)) throw error;
        return { status: 200, body: { ok: false, error: error.message, ...error.more } };
      }
    },
  };
  const used = new Map<string, number>();

  function answerTo({ method: verb, path, headers }: PlainRequest): PlainAnswer {
    const { pathname, searchParams } = new URL(path, 'http://127.0.0.1');
    const method = pathname.replace(/^\/api\//, '');
    const shape = Object.entries(METHODS).find(([name]) => name === method)?.[1];
    if (verb !== 'GET' || shape === undefined) throw new No('unknown_method');
    if (headers.authorization === undefined) throw new No('not_authed');
    if (headers.authorization !== `Bearer ${slack.token}`) throw new No('invalid_auth');
    if (slack.isRevoked) throw new No('token_revoked');
    const parsed = shape.safeParse(Object.fromEntries(searchParams));
    if (!parsed.success) throw new No('invalid_arguments');
    slack.asked.push(method);
    const times = (used.get(method) ?? 0) + 1;
    used.set(method, times);
    if (times > slack.left)
      return { status: 429, body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': '60' } };
    return { status: 200, body: { ok: true, ...say(method, searchParams) } };
  }

  function say(method: string, args: URLSearchParams): object {
    if (method === 'auth.test')
      return { url: 'https://example.slack.com/', team: 'Example', user: 'desk', user_id: 'U0DESK' };
    if (method === 'users.info') {
      needs('users:read');
      const name = slack.people.get(args.get('user') ?? '');
      if (name === undefined) throw new No('user_not_found');
      return { user: { id: args.get('user'), real_name: name } };
    }
    const id = args.get('channel') ?? '';
    const one = slack.channels.get(id);
    if (one === undefined || (one.isPrivate && !one.isMember)) throw new No('channel_not_found');
    const kind = one.isPrivate ? 'groups' : 'channels';
    if (method === 'conversations.info') {
      needs(`${kind}:read`);
      return { channel: { id, name: one.name, is_private: one.isPrivate, is_member: one.isMember } };
    }
    needs(`${kind}:history`);
    if (!one.isMember) throw new No('not_in_channel');
    const first = args.get('ts');
    if (first === null)
      return pageOf(
        listed(one.messages).filter((message) => isWithin(message, args)),
        args,
      );
    const thread = one.messages.filter(({ ts, thread_ts = ts }) => ts === first || thread_ts === first);
    if (!thread.some((message) => message.ts === first)) throw new No('thread_not_found');
    const [head, ...replies] = thread
      .toSorted((a, b) => (a.ts < b.ts ? -1 : 1))
      .map((message) => told(message, one.messages));
    return pageOf(replies, args, head);
  }

  function needs(scope: string): void {
    if (!slack.scopes.includes(scope))
      throw new No('missing_scope', { needed: scope, provided: slack.scopes.join(',') });
  }

  /** A page of a thread begins with its first message, each time. */
  function pageOf(all: readonly object[], args: URLSearchParams, head?: object): object {
    const cursor = args.get('cursor');
    const from =
      cursor === null
        ? 0
        : Number(
            Buffer.from(cursor, 'base64')
              .toString()
              .replace(/^next:/, ''),
          );
    if (!Number.isInteger(from) || from < 0 || from > all.length) throw new No('invalid_cursor');
    const most = Math.min(Number(args.get('limit') ?? 100), slack.mostInPage) - (head === undefined ? 0 : 1);
    const hasMore = from + most < all.length;
    const next = hasMore ? Buffer.from(`next:${from + most}`).toString('base64') : '';
    return {
      messages: [...(head === undefined ? [] : [head]), ...all.slice(from, from + most)],
      has_more: hasMore,
      response_metadata: { next_cursor: next },
    };
  }
  return slack;
}

/** What a channel lists: first messages, newest first, and replies that were shown to all of it. */
function listed(messages: readonly PracticeMessage[]): (PracticeMessage & { reply_count?: number })[] {
  return messages
    .filter(({ ts, thread_ts = ts, subtype }) => thread_ts === ts || subtype === 'thread_broadcast')
    .toSorted((a, b) => (a.ts < b.ts ? 1 : -1))
    .map((message) => told(message, messages));
}

function told(message: PracticeMessage, all: readonly PracticeMessage[]) {
  const replies = all.filter(({ ts, thread_ts = ts }) => thread_ts === message.ts && ts !== message.ts);
  const latest = replies
    .map(({ ts }) => ts)
    .toSorted()
    .at(-1);
  const more = latest === undefined ? {} : { thread_ts: message.ts, reply_count: replies.length, latest_reply: latest };
  return { type: 'message', ...message, ...more };
}

function isWithin({ ts }: PracticeMessage, args: URLSearchParams): boolean {
  const [oldest, latest] = [args.get('oldest') ?? '', args.get('latest') ?? '9'];
  return ts > oldest && ts < latest;
}
