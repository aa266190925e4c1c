// The audit chain: one link for each line of activity and for each change of one, each with the hash of the previous
// link. Whoever changes, drops or inserts a line breaks the chain at exactly that line. Its head is anchored outside,
// next to the store and in every snapshot, so that a truncated end is noticed too. The hashes have no key: whoever can
// open the store could forge the whole chain and every anchor with it, except for anchors that were copied elsewhere.
import { hash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { activity, auditLinks } from '../../../drizzle/schema.ts';
import { type Db, prepared } from '../db.ts';

/** `begin`: the chain begins here. `add`: a line was written. `undo`, `stand`: it was undone, or restored. */
const LINK_KINDS = ['begin', 'add', 'undo', 'stand'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export interface Link {
  readonly seq: number;
  readonly kind: LinkKind;
  readonly activityId: string | null;
  /** When a line was undone, or the chain begun (UTC ms). */
  readonly at: number | null;
  /** Of a line: the hashes of its payload and its undo data, which a purge may remove. */
  readonly payload: string | null;
  readonly hash: string;
}

/** The length of a chain, and the hash of its last link. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

export type ActivityRow = typeof activity.$inferSelect;

const sha256 = (text: string) => hash('sha256', text, 'base64url');

/**
 * The hashes of a line's payload and its undo data, separately, so that one can be removed and the other still be
 * verified.
 */
export function payloadOf({ fact, undo }: Pick<ActivityRow, 'fact' | 'undo'>): string {
  return `${part(fact)} ${part(undo)}`;
}

/** Lines whose payload contains text as someone typed or sent it. */
export const WORDED_VERBS: readonly string[] = ['keep-words', 'source-change', 'internal-note'];

const part = (text: string | null) => (text === null ? '-' : sha256(text));

/** Of the permanent part of a line. */
export function lineHash({ id, at, actor, who, caseId, verb, summary, actId }: Omit<ActivityRow, 'undoneAt'>): string {
  return sha256(JSON.stringify([id, at, actor, who, caseId, verb, summary, actId]));
}

/** @param line the hash of the added line; empty for other kinds */
export function linkHash(
  before: string,
  { seq, kind, activityId, at, payload }: Omit<Link, 'hash'>,
  line = '',
): string {
  return sha256(JSON.stringify([before, seq, kind, activityId, at, payload, line]));
}

export function headOf(db: Db): ChainHead | null {
  const newest = prepared(db, 'auditHead', () =>
    db.$client.prepare<[], ChainHead>('SELECT seq, hash FROM audit_links ORDER BY seq DESC LIMIT 1'),
  );
  return newest.get() ?? null;
}

export function hasLink(db: Db, { seq, hash }: ChainHead): boolean {
  return db.select({ hash: auditLinks.hash }).from(auditLinks).where(eq(auditLinks.seq, seq)).get()?.hash === hash;
}

/** Adds a link, within the transaction of what it records, so that no other link can come between. */
export function addLink(
  db: Db,
  link: { readonly kind: LinkKind; readonly activityId?: string; readonly at?: number; readonly payload?: string },
  line = '',
): void {
  const head = headOf(db);
  const whole = {
    seq: (head?.seq ?? 0) + 1,
    kind: link.kind,
    activityId: link.activityId ?? null,
    at: link.at ?? null,
    payload: link.payload ?? null,
  };
  // Runs for every line of activity, so it avoids the overhead of the query builder.
  prepared(db, 'addLink', () =>
    db.$client.prepare(
      'INSERT INTO audit_links (seq, kind, activity_id, at, payload, hash) VALUES (@seq, @kind, @activityId, @at, @payload, @hash)',
    ),
  ).run({ ...whole, hash: linkHash(head?.hash ?? '', whole, line) });
}

/** Links a line that was just written. */
export function linkLine(db: Db, row: Omit<ActivityRow, 'undoneAt'>): void {
  addLink(db, { kind: 'add', activityId: row.id, payload: payloadOf(row) }, lineHash(row));
}

/** Begins the chain if there is none: an older desk's lines are taken as found. @param now UTC ms */
export function beginChain(db: Db, now: number): void {
  if (headOf(db) !== null) return;
  db.$client
    .transaction(() => {
      addLink(db, { kind: 'begin', at: now });
      const older = db.select().from(activity).orderBy(activity.at, activity.id);
      for (const row of older.all()) {
        linkLine(db, row);
        if (row.undoneAt !== null) addLink(db, { kind: 'undo', activityId: row.id, at: row.undoneAt });
      }
    })
    .immediate();
}
