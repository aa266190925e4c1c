// Cases that an older desk took for duplicates by a bare name, a member of staff or a person alone are reviewed again,
// once.
import { z } from 'zod';
import { activityOf, addActivity, markUndone, newActId } from '../../store/activity/activity.ts';
import { findCase } from '../../store/cases/cases.ts';
import { casesMarkedSame, markSame } from '../../store/cases/duplicates.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';
import { type AppContext, DESK } from '../app-context.ts';
import { findSame, maybeSame } from './join-same.ts';

const SETTING = 'same-rule';
/** Increased when the rule for duplicates changes. */
const RULE = 2;

/**
 * Separates what the desk joined automatically and would not join today; what a person said stays. Tells the lead how
 * many.
 */
export async function revisitSame({ store, now, announce, queue }: AppContext): Promise<number> {
  if (readSetting(store.db, SETTING, z.int(), 1) >= RULE) return 0;
  const at = now();
  const apart = store.transaction((db) => {
    let count = 0;
    for (const id of casesMarkedSame(db)) {
      const one = findCase(db, id);
      const joined = activityOf(db, id).find(
        (row) => row.verb === 'same-case' && row.actor === DESK && row.undoneAt === null,
      );
      if (one === null || joined === undefined || joined.undo?.kind !== 'same' || one.problem === null) continue;
      const { same } = findSame(db, { ...one, problem: one.problem }, id);
      if (same?.isSure === true && same.id === one.sameAs) continue;
      markSame(db, id, null, joined.undo.status);
      markUndone(db, joined.id, at);
      const summary = 'A separate case again: only a name or a member of staff was the same';
      addActivity(db, { at, actor: DESK, caseId: id, verb: 'set-apart', summary, undo: null, actId: newActId() });
      if (same !== null) maybeSame(db, id, same, at);
      count += 1;
    }
    writeSetting(db, SETTING, RULE);
    return count;
  });
  if (apart === 0) return 0;
  queue.reindex(apart);
  announce({ event: 'changed', touches: ['cases'] });
  announce({
    event: 'notify',
    title: `${apart} ${apart === 1 ? 'case is' : 'cases are'} of ${apart === 1 ? 'its' : 'their'} own again`,
    body: 'They had been counted as duplicates because of a bare name or a member of staff. Their activity says of which case.',
    caseId: null,
  });
  return apart;
}
