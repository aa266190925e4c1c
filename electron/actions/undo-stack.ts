// The newest acts and whether each can still be taken back.
import type { Output } from '../contract/calls.ts';
import { newestActs } from '../store/activity.ts';
import { entryState } from '../store/outbox.ts';
import type { Office } from './office.ts';

const SHOWN = 30;
const PULLABLE: ReadonlySet<string> = new Set(['queued', 'blocked', 'failed', 'withdrawn']);

export function readUndoStack({ store }: Office): Output<'activity.stack'> {
  return {
    acts: newestActs(store.db, SHOWN).map(({ actId, at, summary, cases, caseId, undo }) => {
      const states =
        undo?.kind === 'comment'
          ? entryState(store.db, { entryId: undo.entryId })
          : undo?.kind === 'queue'
            ? entryState(store.db, { ticketId: undo.ticketId })
            : [];
      return { id: actId, at, summary, cases, caseId, sent: states.some((state) => !PULLABLE.has(state)) };
    }),
  };
}
