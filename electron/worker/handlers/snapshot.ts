// The handlers of the snapshots.
import type { AppContext } from '../../actions/app-context.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { SNAPSHOT_CALLS } from '../../contract/snapshot-calls.ts';
import { describeDiff } from '../../store/opening/diff-words.ts';
import { previewRestore } from '../../store/opening/restore.ts';
import { listSnapshots } from '../../store/snapshots/snapshots.ts';

export interface SnapshotDoor {
  /** The store. */
  readonly file: string;
  readonly key: string;
  readonly take: AppContext['snapshot'];
}

export function snapshotHandlers({ file, key, take }: SnapshotDoor): Handlers<keyof typeof SNAPSHOT_CALLS> {
  return {
    'snapshots.list': () => ({ snapshots: listSnapshots(file) }),
    'snapshots.take': async () => {
      await take('by-hand');
      return {};
    },
    'snapshots.preview': ({ name }) => {
      const { snapshot, diff } = previewRestore({ file, key, name });
      return { at: snapshot.at, lines: diff?.flatMap(describeDiff) ?? null };
    },
  };
}
