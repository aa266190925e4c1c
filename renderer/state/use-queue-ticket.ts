// The ticket of the chosen case, or one each for the marked ones, queued with the newest words of its draft.
import type { CaseRow } from '../../electron/contract/schemas.ts';
import { caseName } from '../../electron/core/domain/case-name.ts';
import type { ActId, CaseId } from '../../electron/core/domain/ids.ts';
import { useAct } from '../bridge/queries.ts';
import { toast, toastError } from '../components/toast.tsx';
import { toastNotQueued, toastQueued } from '../components/toast-queued.ts';
import { plural } from '../components/words.ts';
import { afterActs } from './after-acts.ts';
import { jobOf } from './bulk-job.ts';
import { areDraftsKept, NOT_KEPT } from './draft-words.ts';
import { holdKeys } from './held-keys.ts';
import { keepTypedNow } from './keeper.ts';
import { whoIn } from './triage-words.ts';
import type { CaseList } from './use-list.ts';
import type { Selections } from './use-selections.ts';

export function useQueueTicket(
  list: CaseList,
  selections: Selections,
  undo: (id: ActId | null) => void,
): (row?: CaseRow) => Promise<void> {
  const queueing = useAct('tickets.queue');
  return async (row) => {
    const { targets, marked } = list;
    const ids = row === undefined || marked.has(row.id) ? targets : [row.id];
    if (ids.length === 0) return;
    const keepSelected = ids === targets ? selections.take() : null;
    const giveMarksBack = ids === targets ? selections.takeMarks() : () => {};
    // Undo, pressed right after it, means the tickets that are about to be queued.
    const kept = keepTypedNow();
    holdKeys(kept);
    await kept;
    if (!areDraftsKept(ids)) {
      giveMarksBack();
      return toastError(new Error(NOT_KEPT));
    }
    const queue = (caseIds: readonly CaseId[]) =>
      queueing.mutate(
        { caseIds: [...caseIds], ...jobOf(targets) },
        {
          onSuccess: ({ actId, queued }) => {
            keepSelected?.(actId);
            if (queued.length === 0) {
              giveMarksBack();
              return toast('Canceled; no ticket was queued.');
            }
            toastQueued(
              ids.length > 1
                ? `${plural(queued.length, 'ticket')} queued.`
                : `${row === undefined ? whoIn(list) : caseName(row.reference)}: ticket queued.`,
              () => undo(actId),
              queued.length,
            );
            list.unmark(marked);
          },
          onError: (error) => {
            giveMarksBack();
            toastNotQueued(error, queue);
          },
        },
      );
    // The ticket is queued as an act on its case left it that is still under way, as words marked as personal.
    afterActs(() => queue(ids));
  };
}
