// A restore is recorded as activity like any other act; the restored snapshot carries a note of it, and the first
// opening writes the line.
import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { activity } from '../../../drizzle/schema.ts';
import { addActivity, newActId } from '../activity/activity.ts';
import type { Db } from '../db.ts';
import { dropSetting, readSetting } from '../settings.ts';

export const RESTORE_NOTE = 'restored';
const VERB = 'restore';

const restore = z.object({
  /** When it happened, and when the snapshot was made, UTC ms. */
  at: z.number(),
  snapshotAt: z.number(),
  /** The name under which the previous desk is kept. */
  kept: z.string().nullable(),
});
export type Restore = z.infer<typeof restore>;

/** Within a transaction. */
export function tellRestore(db: Db): void {
  const note = readSetting(db, RESTORE_NOTE, restore.nullable(), null);
  if (note === null) return;
  const as = new Date(note.snapshotAt).toISOString().slice(0, 19).replace('T', ' ');
  const kept = note.kept === null ? '' : `; the desk as it was is kept as ${note.kept}`;
  addActivity(db, {
    at: note.at,
    actor: 'You',
    caseId: null,
    verb: VERB,
    summary: `Restored the desk as of ${as} UTC${kept}`,
    fact: note,
    undo: null,
    actId: newActId(),
  });
  dropSetting(db, RESTORE_NOTE);
}

/** Newest first. */
export function listRestores(db: Db): Restore[] {
  return db
    .select({ fact: activity.fact })
    .from(activity)
    .where(eq(activity.verb, VERB))
    .orderBy(desc(activity.at))
    .all()
    .map(({ fact }) => restore.parse(JSON.parse(fact ?? 'null')));
}
