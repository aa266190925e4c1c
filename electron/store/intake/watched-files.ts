// Files of the watched folder that were handled: the same file is never offered twice.
import { watchedFiles } from '../../../drizzle/schema.ts';
import type { Db } from '../db.ts';

export function knownStamps(db: Db): Set<string> {
  return new Set(
    db
      .select()
      .from(watchedFiles)
      .all()
      .map(({ stamp }) => stamp),
  );
}

/** @param seenAt UTC ms */
export function rememberFile(db: Db, stamp: string, seenAt: number): void {
  db.insert(watchedFiles).values({ stamp, seenAt }).onConflictDoNothing().run();
}
