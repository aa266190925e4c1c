// A newer scrubber rereads what an older one has read. The text as received is never changed; what changed is in the
// activity.
import type { Output } from '../../contract/calls.ts';
import { SCRUBBER_VERSION } from '../../core/scrub/find-pii.ts';
import { describeChange, whatChanged } from '../../core/scrub/what-changed.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { casesScrubbedBefore } from '../../store/cases/case-scrubs.ts';
import { findCase } from '../../store/cases/cases.ts';
import { type AppContext, DESK } from '../app-context.ts';
import { rescrubCase } from '../scrub-case.ts';

const CASES_PER_PIECE = 50;
const RESCRUB_JOB = 'rescrub';

/**
 * Scrubs again every case that an older scrubber read, in batches; if canceled or killed, the rest is done at the next
 * start.
 */
export async function rescrubOlder({ store, now, jobs }: AppContext): Promise<Output<'cases.rescrub'>> {
  const ids = casesScrubbedBefore(store.db, SCRUBBER_VERSION);
  const pieces: (typeof ids)[] = [];
  for (let at = 0; at < ids.length; at += CASES_PER_PIECE) pieces.push(ids.slice(at, at + CASES_PER_PIECE));
  const changed: Output<'cases.rescrub'>['changed'] = [];
  let scrubbed = 0;
  const actId = newActId();
  await jobs.run(RESCRUB_JOB, pieces, (piece) =>
    store.transaction((db) => {
      for (const id of piece) {
        const before = findCase(db, id);
        if (before === null) continue;
        scrubbed += 1;
        if (!rescrubCase(db, before)) continue;
        const summary = describeChange(whatChanged(before.scrubbedText, findCase(db, id)?.scrubbedText ?? ''));
        changed.push({ reference: before.reference, change: summary });
        addActivity(db, {
          at: now(),
          actor: DESK,
          caseId: id,
          verb: 'rescrub',
          summary: `Scrubbed again by scrubber ${SCRUBBER_VERSION}: ${summary}`,
          undo: null,
          actId,
        });
      }
    }),
  );
  return { scrubbed, changed };
}
