// Which alerts were raised.
import { alertsRaised } from '../../drizzle/schema.ts';
import type { Db } from './db.ts';

export function raisedKeys(db: Db): Set<string> {
  return new Set(
    db
      .select({ key: alertsRaised.key })
      .from(alertsRaised)
      .all()
      .map((row) => row.key),
  );
}

export function rememberRaised(db: Db, keys: readonly string[], raisedAt: number): void {
  for (const key of keys) db.insert(alertsRaised).values({ key, raisedAt }).onConflictDoNothing().run();
}
