// A known record is imported again with changes: recorded as activity, and applied to its clocks.

import { SOURCE_NAMES } from '../../core/domain/case.ts';
import type { ActId, CaseId } from '../../core/domain/ids.ts';
import type { Priority } from '../../core/domain/obligation.ts';
import type { DeskRule, RawText } from '../../core/domain/pii.ts';
import type { IncomingCase } from '../../core/intake/incoming-case.ts';
import { CHANGE_NAMES, changesBetween, type SourceChange } from '../../core/intake/source-change.ts';
import { sourcePriorityOf, sourceStateOf } from '../../core/intake/source-state.ts';
import { fastPath } from '../../core/route/fast-path.ts';
import { addActivity, type UndoStep } from '../../store/activity/activity.ts';
import { changeCase, changeTags, type StoredCase } from '../../store/cases/cases.ts';
import { problemDecision, putIntoProblem } from '../../store/cases/problems.ts';
import { forgetDecision, listDecisions, saveDecision } from '../../store/cases/review.ts';
import type { Db } from '../../store/db.ts';
import { saveSourceUpdate } from '../../store/intake/source-records.ts';
import { DESK } from '../app-context.ts';
import { areaOf, hintsOf } from '../incoming-words.ts';
import { joinProblem } from '../problems/join-problem.ts';
import { scrubBeside, scrubText } from '../scrub-words.ts';
import { takeFastPath } from './fast-path.ts';

interface Update {
  readonly rules: readonly DeskRule[];
  /** UTC ms. */
  readonly now: number;
  readonly actId: ActId;
}

/** Null if nothing changed. Runs inside a transaction. */
export function updateCase(db: Db, known: StoredCase, one: IncomingCase, { rules, now, actId }: Update) {
  const changes = changesBetween(one.source, known.fields, one.fields);
  if (changes.length === 0) return null;
  const hints = { ...known.hints, ...hintsOf(one) };
  if (one.text !== known.rawText) carryDecisions(db, known, one.text, now);
  const { findings, scrubbedText, scrubbedTitle, scrubberVersion, questions } = scrubText(
    one.text,
    hints,
    listDecisions(db, known.id),
    rules,
  );
  const beside = (words: string) => scrubBeside(words, { text: one.text, hints, findings }, rules);
  const area = areaOf(one);
  const scrubbedArea = area === null ? known.scrubbedArea : beside(area);
  saveSourceUpdate(db, known.id, {
    ...{
      rawText: one.text,
      reporter: one.reporter ?? known.reporter,
      hints,
      fields: withLink(one.fields, known.fields),
    },
    ...{ scrubbedTitle, scrubbedText, scrubbedArea, scrubberVersion, questions },
  });
  addActivity(db, {
    ...{ at: now, actor: DESK, caseId: known.id, actId, undo: null },
    verb: 'source-change',
    summary: `Changed in ${SOURCE_NAMES[one.source]}: ${changes.map((change) => inWords(change, beside)).join('; ')}`,
    fact: { changes },
  });
  const changed = new Map(changes.map((change) => [change.what, change]));
  let problem = known.problem ?? '';
  if (scrubbedText !== known.scrubbedText || scrubbedArea !== known.scrubbedArea)
    if (problemDecision(db, known.id) === null) {
      problem = joinProblem(db, scrubbedText, scrubbedArea, now).problem;
      putIntoProblem(db, known.id, problem);
    }
  const kind = fastPath(scrubbedText, scrubbedArea);
  const alarm =
    kind === null || known.tags.includes(kind)
      ? null
      : ({ caseId: known.id, reference: known.reference, kind } as const);
  if (alarm !== null) {
    changeTags(db, known.id, [...known.tags, alarm.kind]);
    takeFastPath(db, alarm, now);
  }
  const priority = sourcePriorityOf(one.priority);
  const isOnFastPath = alarm !== null || known.tags.some((tag) => tag === 'privacy' || tag === 'security');
  if (changed.has('priority') && priority !== null && !isOnFastPath)
    tellPriority(db, known.id, priority, { at: now, actId });
  const status = changed.get('status');
  if (status !== undefined) takeState(db, known, status, { at: Math.min(one.resolvedAt ?? now, now), now, actId });
  return { problem, alarm };
}

/** An export of Slack has no link to its message; the one that was logged stays. */
function withLink(fields: IncomingCase['fields'], before: IncomingCase['fields']): IncomingCase['fields'] {
  const link = before.find(({ name }) => name === 'link');
  return link === undefined || fields.some(({ name }) => name === 'link') ? fields : [...fields, link];
}

/** What changed, in words without anything personal: names of people and long texts are not repeated. */
function inWords({ what, from, to }: SourceChange, beside: (words: string) => string): string {
  const name = CHANGE_NAMES[what];
  if (what === 'owner')
    return to === null ? 'it no longer has an owner' : from === null ? 'it has an owner now' : 'another owner';
  if (what === 'text' || what === 'subject' || what === 'notes')
    return `another ${name}`.replace('another notes', 'other notes');
  if (what === 'priority') return `${name} ${sourcePriorityOf(from) ?? 'none'} → ${sourcePriorityOf(to) ?? 'none'}`;
  return `${name} ${said(from, beside)} → ${said(to, beside)}`;
}

/** Statuses as sources name them: never names of people, whatever a scrubber may take them for. */
const STATE =
  /^(?:\d - )?(?:new|open|active|assigned|(?:work )?in progress|on hold|pending|waiting|escalated|updated|(?:un)?resolved|closed|cancell?ed|(?:problem )?solved|information provided|reopened|complete|withdrawn|deleted)$/i;

function said(value: string | null, beside: (words: string) => string): string {
  return value === null ? 'empty' : STATE.test(value) ? value : beside(value);
}

/**
 * The reviewer's decisions carry over to the same text in the new version; if it is gone, there is nothing to decide.
 */
export function carryDecisions(db: Db, { id, rawText: old }: StoredCase, text: RawText, at: number): void {
  const decisions = listDecisions(db, id);
  for (const { start, end } of decisions) forgetDecision(db, id, start, end);
  for (const decision of decisions) {
    const words = old.slice(decision.start, decision.end);
    const start = text.startsWith(words, decision.start) ? decision.start : text.indexOf(words);
    if (start !== -1) saveDecision(db, id, { ...decision, start, end: start + words.length }, at);
  }
}

/** A record resolved at its source stops the clocks; one that was reopened restarts them. */
function takeState(
  db: Db,
  known: StoredCase,
  { from, to }: SourceChange,
  { at, now, actId }: { readonly at: number; readonly now: number; readonly actId: ActId },
): void {
  const [was, is] = [sourceStateOf(from), sourceStateOf(to)];
  if (is === 'resolved' && was !== 'resolved') {
    const isOurs = known.status === 'undecided' || known.status === 'escalated';
    if (isOurs) changeCase(db, known.id, { status: 'resolved', team: known.team });
    const undo = isOurs ? ({ kind: 'triage', status: known.status, team: known.team } as const) : null;
    tellResolved(db, known.id, { at, actId, undo });
  } else if (is === 'open' && was === 'resolved') {
    reopen(db, known, { at: now, actId });
  }
}

export function reopen(db: Db, { id, source, status, team }: StoredCase, { at, actId }: Told): void {
  if (status === 'resolved') changeCase(db, id, { status: 'undecided', team });
  addActivity(db, {
    ...{ at, actor: DESK, caseId: id, actId, undo: null },
    verb: 'source-reopened',
    summary: `Open again in ${SOURCE_NAMES[source]}: its clocks start over`,
  });
}

interface Told {
  readonly at: number;
  readonly actId: ActId;
}

export function tellResolved(
  db: Db,
  caseId: CaseId,
  { at, actId, undo }: Told & { readonly undo: UndoStep | null },
): void {
  const summary = 'Resolved at its source: its clocks stopped';
  addActivity(db, { at, actor: DESK, caseId, verb: 'source-resolved', summary, actId, undo });
}

export function tellPriority(db: Db, caseId: CaseId, priority: Priority, { at, actId }: Told): void {
  const summary = `Priority ${priority}, as its source says`;
  addActivity(db, { at, actor: DESK, caseId, verb: 'set-priority', summary, fact: { priority }, actId, undo: null });
}
