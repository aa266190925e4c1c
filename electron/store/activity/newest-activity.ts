// The time of the latest activity.
import { max } from 'drizzle-orm';
import { activity } from '../../../drizzle/schema.ts';
import type { Db } from '../db.ts';

/** UTC ms of the newest line of activity; minus infinity if there is none. */
export function newestActivityAt(db: Db): number {
  return (
    db
      .select({ at: max(activity.at) })
      .from(activity)
      .get()?.at ?? Number.NEGATIVE_INFINITY
  );
}
