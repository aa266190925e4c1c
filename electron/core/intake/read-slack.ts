// Messages of a Slack export: one day's file, or several days' in one list. Replies belong to their thread and are no cases.
import { z } from 'zod';
import { rawText } from '../words/pii.ts';
import type { IncomingCase, ReadExport } from './incoming-case.ts';
import { createRejections } from './rejections.ts';

const message = z.object({
  type: z.literal('message'),
  ts: z.string().regex(/^\d{10}\.\d{6}$/),
  text: z.string().min(1),
  subtype: z.string().optional(),
  thread_ts: z.string().optional(),
  user_profile: z.object({ real_name: z.string() }).optional(),
});

/** True for what a day's file of a Slack export looks like. */
export function looksLikeSlack(text: string): boolean {
  return /^\s*\[\s*(?:\{|\])/.test(text) && (text.includes('"ts"') || /^\s*\[\s*\]\s*$/.test(text));
}

/** Reads messages as cases; a message's own `ts` is its reference. Channel notices and replies are left out. */
export function readSlack(text: string): ReadExport {
  let messages: unknown;
  try {
    messages = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'This is not a readable Slack export: its JSON is cut off or damaged.' };
  }
  if (!Array.isArray(messages)) return { ok: false, reason: 'A day of a Slack export is a list of messages.' };
  const cases: IncomingCase[] = [];
  const rejections = createRejections();
  for (const [index, one] of messages.entries()) {
    const parsed = message.safeParse(one);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      rejections.add({
        row: index + 1,
        column: String(issue?.path[0] ?? ''),
        reason: 'This is not a message of a Slack export.',
      });
      continue;
    }
    const { ts, text: words, subtype, thread_ts, user_profile } = parsed.data;
    if (subtype !== undefined || (thread_ts !== undefined && thread_ts !== ts)) continue;
    cases.push({
      source: 'slack',
      reference: ts,
      row: index + 1,
      reportedAt: Math.round(Number(ts) * 1000),
      text: rawText(words),
      subject: null,
      reporter: user_profile === undefined ? null : rawText(user_profile.real_name),
      phone: null,
      email: null,
      area: null,
      subArea: null,
      status: null,
      priority: null,
      resolvedAt: null,
      fields: [{ name: 'ts', value: ts }],
    });
  }
  return {
    ok: true,
    source: 'slack',
    columns: [],
    cases,
    rejected: rejections.kept,
    rejectedCount: rejections.count,
    notes: [],
  };
}
