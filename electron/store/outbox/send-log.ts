// The send log: when content-creating requests left, and the progress of what was queued together.
import { and, count, eq, gt, gte, inArray, lt, min, sql } from 'drizzle-orm';
import { outbox, sendLog } from '../../../drizzle/schema.ts';
import { CONTENT_KINDS } from '../../core/domain/outbox.ts';
import type { Db } from '../db.ts';

/** Records that a content-creating request leaves now; entries older than `keepMs` are deleted. */
export function logSend(db: Db, at: number, keepMs: number): void {
  db.insert(sendLog).values({ at }).run();
  db.delete(sendLog)
    .where(lt(sendLog.at, at - keepMs))
    .run();
}

/**
 * When such requests left within this many ms before `now` (UTC ms), oldest first. Timestamps in the future (from a
 * clock that ran ahead) count too, but for no longer than the window.
 */
export function sendsWithin(db: Db, ms: number, now: number): number[] {
  const rows = db
    .select({ at: sendLog.at })
    .from(sendLog)
    .where(and(gt(sendLog.at, now - ms), lt(sendLog.at, now + ms)))
    .orderBy(sendLog.at)
    .all();
  return rows.map((row) => row.at);
}

const isContent = inArray(outbox.kind, [...CONTENT_KINDS]);

/**
 * The outbox's progress: how much content was queued since it was last empty, and how much of it is still pending. Null
 * when nothing is.
 */
export function sendProgress(db: Db): { readonly waiting: number; readonly total: number } | null {
  const waitingNow = and(isContent, eq(outbox.state, 'queued'));
  const oldest = db
    .select({ at: min(outbox.createdAt), n: count() })
    .from(outbox)
    .where(waitingNow)
    .get();
  if (oldest === undefined || oldest.at === null) return null;
  let since = oldest.at;
  // Whatever was sent while one of these waited belongs to them, and so does what waited at the same time.
  for (;;) {
    const before = db
      .select({ at: min(outbox.createdAt) })
      .from(outbox)
      .where(and(isContent, eq(outbox.state, 'sent'), gte(outbox.sentAt, since), lt(outbox.createdAt, since)))
      .get()?.at;
    if (before == null) break;
    since = before;
  }
  const total = db
    .select({ n: count() })
    .from(outbox)
    .where(
      // The plus keeps SQLite from using the index on state: nearly all of the outbox is sent.
      and(isContent, gte(outbox.createdAt, since), inArray(sql`+${outbox.state}`, ['queued', 'sending', 'sent'])),
    )
    .get();
  return { waiting: oldest.n, total: total?.n ?? oldest.n };
}
