// Which alerts were raised.
import { alertsRaised } from '../../../drizzle/schema.ts';
import { type Db, isOneOf } from '../db.ts';

/** The key under which a trend is announced. */
export const trendKey = (problem: string) => `trend ${problem}`;

/** Which of these were raised before. */
export function raisedKeys(db: Db, keys: readonly string[]): Set<string> {
  const rows = db.select({ key: alertsRaised.key }).from(alertsRaised).where(isOneOf(alertsRaised.key, keys)).all();
  return new Set(rows.map((row) => row.key));
}

export function rememberRaised(db: Db, keys: readonly string[], raisedAt: number): void {
  for (const key of keys) db.insert(alertsRaised).values({ key, raisedAt }).onConflictDoNothing().run();
}
