// Who makes the snapshots of an open desk, and when: one a day automatically, and one before anything that changes a
// lot at once.

import { Worker } from 'node:worker_threads';
import { AppError } from '../contract/errors.ts';
import { DAY_MS } from '../core/domain/time.ts';
import { purgeSnapshots } from '../store/retention/purge-snapshots.ts';
import { listSnapshots, type Snapshot, type SnapshotOrder, takeSnapshot } from '../store/snapshots/snapshots.ts';
import type { PurgeSnapshotsOrder, SnapshotReply } from './snapshot-thread.ts';

export interface SnapshotMaker {
  /** Makes a snapshot. @throws AppError `refused` when it cannot be made */
  readonly take: (order: SnapshotOrder) => Promise<Snapshot>;
  /** Removes cases from every snapshot. @throws AppError `refused` when one cannot be purged */
  readonly purge: (order: PurgeSnapshotsOrder) => Promise<unknown>;
}

/** In this thread, blocking it meanwhile: for the command line and for tests. */
export const makeHere: SnapshotMaker = {
  take: async (order) => takeSnapshot(order),
  purge: async ({ file, key, purge }) => purgeSnapshots(file, key, purge),
};

/** In a thread of its own. @param threadFile the path of snapshot-thread in this build */
export function makeInThread(threadFile: string): SnapshotMaker {
  const run = (order: SnapshotOrder | PurgeSnapshotsOrder) =>
    new Promise<SnapshotReply>((resolve, reject) => {
      const thread = new Worker(threadFile, { workerData: order });
      thread.once('message', (reply: SnapshotReply) =>
        'refused' in reply ? reject(new AppError('refused', reply.refused)) : resolve(reply),
      );
      thread.once('error', reject);
      thread.once('exit', () => reject(new Error('the thread of the snapshot ended early')));
    });
  return {
    take: async (order) => {
      const reply = await run(order);
      if ('made' in reply) return reply.made;
      throw new Error('no snapshot was made');
    },
    purge: run,
  };
}

const dayOf = (at: number) => Math.floor(at / DAY_MS);

export interface DailyBackup {
  /** Makes the day's snapshot if there is none yet; reports once a day when it cannot. */
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
