// The append-only record of what was done. Undo marks an act as undone; nothing is ever taken out.
import { and, asc, desc, eq, gt, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { activity } from '../../../drizzle/schema.ts';
import type { Team } from '../../contract/schemas.ts';
import type { CaseStatus } from '../../core/domain/case.ts';
import type { ActId, ActivityId, CaseId, EntryId, RuleId, TicketId } from '../../core/domain/ids.ts';
import type { ReviewDecision } from '../../core/domain/pii.ts';
import type { TicketKind } from '../../core/domain/ticket-kinds.ts';
import type { TypedWords } from '../../core/domain/typed-form.ts';
import type { Draft } from '../cases/review.ts';
import { type Db, isOneOf, prepared, sqlValues } from '../db.ts';
import { whoIs } from '../identity.ts';
import { newId } from '../new-id.ts';
import type { EntryChange } from '../outbox/outbox.ts';
import type { BeforeMove } from '../tickets/github-move.ts';
import type { StoredTicket } from '../tickets/tickets.ts';
import { addLink, linkLine } from './audit.ts';

/** What undo needs to restore one case. */
export type UndoStep =
  | { readonly kind: 'triage'; readonly status: CaseStatus; readonly team: string | null }
  | { readonly kind: 'note' }
  /** A release notice: its ticket if it is outgoing, and the form as it was typed. */
  | { readonly kind: 'release'; readonly ticketId: TicketId | null; readonly typed: TypedWords }
  | { readonly kind: 'merge'; readonly from: string; readonly cases: readonly CaseId[] }
  | { readonly kind: 'problem'; readonly before: string | null; readonly decided: string | null }
  | { readonly kind: 'rename'; readonly problem: string; readonly before: string }
  | { readonly kind: 'known'; readonly problem: string; readonly before: string | null }
  | { readonly kind: 'join-ticket'; readonly entryId: EntryId }
  /** An open ticket that was joined: the ticket, its entries and the comments received, as they were before. */
  | {
      readonly kind: 'join-open';
      readonly entryId: EntryId;
      readonly ticket: {
        readonly number: number | null;
        readonly url: string | null;
        readonly openedAt: number | null;
        readonly state: StoredTicket['state'];
      };
      readonly entries: readonly { readonly id: EntryId; readonly change: EntryChange }[];
      readonly heard: readonly string[];
    }
  | { readonly kind: 'same'; readonly status: CaseStatus; readonly maybeSame?: CaseId }
  /** The answer that a case is not a duplicate. */
  | { readonly kind: 'not-same'; readonly maybeSame: CaseId }
  | { readonly kind: 'directory'; readonly before: readonly Team[] }
  | ({ readonly kind: 'github-move'; readonly teams: readonly Team[] } & BeforeMove)
  | { readonly kind: 'tags'; readonly before: readonly string[] }
  /** An outbox entry, such as a comment or a change of the ticket, and those queued because of it. */
  | {
      readonly kind: 'comment';
      readonly entryId: EntryId;
      readonly also?: readonly EntryId[];
      /** Comments that count as read because they were answered. */
      readonly commentIds?: readonly string[];
    }
  /** Comments that were marked as read. */
  | { readonly kind: 'read'; readonly commentIds: readonly string[] }
  /** A ticket draft as it was before; `keptId` if the new one was made from kept text. */
  | {
      readonly kind: 'draft';
      readonly before: Draft | null;
      readonly keptId?: ActivityId;
      /** The previously chosen kind of ticket; omitted if the act changed no kind. */
      readonly form?: TicketKind | null;
    }
  /** Kept text that was discarded. */
  | { readonly kind: 'discard'; readonly keptId: ActivityId }
  | { readonly kind: 'words'; readonly entryId: EntryId; readonly before: unknown }
  | { readonly kind: 'setting'; readonly key: string; readonly before: unknown }
  | {
      readonly kind: 'decision';
      readonly start: number;
      readonly end: number;
      readonly before: Pick<ReviewDecision, 'decision' | 'type'> | null;
    }
  | { readonly kind: 'rule'; readonly id: RuleId }
  /** A whole import. */
  | { readonly kind: 'import'; readonly importId: number }
  /** A line of the quick log, as it was typed. Raw. */
  | { readonly kind: 'log'; readonly line: string }
  | {
      readonly kind: 'queue';
      readonly ticketId: TicketId;
      readonly status: CaseStatus;
      readonly team: string | null;
    };

export interface NewActivity {
  readonly at: number;
  readonly actor: string;
  readonly caseId: CaseId | null;
  readonly verb: string;
  /** Shown on screen; never contains a value that was found to be personal. */
  readonly summary: string;
  /** What a clock has to know about the act in addition. */
  readonly fact?: unknown;
  readonly undo: UndoStep | null;
  readonly actId: ActId;
}

export interface StoredActivity extends NewActivity {
  readonly id: ActivityId;
  readonly undoneAt: number | null;
}

type Row = typeof activity.$inferSelect;

function fromRow(row: Row): StoredActivity {
  return {
    ...row,
    id: row.id,
    actId: row.actId,
    caseId: row.caseId,
    undo: row.undo === null ? null : JSON.parse(row.undo),
    fact: row.fact === null ? null : JSON.parse(row.fact),
  };
}

/**
 * A member of the team set something that holds here too: to be undone by name only, never as this desk's own last act.
 */
export const HEARD_VERB = 'hear-setting';

export function newActId(): ActId {
  return newId();
}

export function addActivity(db: Db, entry: NewActivity): void {
  const row = {
    ...entry,
    id: newId<ActivityId>(),
    who: whoIs(db),
    undo: entry.undo === null ? null : JSON.stringify(entry.undo),
    fact: entry.fact === undefined ? null : JSON.stringify(entry.fact),
  };
  prepared(db, 'addActivity', () =>
    db.$client.prepare(
      `INSERT INTO activity (id, at, actor, who, case_id, verb, summary, fact, undo, act_id)
       VALUES (@id, @at, @actor, @who, @caseId, @verb, @summary, @fact, @undo, @actId)`,
    ),
  ).run(row);
  linkLine(db, row);
}

export function activityOf(db: Db, caseId: CaseId): StoredActivity[] {
  return prepared(db, 'activityOf', () =>
    db
      .select()
      .from(activity)
      .where(eq(activity.caseId, sql.placeholder('caseId')))
      .orderBy(desc(activity.at), desc(activity.id))
      .prepare(),
  )
    .all({ caseId })
    .map(fromRow);
}

/** The rows of the latest undoable act, or of the given one; newest first. */
export function undoableAct(db: Db, actId?: ActId): StoredActivity[] {
  const open = and(isNotNull(activity.undo), isNull(activity.undoneAt));
  const own = and(open, ne(activity.verb, HEARD_VERB));
  const newest =
    actId ??
    db.select({ actId: activity.actId }).from(activity).where(own).orderBy(desc(activity.at), desc(activity.id)).get()
      ?.actId;
  if (newest === undefined) return [];
  return db
    .select()
    .from(activity)
    .where(and(open, eq(activity.actId, newest)))
    .orderBy(desc(activity.at), desc(activity.id))
    .all()
    .map(fromRow);
}

/** The latest undoable act of a case: an older one can only be undone after it. */
export function newestUndoableOf(db: Db, caseId: CaseId): ActId | null {
  const newest = sqlValues<ActId>(
    db,
    'newestUndoableOf',
    `SELECT act_id FROM activity WHERE case_id = ? AND undo IS NOT NULL AND undone_at IS NULL
     ORDER BY at DESC, id DESC LIMIT 1`,
  );
  return newest.get(caseId) ?? null;
}

/** The latest undoable acts, newest first: the rows of each, newest first. */
export function newestActs(db: Db, limit: number): StoredActivity[][] {
  const open = and(isNotNull(activity.undo), isNull(activity.undoneAt));
  const acts: StoredActivity[][] = [];
  let before = Number.MAX_SAFE_INTEGER;
  // Act by act: a bulk act has hundreds of rows, and only one of each is needed.
  while (acts.length < limit) {
    const row = db
      .select()
      .from(activity)
      .where(and(open, lt(activity.at, before)))
      .orderBy(desc(activity.at), desc(activity.id))
      .get();
    if (row === undefined) break;
    before = row.at;
    acts.push(...actsAt(db, row.at));
  }
  return acts.slice(0, limit);
}

/** Acts of the same instant with their rows, newest first. */
function actsAt(db: Db, at: number): StoredActivity[][] {
  const rows = db
    .select()
    .from(activity)
    .where(and(isNotNull(activity.undo), isNull(activity.undoneAt), eq(activity.at, at)))
    .orderBy(desc(activity.id))
    .all()
    .map(fromRow);
  return [...Map.groupBy(rows, (row) => row.actId).values()];
}

/** Whether an outbox entry is the status request of a case and was not canceled. */
export function isStatusRequest(db: Db, caseIds: readonly CaseId[], entryId: string): boolean {
  const row = db
    .select({ id: activity.id })
    .from(activity)
    .where(
      and(
        isOneOf(activity.caseId, caseIds),
        eq(activity.verb, 'request-status'),
        isNull(activity.undoneAt),
        eq(sql`json_extract(${activity.undo}, '$.entryId')`, entryId),
      ),
    )
    .limit(1)
    .get();
  return row !== undefined;
}

/** False when it was already undone. */
export function markUndone(db: Db, id: ActivityId, undoneAt: number): boolean {
  const mark = prepared(db, 'markUndone', () =>
    db.$client.prepare('UPDATE activity SET undone_at = ? WHERE id = ? AND undone_at IS NULL'),
  );
  if (mark.run(undoneAt, id).changes === 0) return false;
  addLink(db, { kind: 'undo', activityId: id, at: undoneAt });
  return true;
}

/** Restores what was undone. */
export function markStanding(db: Db, id: ActivityId): void {
  if (db.update(activity).set({ undoneAt: null }).where(eq(activity.id, id)).run().changes > 0)
    addLink(db, { kind: 'stand', activityId: id });
}

/** Undoable acts that were done after this one to the same case, or to no case if this one has none. */
export function standingAfter(db: Db, { id, at, caseId }: StoredActivity): StoredActivity[] {
  return prepared(db, caseId === null ? 'deskActsAfter' : 'caseActsAfter', () => {
    const isLater = or(
      gt(activity.at, sql.placeholder('at')),
      and(eq(activity.at, sql.placeholder('at')), gt(activity.id, sql.placeholder('id'))),
    );
    const isOfSame = caseId === null ? isNull(activity.caseId) : eq(activity.caseId, sql.placeholder('caseId'));
    return db
      .select()
      .from(activity)
      .where(and(isNotNull(activity.undo), isNull(activity.undoneAt), isOfSame, isLater))
      .orderBy(asc(activity.at), asc(activity.id))
      .prepare();
  })
    .all({ id, at, ...(caseId !== null && { caseId }) })
    .map(fromRow);
}

export function findActivity(db: Db, id: string): StoredActivity | null {
  const row = prepared(db, 'findActivity', () =>
    db
      .select()
      .from(activity)
      .where(sql`${activity.id} = ${sql.placeholder('id')}`)
      .prepare(),
  ).get({ id });
  return row === undefined ? null : fromRow(row);
}
