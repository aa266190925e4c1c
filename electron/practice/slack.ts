// A stand-in for Slack's incoming webhook: takes what Slack documents and refuses the rest.
import { z } from 'zod';
import type { PlainAnswer, PlainRequest } from './http-messages.ts';

const note = z.looseObject({ text: z.string().min(1).max(40_000) });

export function createSlackStandIn(notes: string[]) {
  return ({ body }: PlainRequest): PlainAnswer => {
    const parsed = note.safeParse(body);
    if (!parsed.success) return { status: 400, body: 'invalid_payload' };
    notes.push(parsed.data.text);
    return { status: 200, body: 'ok' };
  };
}
