// Messages of chosen channels come in as cases, by the rules by which an export of Slack is read: the same message from both is the
// same record. Nothing is ever posted.

import { z } from 'zod';
import { AppError } from '../../contract/errors.ts';
import { isSlackApi } from '../../core/domain/address.ts';
import { rawText } from '../../core/domain/pii.ts';
import { MINUTE_MS } from '../../core/domain/time.ts';
import type { IncomingCase } from '../../core/intake/incoming-case.ts';
import { readSlackMessages } from '../../core/intake/read-slack.ts';
import { findRecord } from '../../store/intake/source-records.ts';
import { createSlackReader, SlackLimit, SlackProblem, type SlackReader } from '../../sync/slack/web-api.ts';
import type { AppContext } from '../app-context.ts';
import { settingOf } from '../settings.ts';
import { keptToMend, type LiveSource } from './live-source.ts';
import { beginPass, breakPass, channelState, type FoundMessage, goThrough, Pause } from './slack-pass.ts';
import { whyNotSlack } from './slack-words.ts';

/** How far back edits, replies and deletions are followed. */
const FOLLOWED_MS = 30 * 24 * 60 * MINUTE_MS;
/** Slack lets an app of one's own ask 50 times a minute. */
const MOST_REQUESTS = 40;
const WAITS = 'Slack lets this app ask only so often, so more messages wait there. The desk goes on by itself.';
const cursorShape = z.record(z.string(), channelState);

export const SLACK_CHANNELS: LiveSource = {
  kind: 'slack',
  placeOf: ({ slack: { isOn, channels, address } }) =>
    isOn ? `Slack: ${channels} at ${apiAt(address) ?? address}` : null,
  checkPlace({ slack: { address } }) {
    if (apiAt(address) === null)
      throw new AppError('invalid', 'The address is https://slack.com/api, or https://slack-gov.com/api for GovSlack.');
  },
  token: {
    addressOf: ({ slack: { address } }) => apiAt(address),
    check(given) {
      if (!/^(?:xoxe\.)?xox[bp]-[\w-]{10,400}$/.test(given))
        throw new AppError(
          'invalid',
          'A token of a Slack app begins with xoxb- or xoxp-. It stands under OAuth & Permissions of the app.',
        );
      return given;
    },
  },
  async look(ctx, line, before) {
    const { channels, address } = settingOf(ctx.store.db, 'liveSources').slack;
    const ids = [...new Set(channelsIn(channels))];
    const state = cursorShape.parse(JSON.parse(before ?? '{}'));
    if (!ids.some((id) => state[id]?.pass != null)) for (const id of ids) begin(state, id, ctx.now() - FOLLOWED_MS);
    const reader = createSlackReader(apiAt(address) ?? '', line.token, line.fetch);
    const seen = createFinds(ctx, reader);
    let error: string | null = null;
    let goOnAt: number | null = null;
    for (const id of ids) {
      const ofChannel = state[id];
      if (ofChannel === undefined || ofChannel.pass === null || goOnAt !== null) continue;
      try {
        await goThrough(ofChannel, id, reader, await seen.inChannel(id));
      } catch (thrown) {
        if (thrown instanceof Pause) goOnAt = ctx.now() + MINUTE_MS;
        else if (thrown instanceof SlackLimit) goOnAt = ctx.now() + thrown.waitMs;
        else {
          if (!(thrown instanceof SlackProblem)) throw thrown;
          error ??= whyNotSlack(thrown, id);
          breakPass(ofChannel);
        }
      }
    }
    const { cases, lines, notes: told } = await seen.read();
    const notes = [...(goOnAt === null ? [] : [WAITS]), ...told, ...keptToMend(lines.length, 'message')];
    return {
      cases: [...cases, ...seen.withdrawn],
      rejected: lines,
      cursor: JSON.stringify(state),
      ...(error !== null && { error }),
      ...(goOnAt !== null && { goOnAt }),
      ...(notes.length > 0 && { note: notes.join(' ') }),
    };
  },
};

/** Without a slash at its end; null where it is no address of Slack's Web API. */
const apiAt = (address: string) => (isSlackApi(address) ? address.replace(/\/$/, '') : null);

/** @throws AppError `refused` */
function channelsIn(channels: string): string[] {
  const named = channels.split(/[\s,;]+/).filter((word) => word !== '');
  if (named.length === 0) throw new AppError('refused', 'Name at least one channel, by its link or its id.');
  return named.map((word, index) => {
    const [, id] =
      /^(?:https:\/\/[a-z0-9.-]{1,80}\/(?:archives|client\/\w{5,20})\/)?([CG][A-Z0-9]{7,14})(?:[/?].*)?$/.exec(word) ??
      [];
    if (id === undefined)
      throw new AppError(
        'refused',
        `Channel ${index + 1} is neither a link nor an ID. Copy the link of the channel in Slack, or write its ID, like C0123456789.`,
      );
    return id;
  });
}

function begin(state: z.output<typeof cursorShape>, id: string, since: number): void {
  const ofChannel = state[id] ?? channelState.parse({ pass: null, seen: {} });
  state[id] = ofChannel;
  beginPass(ofChannel, since);
}

/** What a look finds, with what an export says beside each message: the channel's name, who wrote it, and its address. */
function createFinds({ store }: AppContext, reader: SlackReader) {
  const messages: FoundMessage[] = [];
  const withdrawn: IncomingCase[] = [];
  const names = new Map<string, string>();
  let workspace: string | null = null;
  let asked = 0;
  const odd: unknown[] = [];
  return {
    withdrawn,
    async inChannel(id: string) {
      workspace ??= await reader.workspace();
      const home = workspace;
      const channel = await optional(() => reader.channelName(id));
      return {
        mayAsk() {
          asked += 1;
          if (asked > MOST_REQUESTS) throw new Pause();
        },
        found([first, ...replies]: readonly FoundMessage[]) {
          if (first === undefined) return;
          const permalink = `${home}archives/${id}/p${first.ts.replace('.', '')}`;
          messages.push({ ...first, channel: channel ?? id, permalink }, ...replies);
        },
        odd(message: unknown) {
          odd.push(message);
        },
        gone(ts: string) {
          const known = findRecord(store.db, { source: 'slack', reference: ts });
          if (known !== null) withdrawn.push(asWithdrawn(known, settingOf(store.db, 'vanished').resolves));
        },
      };
    },
    async read() {
      for (const [at, one] of messages.entries()) {
        const { user, user_profile, permalink } = one;
        if (permalink === undefined || typeof user !== 'string' || user_profile !== undefined) continue;
        const name = names.get(user) ?? (await optional(() => reader.realName(user)));
        if (name === null) continue;
        names.set(user, name);
        messages[at] = { ...one, user_profile: { real_name: name } };
      }
      const { cases, lines, notes } = readSlackMessages([...messages, ...odd]);
      return { cases: cases.map((one) => ({ ...one, cameFrom: 'Read from a channel of Slack' })), lines, notes };
    },
  };
}

/** What is good to know and may be kept from the app. */
async function optional(ask: () => Promise<string>): Promise<string | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof SlackProblem) return null;
    throw error;
  }
}

type Known = NonNullable<ReturnType<typeof findRecord>>;

/** A message that was deleted: by the rule for records that left their queue it is resolved, or told. */
function asWithdrawn(known: Known, resolves: boolean): IncomingCase {
  const { source, reference, reportedAt, rawText: text, fields } = known;
  const status = resolves ? 'Withdrawn' : 'Deleted';
  return {
    ...{ source, reference, reportedAt, text, status },
    ...{ row: 0, subject: null, phone: null, email: null, area: null, subArea: null, priority: null, resolvedAt: null },
    reporter: known.reporter === null ? null : rawText(known.reporter),
    fields: fields.map(({ name, value }) => ({ name, value: name === 'status' ? status : value })),
  };
}
