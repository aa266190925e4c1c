// Who makes the snapshots of an open desk, and when: one a day by itself, and before what changes a lot at once.
import { Worker } from 'node:worker_threads';
import { AppError } from '../contract/errors.ts';
import { listSnapshots, type Snapshot, type SnapshotOrder, takeSnapshot } from '../store/snapshots.ts';
import type { SnapshotReply } from './snapshot-thread.ts';

/** Makes a snapshot. @throws AppError `refused` when it cannot be made */
export type SnapshotMaker = (order: SnapshotOrder) => Promise<Snapshot>;

/** In this thread, which does nothing else meanwhile: for the command line and for tests. */
export const makeHere: SnapshotMaker = async (order) => takeSnapshot(order);

/** In a thread of its own. @param threadFile the path of snapshot-thread as it lies in this build */
export function makeInThread(threadFile: string): SnapshotMaker {
  return (order) =>
    new Promise((resolve, reject) => {
      const thread = new Worker(threadFile, { workerData: order });
      thread.once('message', (reply: SnapshotReply) =>
        'made' in reply ? resolve(reply.made) : reject(new AppError('refused', reply.refused)),
      );
      thread.once('error', reject);
      thread.once('exit', () => reject(new Error('the thread of the snapshot ended early')));
    });
}

const DAY_MS = 86_400_000;
const dayOf = (at: number) => Math.floor(at / DAY_MS);

export interface DailyBackup {
  /** Makes the day's snapshot where there is none yet; tells once a day when it cannot. */
  look(): void;
  /** Resolves when no snapshot is being made. */
  settled(): Promise<void>;
}

export function createDailyBackup(
  file: string,
  take: () => Promise<unknown>,
  now: () => number,
  tell: (error: unknown) => void,
): DailyBackup {
  let toldOn: number | null = null;
  let atWork: Promise<void> | null = null;

  async function make(today: number): Promise<void> {
    try {
      await take();
    } catch (error) {
      toldOn = today;
      tell(error);
    } finally {
      atWork = null;
    }
  }

  return {
    look() {
      const today = dayOf(now());
      if (atWork !== null || toldOn === today || listSnapshots(file).some(({ at }) => dayOf(at) === today)) return;
      atWork = make(today);
    },
    settled: async () => {
      await atWork;
    },
  };
}
