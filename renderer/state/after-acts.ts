// Undo means the last act: while that is still under way, undo waits for it, and the keys after undo as well.
import { type CallName, isUndoable } from '../../electron/contract/calls.ts';
import { queryClient } from '../bridge/queries.ts';
import { forgetUndo } from '../components/toast.tsx';
import { drawn, holdKeys, whenThere } from './held-keys.ts';

/** They take long, and other things are done beside them: undo means what was done last of those. */
const BESIDE: ReadonlySet<string> = new Set<CallName>([
  'intake.import',
  'intake.samples',
  'bundle.take',
  'trends.regroup',
  'imports.undo',
]);

const nameOf = ({ options }: { readonly options: { readonly mutationKey?: readonly unknown[] | undefined } }) =>
  String(options.mutationKey?.[0]);

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

// From the moment an act begins it is the last one, with a message of its own or without: what the message on screen
// would undo, perhaps a whole import, came before it.
queryClient.getMutationCache().subscribe(({ type, mutation }) => {
  if (type === 'added' && isUndoable(nameOf(mutation))) forgetUndo();
});
