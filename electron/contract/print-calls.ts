// Paper leaves the desk too: what is printed is checked here first, and the window prints nothing else.
import { z } from 'zod';
import { caseId } from '../core/domain/ids.ts';
import { defineAct } from './define-call.ts';
import * as shape from './schemas.ts';

/** More rows than anyone reads on paper. */
export const MOST_PRINTED = 300;

const cells = z.array(z.string().max(2_000)).max(20);
const printed = z.object({
  title: shape.scrubbedText,
  note: shape.scrubbedText,
  /** Labels with their values, above the text. */
  facts: z.array(z.tuple([shape.scrubbedText, shape.scrubbedText])),
  text: shape.scrubbedText,
  tables: z.array(z.object({ heads: z.array(shape.scrubbedText), rows: z.array(z.array(shape.scrubbedText)) })),
  /** In how many places something was masked. */
  masked: z.number(),
});
export type PrintedPage = z.infer<typeof printed>;

export const PRINT_PAGE_CALLS = {
  /** A list as shown on screen, row by row; a row of a case is checked against what is known about that case. */
  'print.list': defineAct(
    z.object({
      title: z.string().max(200),
      note: z.string().max(400),
      heads: cells,
      rows: z.array(z.object({ cells, caseId: caseId.optional() })).max(MOST_PRINTED),
    }),
    printed,
    ['cases'],
  ),
  'print.case': defineAct(z.object({ id: caseId }), printed, ['cases']),
} as const;
