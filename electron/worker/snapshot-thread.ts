// Makes one snapshot, or purges them all, in a thread of its own, so that the desk keeps working meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../contract/errors.ts';
import { purgeSnapshots } from '../store/retention/purge-snapshots.ts';
import { type Snapshot, type SnapshotOrder, takeSnapshot } from '../store/snapshots/snapshots.ts';

export type SnapshotReply = { readonly made: Snapshot } | { readonly purged: number } | { readonly refused: string };

/** Removes some cases from every snapshot. */
export interface PurgeSnapshotsOrder {
  readonly file: string;
  readonly key: string;
  readonly purge: readonly string[];
}

function make(order: SnapshotOrder | PurgeSnapshotsOrder): SnapshotReply {
  try {
    if ('purge' in order) return { purged: purgeSnapshots(order.file, order.key, order.purge) };
    return { made: takeSnapshot(order) };
  } catch (error) {
    if (error instanceof AppError) return { refused: error.message };
    throw error;
  }
}

const order: SnapshotOrder | PurgeSnapshotsOrder = workerData;
parentPort?.postMessage(make(order));
