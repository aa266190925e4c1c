// The latest acts, and whether each can still be undone.
import type { Output } from '../../contract/calls.ts';
import { newestActs } from '../../store/activity/activity.ts';
import { findCase } from '../../store/cases/cases.ts';
import type { AppContext } from '../app-context.ts';
import { obstacleTo } from '../outbox/undo-obstacle.ts';
import { caseOf, casesOfRows, summaryOf } from './undo.ts';

const SHOWN = 30;
/** How many cases of a bulk act are checked for the list; undo itself checks all of them. */
const LOOKED_AT = 200;

export function readUndoStack({ store }: AppContext): Output<'activity.stack'> {
  return {
    acts: newestActs(store.db, SHOWN).flatMap((rows) => {
      const [first] = rows;
      if (first === undefined) return [];
      const { actId: id, at } = first;
      const [summary, caseId] = [summaryOf(rows), caseOf(rows)];
      const obstacle = obstacleTo(store.db, rows.slice(0, LOOKED_AT));
      const reference = caseId === null ? null : (findCase(store.db, caseId)?.reference ?? null);
      return [{ id, at, summary, cases: casesOfRows(rows), reference, caseId, obstacle }];
    }),
  };
}
