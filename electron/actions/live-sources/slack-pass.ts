// One pass through a channel: first messages page by page, newest first, and each thread that has changed. It goes on where it was cut
// off, since Slack may let an app ask once a minute only.
import { z } from 'zod';
import type { OddMessage, SlackMessage, SlackReader } from '../../sync/slack/web-api.ts';
import { foldContent } from '../intake/queue-snapshot.ts';

/** A message by its `ts` → what it said, as a short hash. */
const hashes = z.record(z.string(), z.string());
const pass = z.object({
  /** From when on, as Slack writes it. */
  since: z.string(),
  /** The page to be asked for; null when all were read. */
  page: z.string().nullable(),
  /** Threads that are still to be read, by their first message. */
  threads: z.array(z.string()),
  /** The thread being read: what came so far, since its end may say that it is resolved. */
  part: z.object({ page: z.string(), messages: z.array(z.looseObject({ ts: z.string() })) }).nullable(),
  read: hashes,
  /** Something had no `ts`, so that what is missing may be there all the same. */
  isDim: z.boolean().default(false),
});
export const channelState = z.object({
  /** The pass that goes on; null between two. */
  pass: pass.nullable(),
  /** What the passes before read. */
  seen: hashes,
  /** Hashes of messages that could not be read and were told, the newest last: nobody is told of one again. */
  odd: z.array(z.string()).default([]),
});
export type ChannelState = z.output<typeof channelState>;

/** More than a channel has unless everything in it is odd. */
const MOST_ODD = 1_000;

/** Cut short for now; the state says where to go on. */
export class Pause extends Error {}

export interface FoundMessage extends Readonly<Record<string, unknown>> {
  readonly ts: string;
}

/** Begins a pass. `since` is UTC ms. */
export function beginPass(state: ChannelState, since: number): void {
  const from = `${Math.floor(since / 1_000)}.000000`;
  state.pass = { since: from, page: '', threads: [], part: null, read: {}, isDim: false };
}

/** Ends it before its end: the next one reads the threads that are still open. */
export function breakPass(state: ChannelState): void {
  if (state.pass === null) return;
  for (const ts of state.pass.threads) delete state.pass.read[ts];
  state.seen = { ...state.seen, ...state.pass.read };
  state.pass = null;
}

/**
 * Goes on with a pass to its end, moving the state; `found` is given each first message that is new or changed with its replies,
 * `gone` each message that was deleted, and `odd` each message that cannot be read, once. `mayAsk` throws Pause when it is enough for now.
 * @throws what the reader throws, and Pause; the state stands then before the request that failed
 */
export async function goThrough(
  state: ChannelState,
  channel: string,
  reader: SlackReader,
  told: {
    readonly mayAsk: () => void;
    readonly found: (thread: readonly FoundMessage[]) => void;
    readonly gone: (ts: string) => void;
    readonly odd: (message: unknown) => void;
  },
): Promise<void> {
  const { pass } = state;
  if (pass === null) return;
  for (;;) {
    const [thread] = pass.threads;
    if (thread === undefined && pass.page === null) break;
    told.mayAsk();
    if (thread !== undefined) {
      const { page, messages } = pass.part ?? { page: '', messages: [] };
      const more = await reader.replies(channel, thread, page);
      tellOdd(state, more.odd, told.odd);
      // Every page of a thread begins with its first message.
      const known = new Set(messages.map(({ ts }) => ts));
      const all = [...messages, ...more.messages.filter(({ ts }) => !known.has(ts))];
      pass.part = more.next === '' ? null : { page: more.next, messages: all };
      if (pass.part !== null) continue;
      pass.threads.shift();
      told.found(all);
    } else {
      const { messages, odd, next } = await reader.history(channel, pass.since, pass.page ?? '');
      tellOdd(state, odd, told.odd);
      pass.isDim ||= odd.some(({ ts }) => ts === null);
      // Nobody deleted what stands there and cannot be read.
      for (const { ts } of odd) if (ts !== null && state.seen[ts] !== undefined) pass.read[ts] = state.seen[ts];
      for (const one of messages) takeUp(state.seen, pass, one, told);
      pass.page = next === '' ? null : next;
    }
  }
  // Where a workspace keeps messages for some time only, the oldest go first: nobody deleted them.
  const oldest = Object.keys(pass.read).toSorted()[0] ?? '9';
  const missing = Object.keys(state.seen).filter((ts) => ts > oldest && pass.read[ts] === undefined);
  if (!pass.isDim) missing.forEach(told.gone);
  state.seen = pass.isDim ? { ...state.seen, ...pass.read } : pass.read;
  state.pass = null;
}

function tellOdd(state: ChannelState, messages: readonly OddMessage[], tell: (message: unknown) => void): void {
  for (const { given } of messages) {
    const said = foldContent([JSON.stringify(given)], '');
    if (state.odd.includes(said)) continue;
    state.odd = [...state.odd, said].slice(-MOST_ODD);
    tell(given);
  }
}

function takeUp(
  seen: ChannelState['seen'],
  pass: NonNullable<ChannelState['pass']>,
  one: SlackMessage,
  { found, gone }: { found: (thread: readonly FoundMessage[]) => void; gone: (ts: string) => void },
): void {
  const { ts, thread_ts = ts, reply_count = 0 } = one;
  // A reply that was shown to the whole channel comes with its thread.
  if (thread_ts !== ts) return;
  // Of a deleted first message a stone is left, however old it is.
  if (one.subtype === 'tombstone') {
    if (seen[ts] !== undefined) gone(ts);
    delete seen[ts];
    return;
  }
  const said = foldContent([one.text, one.edited?.ts ?? '', String(reply_count), one.latest_reply ?? ''], '').slice(
    0,
    8,
  );
  pass.read[ts] = said;
  if (seen[ts] === said) return;
  if (reply_count > 0) pass.threads.push(ts);
  else found([one]);
}
