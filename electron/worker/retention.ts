// Once a day the desk purges by itself what has been closed for long enough, and its snapshots after it.
import type { AppContext } from '../actions/app-context.ts';
import { settingOf } from '../actions/settings.ts';
import { purgeStore, settlePurge } from '../store/purge-desk.ts';
import { dropRejectedBefore } from '../store/rejected-rows.ts';
import { overdueCases } from '../store/retention.ts';

export interface Retention {
  /** Purges where a day has passed since the last look; tells when a snapshot cannot be purged, which is tried again next day. */
  look(): void;
  /** Resolves when nothing is being purged. */
  settled(): Promise<void>;
}

const DAY_MS = 86_400_000;

export function createRetention(
  ctx: AppContext,
  purgeSnapshots: (caseIds: readonly string[]) => Promise<unknown>,
  tell: (error: unknown) => void,
): Retention {
  const { store, now, announce } = ctx;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let atWork: Promise<void> | null = null;

  async function purge(): Promise<void> {
    try {
      const { days } = settingOf(store.db, 'retention');
      const overdue = days === 0 ? [] : overdueCases(store.db.$client, now(), days);
      if (days > 0) dropRejectedBefore(store.db, now() - days * DAY_MS);
      const ids = purgeStore({ store, now: now(), overdue });
      if (overdue.length > 0) announce({ event: 'changed', touches: ['cases'] });
      if (ids.length === 0) return;
      await purgeSnapshots(ids);
      settlePurge(store);
    } catch (error) {
      tell(error);
    } finally {
      atWork = null;
    }
  }

  return {
    look() {
      if (atWork !== null || now() - lookedAt < DAY_MS) return;
      lookedAt = now();
      atWork = purge();
    },
    settled: async () => {
      await atWork;
    },
  };
}
