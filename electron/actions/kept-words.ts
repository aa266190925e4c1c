// Text that a person typed for a ticket and that was not sent: it stays with the case, to be read, reused or discarded.
import { z } from 'zod';
import { KEPT_KINDS, type KeptWords } from '../contract/activity-schemas.ts';
import type { ParsedInput } from '../contract/calls.ts';
import { AppError } from '../contract/errors.ts';
import type { ActId, ActivityId, CaseId } from '../core/domain/ids.ts';
import type { EntryKind } from '../core/domain/outbox.ts';
import {
  activityOf,
  addActivity,
  findActivity,
  markUndone,
  newActId,
  type StoredActivity,
} from '../store/activity/activity.ts';
import { type Draft, findDraft, saveDraft } from '../store/cases/review.ts';
import type { Db } from '../store/db.ts';
import {
  addCommentPayload,
  createIssuePayload,
  editIssuePayload,
  isReadable,
  postNotePayload,
} from '../sync/payloads.ts';
import { type AppContext, LEAD } from './app-context.ts';

const VERB = 'keep-words';
const fact = z.object({ kind: z.enum(KEPT_KINDS), title: z.string().nullable(), body: z.string() });
type TypedText = z.output<typeof fact>;

/** Keeps text with a case; text that is already kept is not kept twice. @returns null if there is nothing to keep */
export function keepWords(db: Db, caseId: CaseId, words: TypedText, at: number): ActivityId | null {
  if (words.body.trim() === '' && words.title === null) return null;
  const find = () => keptWordsOf(db, caseId).find(({ title, body }) => title === words.title && body === words.body);
  const same = find();
  if (same !== undefined) return same.id;
  addActivity(db, {
    at,
    actor: LEAD,
    caseId,
    verb: VERB,
    summary: 'Text that was not sent is kept with the case',
    fact: words,
    undo: null,
    actId: newActId(),
  });
  return find()?.id ?? null;
}

/** Text kept with a case and not discarded, newest first. Raw: it is checked when it is used. */
export function keptWordsOf(db: Db, caseId: CaseId): KeptWords[] {
  return activityOf(db, caseId).flatMap((row) =>
    row.verb === VERB && row.undoneAt === null && row.fact !== null
      ? [{ id: row.id, keptAt: row.at, ...fact.parse(row.fact) }]
      : [],
  );
}

/** What a person may have typed in an entry; null if there is no text, or it was damaged. */
export function typedWords(kind: EntryKind, payload: unknown): TypedText | null {
  if (!isReadable({ kind, payload })) return null;
  switch (kind) {
    case 'create-issue': {
      const { title, body } = createIssuePayload.parse(payload);
      return { kind: 'ticket', title, body };
    }
    case 'add-comment':
      return { kind: 'comment', title: null, body: addCommentPayload.parse(payload).body };
    case 'post-note':
    case 'post-teams-note':
      return { kind: 'comment', title: null, body: postNotePayload.parse(payload).text };
    case 'edit-issue': {
      const { title, body } = editIssuePayload.parse(payload).changes;
      if (title === undefined && body === undefined) return null;
      return { kind: 'change', title: title?.becomes ?? null, body: body?.becomes ?? '' };
    }
    default:
      return null;
  }
}

function requireKept(db: Db, id: ActivityId): StoredActivity & { readonly caseId: CaseId; readonly fact: TypedText } {
  const row = findActivity(db, id);
  if (row === null || row.caseId === null || row.verb !== VERB || row.undoneAt !== null)
    throw new AppError('not-found', 'This text is no longer kept.');
  return { ...row, caseId: row.caseId, fact: fact.parse(row.fact) };
}

/** Takes kept text off the case; one undo brings it back. @throws AppError `not-found` */
export function discardWords({ store, now }: AppContext, { id }: ParsedInput<'words.discard'>): { actId: ActId } {
  const actId = newActId();
  store.transaction((db) => {
    const { caseId } = requireKept(db, id);
    markUndone(db, id, now());
    const undo = { kind: 'discard', keptId: id } as const;
    addActivity(db, { at: now(), actor: LEAD, caseId, verb: 'discard-words', summary: 'Discarded text', undo, actId });
  });
  return { actId };
}

/**
 * Puts kept text into the draft of the case's ticket: a ticket replaces the draft, anything else is appended. One undo
 * restores the draft. `current` is the draft as it is now, whether written by a person or not.
 * @throws AppError `not-found`
 */
export function reuseWords(
  { store, now }: AppContext,
  { id }: ParsedInput<'words.use'>,
  current: (db: Db, caseId: CaseId) => Draft,
): { actId: ActId } {
  const actId = newActId();
  store.transaction((db) => {
    const { caseId, fact: kept } = requireKept(db, id);
    const { title, body } = current(db, caseId);
    const isTicket = kept.kind === 'ticket';
    const before = findDraft(db, caseId);
    saveDraft(
      db,
      caseId,
      { title: isTicket ? (kept.title ?? title) : title, body: isTicket ? kept.body : `${body}\n\n${kept.body}` },
      now(),
    );
    markUndone(db, id, now());
    const undo = { kind: 'draft', before, keptId: id } as const;
    const summary = 'Put kept text into the draft';
    addActivity(db, { at: now(), actor: LEAD, caseId, verb: 'use-words', summary, undo, actId });
  });
  return { actId };
}
