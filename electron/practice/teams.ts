// A stand-in for the incoming webhook of Teams (a workflow "when a Teams webhook request is received"): takes a message
// with one adaptive card as Microsoft documents it, and refuses the rest.
import { z } from 'zod';
import type { PlainAnswer, PlainRequest } from './http-messages.ts';

const run = z.strictObject({ type: z.literal('TextRun'), text: z.string() });
const block = z.strictObject({
  type: z.literal('RichTextBlock'),
  inlines: z.array(run).min(1),
});
const message = z.strictObject({
  type: z.literal('message'),
  attachments: z
    .array(
      z.strictObject({
        contentType: z.literal('application/vnd.microsoft.card.adaptive'),
        contentUrl: z.null(),
        content: z.strictObject({
          $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
          type: z.literal('AdaptiveCard'),
          version: z.enum(['1.2', '1.3', '1.4', '1.5']),
          body: z.array(block).min(1),
        }),
      }),
    )
    .length(1),
});
/** Microsoft takes messages of 28 KB at most. */
const MOST_BYTES = 28_000;

export function createTeamsStandIn(notes: string[]) {
  return ({ body }: PlainRequest): PlainAnswer => {
    const parsed = message.safeParse(body);
    if (!parsed.success || JSON.stringify(body).length > MOST_BYTES)
      return { status: 400, body: { error: { code: 'InvalidRequestContent', message: 'The card cannot be read.' } } };
    const [attachment] = parsed.data.attachments;
    notes.push(
      (attachment?.content.body ?? []).map(({ inlines }) => inlines.map(({ text }) => text).join('')).join('\n'),
    );
    return { status: 202, body: null };
  };
}
