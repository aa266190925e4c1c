// The calls that hand cases over to a colleague's desk as a sealed file, or take them over from one.
import { z } from 'zod';
import { actId, caseId } from '../core/domain/ids.ts';
import type { SealedFile } from '../core/domain/pii.ts';
import { defineAct, defineRead } from './define-call.ts';

/** The code is shared separately from the file. */
const sealed = z.object({ file: z.string().max(200_000_000), code: z.string().max(100) });

export const BUNDLE_CALLS = {
  /** Tags the cases as handed over; those in `left` have a ticket and stay. The code is shown once. */
  'bundle.make': defineAct(
    z.object({ caseIds: z.array(caseId).min(1).max(5_000) }),
    z.object({
      file: z.custom<SealedFile>((value) => typeof value === 'string'),
      code: z.string(),
      fingerprint: z.string(),
      cases: z.number(),
      left: z.number(),
      actId,
    }),
    ['cases'],
  ),
  /** Whose file it is, and how many of its cases are already here. */
  'bundle.look': defineRead(
    sealed,
    z.object({ from: z.string(), madeAt: z.number(), fingerprint: z.string(), cases: z.number(), here: z.number() }),
    [],
  ),
  /** `apart`: record numbers of cases that the two desks decided differently; the decision made here wins. */
  'bundle.take': defineAct(sealed, z.object({ added: z.number(), merged: z.number(), apart: z.array(z.string()) }), [
    'cases',
  ]),
} as const;
