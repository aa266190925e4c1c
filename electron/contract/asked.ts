// What a desk is asked to show when it is started: a link of its own, or an export on this machine.
import { z } from 'zod';
import { caseId, ticketId } from '../core/domain/ids.ts';

export const asked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('case'), id: caseId }),
  z.object({ kind: z.literal('ticket'), id: ticketId }),
  z.object({ kind: z.literal('file'), name: z.string().min(1), path: z.string().min(1) }),
]);
export type Asked = z.infer<typeof asked>;

/** How a later start finds the desk that is open on the same home, and what the two say to each other. */
export const runningNote = z.object({ port: z.int().min(1).max(65_535), secret: z.string().length(43) });
export type RunningNote = z.infer<typeof runningNote>;
export const startQuestion = z.object({
  nonce: z.string().min(16).max(100),
  /** What is asked for or null, as JSON, sealed under the secret: base64. */
  asked: z.base64().max(16_000),
  proof: z.string(),
});
export const startAnswer = z.object({ address: z.string(), proof: z.string() });

const LINK = /^\s*tier3desk:\/\/(case|ticket)\/([\da-f-]{36})\/?\s*$/;

/** What a link of the desk opens; null for any other text. */
export function readLink(words: string): Asked | null {
  const [, kind, id] = LINK.exec(words) ?? [];
  return asked.safeParse({ kind, id }).data ?? null;
}
