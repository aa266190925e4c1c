// Makes one snapshot in a thread of its own, so that the desk goes on meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../contract/errors.ts';
import { type Snapshot, type SnapshotOrder, takeSnapshot } from '../store/snapshots.ts';

export type SnapshotReply = { readonly made: Snapshot } | { readonly refused: string };

function make(order: SnapshotOrder): SnapshotReply {
  try {
    return { made: takeSnapshot(order) };
  } catch (error) {
    if (error instanceof AppError) return { refused: error.message };
    throw error;
  }
}

parentPort?.postMessage(make(workerData as SnapshotOrder));
