// Imports one report: scrubbed, assigned to its problem, its clock started; or merged into the existing case.
import { AppError } from '../../contract/errors.ts';
import type { ActId, CaseId } from '../../core/domain/ids.ts';
import type { DeskRule } from '../../core/domain/pii.ts';
import type { IncomingCase } from '../../core/intake/incoming-case.ts';
import { sourcePriorityOf, sourceStateOf } from '../../core/intake/source-state.ts';
import { addActivity } from '../../store/activity/activity.ts';
import { addCase, type StoredCase } from '../../store/cases/cases.ts';
import type { Db } from '../../store/db.ts';
import { findRecord, type RecordKey } from '../../store/intake/source-records.ts';
import { nextNumber } from '../../store/intake/unnumbered-cases.ts';
import { DESK, LEAD } from '../app-context.ts';
import { hintsOf } from '../incoming-words.ts';
import { joinProblem } from '../problems/join-problem.ts';
import { type ReadIncoming, readIncoming } from '../read-incoming.ts';
import { addToTicket } from '../trends/trend-ticket.ts';
import { contentKeyOf } from './content-key.ts';
import { type Alarm, takeFastPath } from './fast-path.ts';
import { tellPriority, tellResolved, updateCase } from './import-update.ts';
import { findSame, joinSame, maybeSame } from './join-same.ts';

export interface Imported {
  readonly what: 'new' | 'changed' | 'known';
  readonly caseId: CaseId;
  readonly problem: string;
  readonly alarm: Alarm | null;
  /** The case before the import, if it changed. */
  readonly before: StoredCase | null;
}

/** Shared by all cases of an import. */
export interface ImportRun {
  readonly rules: readonly DeskRule[];
  /** UTC ms. */
  readonly now: number;
  readonly actId: ActId;
  /** False for a file that was imported before: what has changed since is not reverted. */
  readonly takesChanges: boolean;
  /** Problems with an open ticket. */
  readonly ticketed: ReadonlySet<string>;
}

/** The record number identifies a row; a row without one is identified by its content, wherever it is in the sheet. */
export function keyOf(one: IncomingCase): RecordKey {
  const { source, reference } = one;
  return reference === null ? { contentKey: contentKeyOf(one) } : { source, reference };
}

/**
 * Scrubs one case, assigns it to its problem and starts its clock, unless it is already resolved at its source. For an
 * existing case, applies what changed. `read` is the result of reading it ahead.
 */
export function importCase(db: Db, one: IncomingCase, run: ImportRun, read?: ReadIncoming): Imported {
  const { rules, now, actId, ticketed } = run;
  const key = keyOf(one);
  const known = findRecord(db, key);
  if (known !== null) {
    const change = run.takesChanges ? updateCase(db, known, one, run) : null;
    if (change !== null) return { what: 'changed', caseId: known.id, before: known, ...change };
    return { what: 'known', caseId: known.id, problem: known.problem ?? '', alarm: null, before: null };
  }
  const { source, reportedAt, text, reporter, fields } = one;
  const reference = one.reference ?? nextNumber(db);
  const hints = hintsOf(one);
  const { scrubbedText, scrubbedTitle, scrubbedArea, scrubberVersion, questions, alarm, told } =
    read ?? readIncoming(one, rules);
  // The clock starts at the queue's own date, so that a late import shows as late; a date in the future is ignored.
  const receivedAt = Math.min(reportedAt, now);
  const { problem, because } = joinProblem(db, scrubbedText, scrubbedArea, now, told);
  const { person, same } = findSame(db, { source, hints, rawText: text, scrubbedText, reference, receivedAt, problem });
  const isResolved = sourceStateOf(one.status) === 'resolved';
  const id = addCase(db, {
    source,
    reference,
    reportedAt,
    receivedAt,
    importedAt: now,
    rawText: text,
    reporter,
    hints,
    fields,
    scrubbedTitle,
    scrubbedText,
    scrubbedArea,
    scrubberVersion,
    questions,
    problem,
    person,
    contentKey: 'contentKey' in key ? key.contentKey : null,
    status: isResolved ? 'resolved' : 'undecided',
    tags: alarm === null ? [] : [alarm],
  });
  if (id === null) throw new AppError('conflict', 'Another row with the same number came in at the same time.');
  addActivity(db, {
    at: now,
    actor: LEAD,
    caseId: id,
    verb: 'import',
    summary: `${one.cameFrom ?? `Imported from row ${one.row} of an export`}; ${because}`,
    undo: null,
    actId,
  });
  if (isResolved) tellResolved(db, id, { at: Math.min(one.resolvedAt ?? receivedAt, now), actId, undo: null });
  const priority = alarm === null ? sourcePriorityOf(one.priority) : null;
  if (priority !== null) tellPriority(db, id, priority, { at: receivedAt, actId });
  if (same?.isSure === true) joinSame(db, id, same, { at: now, actor: DESK });
  else if (same !== null) maybeSame(db, id, same, now);
  if (same?.isSure !== true && !isResolved && ticketed.has(problem)) addToTicket(db, problem, id, reference, now);
  const taken = alarm === null ? null : ({ caseId: id, reference, kind: alarm } as const);
  if (taken !== null) takeFastPath(db, taken, now);
  return { what: 'new', caseId: id, problem, alarm: taken, before: null };
}
