// Reading the text as received is recorded as activity: once a day, and only if it contains more than the scrubbed
// text. The entry belongs to the desk rather than the case, because reading does nothing to a case.

import type { CaseId } from '../../core/domain/ids.ts';
import { DAY_MS } from '../../core/domain/time.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { requireCase } from '../require-case.ts';

/** One per context: what was recorded since the desk was opened. */
const noted = new WeakMap<AppContext, Map<CaseId, number>>();

export function noteRawRead(ctx: AppContext, id: CaseId): Record<string, never> {
  const { store, now } = ctx;
  const one = requireCase(ctx, id);
  const day = Math.floor(now() / DAY_MS);
  const known = noted.get(ctx) ?? new Map<CaseId, number>();
  noted.set(ctx, known);
  if (one.rawText === one.scrubbedText || known.get(id) === day) return {};
  known.set(id, day);
  store.transaction((db) =>
    addActivity(db, {
      at: now(),
      actor: LEAD,
      caseId: null,
      verb: 'read-raw',
      summary: 'Read a report as it was received',
      fact: { caseId: id },
      undo: null,
      actId: newActId(),
    }),
  );
  return {};
}
