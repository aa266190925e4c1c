// How each kind of act is undone. The table is total: a new kind of step does not compile without its line.
import type { CaseId } from '../../core/domain/ids.ts';
import { markStanding, type StoredActivity, type UndoStep } from '../../store/activity/activity.ts';
import { casesOfTicket, changeCase, changeTags } from '../../store/cases/cases.ts';
import { markMaybeSame, markSame } from '../../store/cases/duplicates.ts';
import { changeProblem } from '../../store/cases/problems.ts';
import {
  chooseTicketKind,
  findDraft,
  forgetDecision,
  forgetDraft,
  saveDecision,
  saveDraft,
} from '../../store/cases/review.ts';
import type { Db } from '../../store/db.ts';
import { changeEntry, findEntry } from '../../store/outbox/outbox.ts';
import { markUnseen } from '../../store/replies/comments.ts';
import { dropSetting, writeSetting } from '../../store/settings.ts';
import { replaceTeams } from '../../store/tickets/directory.ts';
import { takeBack } from '../../store/tickets/github-move.ts';
import { ticketRenamed } from '../../store/tickets/tickets.ts';
import { withText } from '../../sync/payloads.ts';
import type { AppContext } from '../app-context.ts';
import { takeNoticeBack } from '../follow-up/release-notices.ts';
import { keepWords, typedWords } from '../kept-words.ts';
import { leaveOpenTicket } from '../outbox/join-open-ticket.ts';
import { cancelEntry, cancelTicket, type How, noteUndone } from '../outbox/pull-back.ts';
import { requireCase } from '../require-case.ts';
import { takeRuleBack } from '../review/desk-rules.ts';
import { rescrubCase } from '../scrub-case.ts';
import { undoMerge, undoMove } from '../trends/problems.ts';
import { undoLog } from './undo-log.ts';

type Kind = UndoStep['kind'];
type StepMap = { readonly [K in Kind]: Extract<UndoStep, { readonly kind: K }> };
type Step<K extends Kind> = StepMap[K];

/** What every step is given. */
export interface Undoing {
  readonly ctx: AppContext;
  readonly db: Db;
  readonly row: StoredActivity;
  readonly how: How;
}

interface UndoingCase extends Undoing {
  readonly caseId: CaseId;
}

interface Reverts<K extends Kind> {
  /** Cancels what the act queued. An entry or ticket of several cases counts once: the first case cancels it for all. */
  readonly cancel?: (undoing: Undoing, step: Step<K>) => void;
  /** Restores a case. */
  readonly ofCase?: (undoing: UndoingCase, step: Step<K>) => void;
  /** Restores what belongs to no case. */
  readonly ofDesk?: (undoing: Undoing, step: Step<K>) => void;
}

const cancelQueued = ({ db, how }: Undoing, { ticketId }: Step<'queue'>) => cancelTicket(db, ticketId, how);

function cancelEntryOnce({ db, how }: Undoing, { entryId }: Step<'comment' | 'join-ticket'>): void {
  const entry = findEntry(db, entryId);
  if (entry !== null && entry.state !== 'withdrawn') cancelEntry(db, entry, how);
}

const revertMerge = ({ db }: Undoing, { from, cases }: Step<'merge'>) => undoMerge(db, from, cases);
const revertRule = ({ db }: Undoing, { id }: Step<'rule'>) => takeRuleBack(db, id);

const STEPS: { readonly [K in Kind]: Reverts<K> } = {
  note: {},
  /** As a whole: see undo-import.ts. */
  import: {},
  log: {
    ofCase: ({ ctx, db, caseId, row, how }, { line }) => undoLog(ctx, db, { caseId, actId: row.actId, line }, how),
  },
  queue: { cancel: cancelQueued },
  comment: {
    cancel: (undoing, step) => {
      cancelEntryOnce(undoing, step);
      markUnseen(undoing.db, step.commentIds ?? []);
    },
  },
  read: { ofDesk: ({ db }, { commentIds }) => markUnseen(db, commentIds) },
  'join-ticket': { cancel: cancelEntryOnce },
  'join-open': { cancel: ({ db, row, how }, step) => leaveOpenTicket(db, step, row.at, how.at) },
  release: {
    cancel: ({ db, how }, { ticketId }) => {
      if (ticketId !== null) cancelTicket(db, ticketId, how);
    },
    ofCase: ({ db, caseId, how }, { typed }) => takeNoticeBack(db, caseId, typed, how.at),
  },
  triage: { ofCase: ({ db, caseId }, { status, team }) => changeCase(db, caseId, { status, team }) },
  tags: { ofCase: ({ db, caseId }, { before }) => changeTags(db, caseId, before) },
  problem: { ofCase: ({ db, caseId, how }, { before, decided }) => undoMove(db, caseId, before, decided, how.at) },
  same: {
    ofCase: ({ db, caseId }, { status, maybeSame }) => {
      markSame(db, caseId, null, status);
      if (maybeSame !== undefined) markMaybeSame(db, caseId, maybeSame);
    },
  },
  'not-same': { ofCase: ({ db, caseId }, { maybeSame }) => markMaybeSame(db, caseId, maybeSame) },
  decision: { ofCase: restoreDecision },
  draft: { ofCase: restoreDraft },
  discard: { ofCase: ({ db }, { keptId }) => markStanding(db, keptId) },
  words: { ofCase: restoreText },
  merge: { ofCase: revertMerge, ofDesk: revertMerge },
  rule: { ofCase: revertRule, ofDesk: revertRule },
  setting: { ofDesk: restoreSetting },
  directory: { ofDesk: ({ db }, { before }) => replaceTeams(db, before) },
  'github-move': { ofDesk: restoreAddresses },
  known: { ofDesk: ({ db }, { problem, before }) => changeProblem(db, problem, { known: before }) },
  rename: { ofDesk: ({ db }, { problem, before }) => changeProblem(db, problem, { title: before }) },
};

/** Cancels what an act queued; doing so twice changes nothing. */
export function cancelStep<K extends Kind>(undoing: Undoing, kind: K, step: Step<K>): void {
  STEPS[kind].cancel?.(undoing, step);
}

/** Restores the case of the row, or the desk if the act belongs to no case. */
export function revertStep<K extends Kind>(undoing: Undoing, kind: K, step: Step<K>): void {
  const { caseId } = undoing.row;
  if (caseId === null) STEPS[kind].ofDesk?.(undoing, step);
  else STEPS[kind].ofCase?.({ ...undoing, caseId }, step);
}

function restoreSetting({ ctx, db }: Undoing, { key, before }: Step<'setting'>): void {
  if (before === null) dropSetting(db, key);
  else writeSetting(db, key, before);
  ctx.queue.settingChanged(db, key);
}

function restoreAddresses({ db, how }: Undoing, step: Step<'github-move'>): void {
  takeBack(db, step);
  for (const { id, number } of step.tickets) {
    if (number === null) continue;
    const summary = `the move of the ticket, which is #${number} in ${step.from} again`;
    for (const { id: caseId } of casesOfTicket(db, id)) noteUndone(db, { caseId, summary }, how);
  }
  replaceTeams(db, step.teams);
}

function restoreDecision({ ctx, db, caseId, how }: UndoingCase, { start, end, before }: Step<'decision'>): void {
  if (before === null) forgetDecision(db, caseId, start, end);
  else saveDecision(db, caseId, { start, end, decision: before.decision, type: before.type }, how.at);
  rescrubCase(db, requireCase(ctx, caseId));
}

/** The draft that is replaced stays with the case as kept text, unless it was made from kept text. */
function restoreDraft({ db, caseId, how }: UndoingCase, { before, keptId, form }: Step<'draft'>): void {
  const draft = findDraft(db, caseId);
  if (keptId !== undefined) markStanding(db, keptId);
  else if (draft !== null) keepWords(db, caseId, { kind: 'ticket', ...draft }, how.at);
  if (form !== undefined) chooseTicketKind(db, caseId, form);
  if (before === null) forgetDraft(db, caseId);
  else saveDraft(db, caseId, before, how.at);
}

/**
 * Restores the previous text of an entry; the newer text stays with the case. Its target may have moved in the
 * meantime.
 */
function restoreText({ db, how }: Undoing, { entryId, before }: Step<'words'>): void {
  const entry = findEntry(db, entryId);
  if (entry === null) return;
  const [newer, older] = [typedWords(entry.kind, entry.payload), typedWords(entry.kind, before)];
  if (newer === null || older === null || (newer.title === older.title && newer.body === older.body)) return;
  for (const { id } of casesOfTicket(db, entry.ticketId)) keepWords(db, id, newer, how.at);
  changeEntry(db, entry.id, { payload: JSON.stringify(withText(entry, older)) });
  if (older.title !== null) ticketRenamed(db, entry.ticketId, older.title);
}
