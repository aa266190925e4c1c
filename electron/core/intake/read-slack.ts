// Messages of Slack: one day's file of an export, several days' in one list, or as its API gives them. A request is the first message of a thread,
// posted by a person or by a workflow; its replies and the support bot's commands in them belong to it.
import { z } from 'zod';
import { rawText } from '../domain/pii.ts';
import { fieldOf } from '../domain/records.ts';
import { DAMAGED_FILE } from '../domain/slack-days.ts';
import type { IncomingCase, ReadExport } from './incoming-case.ts';
import { createRejections } from './rejections.ts';
import { wordsOfBlocks } from './slack-blocks.ts';
import { isCommand, readThread, type SlackThread } from './slack-commands.ts';
import { asTheyStand } from './slack-edits.ts';
import { placeOf, rejectMessage } from './slack-rejects.ts';

const message = z.object({
  type: z.literal('message'),
  ts: z.string().regex(/^\d{10}\.\d{6}$/),
  text: z.string().default(''),
  subtype: z.string().optional(),
  thread_ts: z.string().optional(),
  user_profile: z.object({ real_name: z.string() }).optional(),
  username: z.string().optional(),
  bot_profile: z.object({ name: z.string().optional() }).optional(),
  files: z.array(z.object({ name: z.string().nullish() })).optional(),
  attachments: z
    .array(z.object({ text: z.string().nullish(), fallback: z.string().nullish(), blocks: z.unknown().optional() }))
    .optional(),
  blocks: z.unknown().optional(),
  /** The folder of the export it stood in. */
  channel: z.string().optional(),
  /** Its address, where it was asked for. */
  permalink: z.string().optional(),
});
type Message = z.output<typeof message>;

/** Kinds of messages that say something; the others tell who joined, what was renamed, what was deleted. */
const SAYING: ReadonlySet<string> = new Set(['bot_message', 'file_share', 'me_message', 'thread_broadcast']);
/** Posts the answers to its own commands. */
const SUPPORT_BOT = /^support ?bot$/i;

/** The text of a message that only its blocks tell. */
const NOT_SHOWN = /^\s*This content can['’]t be displayed\.?\s*$/i;
const DAMAGED = 'is not readable JSON: it is damaged or cut off. Export this day again.';
const NO_THREAD =
  'This is a reply, and the first message of its thread is not in this export. Export the days before it, too.';

/** True for what a day's file of a Slack export looks like. */
export function looksLikeSlack(text: string): boolean {
  return /^\s*\[\s*(?:\{|\])/.test(text) && (text.includes('"ts"') || /^\s*\[\s*\]\s*$/.test(text));
}

export function readSlack(text: string): ReadExport {
  let messages: unknown;
  try {
    messages = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'This is not a readable Slack export: its JSON is cut off or damaged.' };
  }
  if (!Array.isArray(messages)) return { ok: false, reason: 'A day of a Slack export is a list of messages.' };
  return readSlackMessages(messages);
}

/** Reads messages as cases; a message's own `ts` is its reference. */
export function readSlackMessages(messages: readonly unknown[]): Extract<ReadExport, { ok: true }> {
  const rejections = createRejections();
  const first: { one: Message; given: unknown; row: number }[] = [];
  const replies = new Map<string, { ts: string; text: string; given: unknown; row: number }[]>();
  const { standing, gone } = asTheyStand(messages);
  const deleted = new Set(gone);
  /** First messages that are there, whether they come in or not. */
  const there = new Set(gone);
  for (const { given, row } of standing) {
    const damaged = fieldOf(given, DAMAGED_FILE);
    if (typeof damaged === 'string') {
      rejections.add(rejectMessage(given, row, DAMAGED_FILE, `${damaged} ${DAMAGED}`));
      continue;
    }
    const parsed = message.safeParse(given);
    if (!parsed.success) {
      const column = String(parsed.error.issues[0]?.path[0] ?? 'message');
      rejections.add(rejectMessage(given, row, column, 'This is not a message of a Slack export.'));
      continue;
    }
    const one = parsed.data;
    const thread = one.thread_ts ?? one.ts;
    if (thread === one.ts) there.add(one.ts);
    if (one.subtype === 'tombstone') deleted.add(one.ts);
    if (
      (one.subtype !== undefined && !SAYING.has(one.subtype)) ||
      SUPPORT_BOT.test(one.username ?? one.bot_profile?.name ?? '')
    )
      continue;
    if (thread !== one.ts) {
      const reply = { ts: one.ts, text: wordsOf(one), given, row };
      const known = replies.get(thread);
      if (known === undefined) replies.set(thread, [reply]);
      else known.push(reply);
    } else if (!isCommand(one.text)) first.push({ one, given, row });
  }
  for (const [thread, lost] of replies)
    if (!there.has(thread))
      for (const { given, row } of lost) rejections.add(rejectMessage(given, row, 'thread_ts', NO_THREAD));
  const cases = first.flatMap(({ one, given, row }) => {
    const said = wordsOf(one);
    if (said === '') {
      rejections.add(rejectMessage(given, row, 'text', 'This message says nothing that can be read.'));
      return [];
    }
    const ofThread = (replies.get(one.ts) ?? []).sort((a, b) => (a.ts < b.ts ? -1 : 1));
    return [toCase(one, placeOf(given, row).row, said, readThread(ofThread))];
  });
  return {
    ok: true,
    source: 'slack',
    columns: [],
    cases,
    rejected: rejections.kept,
    rejectedCount: rejections.count,
    lines: rejections.lines,
    notes: tellDeleted([...replies.keys()].filter((thread) => deleted.has(thread)).length),
  };
}

/** Threads that have replies and no longer a first message. */
function tellDeleted(threads: number): readonly string[] {
  if (threads === 0) return [];
  return [
    threads === 1
      ? 'The first message of a thread was deleted, so its replies are left out.'
      : `The first messages of ${threads} threads were deleted, so their replies are left out.`,
  ];
}

/** A workflow's form stands in its blocks or its attachments; a message of files only is told by their names. */
function wordsOf({ text, blocks, attachments = [], files = [] }: Message): string {
  if (text.trim() !== '' && !NOT_SHOWN.test(text)) return text;
  const built = wordsOfBlocks(blocks);
  const attached = attachments
    .map((one) => one.text || wordsOfBlocks(one.blocks) || one.fallback || '')
    .filter((words) => words !== '');
  const said = [built, ...attached].filter((words) => words !== '').join('\n\n');
  return said || files.flatMap(({ name }) => name ?? []).join(', ') || text.trim();
}

const inMs = (ts: string) => Math.round(Number(ts) * 1_000);

function toCase(one: Message, row: number, said: string, thread: SlackThread): IncomingCase {
  const files = one.files?.flatMap(({ name }) => name ?? []) ?? [];
  const [area = null, ...others] = thread.categories;
  const fields: readonly (readonly [string, string | null])[] = [
    ['ts', one.ts],
    ['channel', one.channel ?? null],
    ['link', one.permalink ?? null],
    ['text', said],
    ['subject', thread.title],
    ['area', area],
    ['sub area', others.join(', ')],
    ['status', thread.resolvedAt === null ? 'Open' : 'Resolved'],
    ['first answer', thread.trackedAt === null ? null : new Date(inMs(thread.trackedAt)).toISOString()],
    ['links', thread.links.join(' ')],
    ['files', files.join(', ')],
    ['notes', thread.replies.join('\n\n')],
  ];
  return {
    source: 'slack',
    reference: one.ts,
    row,
    reportedAt: inMs(one.ts),
    text: rawText(said),
    subject: thread.title === null ? null : rawText(thread.title),
    reporter: one.user_profile === undefined ? null : rawText(one.user_profile.real_name),
    phone: null,
    email: null,
    area,
    subArea: null,
    status: thread.resolvedAt === null ? 'Open' : 'Resolved',
    priority: null,
    resolvedAt: thread.resolvedAt === null ? null : inMs(thread.resolvedAt),
    fields: fields.flatMap(([name, value]) => (value === null || value === '' ? [] : [{ name, value }])),
  };
}
