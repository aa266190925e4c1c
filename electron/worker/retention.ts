// Once a day the desk purges what has been closed long enough, first from the store and then from its snapshots.

import type { AppContext } from '../actions/app-context.ts';
import { settingOf } from '../actions/settings.ts';
import { DAY_MS } from '../core/domain/time.ts';
import { dropRejectedBefore } from '../store/intake/rejected-rows.ts';
import { purgeStore, settlePurge } from '../store/retention/purge-desk.ts';
import { overdueCases } from '../store/retention/retention.ts';

export interface Retention {
  /**
   * Purges if a day has passed since the last time; reports a snapshot that cannot be purged, which is retried the next
   * day.
   */
  look(): void;
  /** Resolves when nothing is being purged. */
  settled(): Promise<void>;
}

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
