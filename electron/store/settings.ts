// Settings of the desk by key, as JSON.
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { settings } from '../../drizzle/schema.ts';
import { type Db, parseJson, sqlValues } from './db.ts';

/** The saved value, or `otherwise` if there is none or it is no longer valid. */
export function readSetting<T extends z.ZodType>(db: Db, key: string, shape: T, otherwise: z.output<T>): z.output<T> {
  const value = sqlValues<string>(db, 'readSetting', 'SELECT value FROM settings WHERE key = ?').get(key);
  if (value === undefined) return otherwise;
  const parsed = shape.safeParse(parseJson(value));
  return parsed.success ? parsed.data : otherwise;
}

export function writeSetting(db: Db, key: string, value: unknown): void {
  const text = JSON.stringify(value);
  db.insert(settings)
    .values({ key, value: text })
    .onConflictDoUpdate({ target: settings.key, set: { value: text } })
    .run();
}

/** As if it had never been set. */
export function dropSetting(db: Db, key: string): void {
  db.delete(settings).where(eq(settings.key, key)).run();
}
