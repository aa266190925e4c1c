// Undo means the last act: while that is still under way, undo waits for it, and the keys after undo as well.
import { type CallName, isUndoable } from '../../electron/contract/calls.ts';
import { queryClient } from '../bridge/queries.ts';
import { forgetUndo } from '../components/toast.tsx';
import { drawn, holdKeys, whenThere } from './held-keys.ts';

/** Acts whose effect shows before the desk has answered, or that take a moment. */
const AWAITED: ReadonlySet<unknown> = new Set<CallName>([
  'triage.act',
  'cases.tag',
  'templates.use',
  'tickets.queue',
  'findings.decide',
  'follow-up.comment',
]);

const isActing = () =>
  queryClient.isMutating({ predicate: ({ options }) => AWAITED.has(options.mutationKey?.[0]) }) > 0;

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
  const name: unknown = mutation?.options.mutationKey?.[0];
  if (type === 'added' && typeof name === 'string' && isUndoable(name)) forgetUndo();
});
