// Undo means the last act: while that is still under way, undo waits for it, and the keys after undo as well.
import type { CallName } from '../../electron/contract/calls.ts';
import { queryClient } from '../bridge/queries.ts';
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
