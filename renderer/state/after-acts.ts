// Undo means the last act: while that is still under way, undo waits for it, and the keys after undo as well.
import { isUndoable } from '../../electron/contract/calls.ts';
import { AppError } from '../../electron/contract/errors.ts';
import { type ActId, actId } from '../../electron/core/domain/ids.ts';
import { BESIDE, queryClient } from '../bridge/queries.ts';
import { forgetUndo } from '../components/toast.tsx';
import { drawn, holdKeys, whenThere } from './held-keys.ts';

const nameOf = ({ options }: { readonly options: { readonly mutationKey?: readonly unknown[] | undefined } }) =>
  String(options.mutationKey?.[0]);

/** What takes long does not count: undo means what was done last beside it. */
const isActing = () =>
  queryClient.isMutating({ predicate: (one) => isUndoable(nameOf(one)) && !BESIDE.has(nameOf(one)) }) > 0;

/** Runs it once no act is under way: at once if none is. */
export function afterActs(run: () => void): void {
  if (!isActing()) run();
  // What the act says, with its undo, follows it by a turn.
  else
    holdKeys(
      whenThere(() => (isActing() ? null : true))
        .then(drawn)
        .then(run),
    );
}

let wasRefused = false;

/** Whether what was tried last was refused: undo right after it means no older act, not without a word. */
export function lastWasRefused(): boolean {
  const refused = wasRefused;
  wasRefused = false;
  return refused;
}

/** The import that undo takes back only by name; null if it failed for another reason. */
export function importToName(error: Error): ActId | null {
  const act = error instanceof AppError ? actId.safeParse(error.details.actId) : null;
  return act?.success ? act.data : null;
}

// From the moment an act begins it is the last one, with a message of its own or without: what the message on screen
// would undo, perhaps a whole import, came before it.
queryClient.getMutationCache().subscribe((event) => {
  const name = event.mutation === undefined ? '' : nameOf(event.mutation);
  if (!isUndoable(name)) return;
  if (event.type === 'added') forgetUndo();
  if (event.type !== 'updated' || event.mutation.state.status === 'pending') return;
  // An undo that was refused has said why.
  wasRefused = event.mutation.state.status === 'error' && name !== 'activity.undo';
});
