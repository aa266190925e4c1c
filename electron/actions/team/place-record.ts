// A report that another desk imported: a new case here, or an existing one. It is scrubbed on this desk, by its own
// rules.
import { v5 as uuidOf } from 'uuid';
import type { CaseId } from '../../core/domain/ids.ts';
import { rawText } from '../../core/domain/pii.ts';
import type { CaseRecord, Change, Stamped, TeamEvent } from '../../core/team/changes.ts';
import { type FoldedCase, foldCase } from '../../core/team/fold.ts';
import type { Stamp } from '../../core/team/stamp.ts';
import type { Scrub } from '../../store/cases/case-scrubs.ts';
import { addCase, findCase } from '../../store/cases/cases.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import type { Db } from '../../store/db.ts';
import { nameCase, subjectOfCase } from '../../store/team/team.ts';
import { caseRow, caseWithNumber, settleCase } from '../../store/team/team-rows.ts';
import { rescrubCase } from '../scrub-case.ts';
import { scrubText } from '../scrub-words.ts';
import { problemOf } from './show.ts';
import { caseOf, saidOf, subjectOf } from './subjects.ts';
import { nameOfRules, sameScrub } from './told-scrub.ts';

const NAMESPACE = '0d6f1c4e-6a0b-4e0f-9a51-1f5f6f0f7c55';

type RecordChange = Extract<Change, { kind: 'record' }>;

/**
 * Places the reports of some events, each before its change is stored: what is known about its case is what was known
 * before. A new case is written once, with what the same events say about it.
 */
export function placerOf(
  db: Db,
  events: readonly TeamEvent[],
  merges: ReadonlyMap<string, string>,
): (told: RecordChange, stamp: Stamp) => void {
  const rules = nameOfRules(db);
  const told = saidOfCases(events);
  return (change, stamp) => {
    const { case: subject, record, scrub } = change;
    const id = caseOf(db, subject) ?? caseOfReport(db, subject, record);
    if (id === null) {
      const decided = firstDecided(foldCase(told.get(subject) ?? []), merges);
      addReport(db, change, { decided, scrub: sameScrub(scrub, rules) }, stamp);
      return;
    }
    const known = foldCase(saidOf(db, `case ${subject}`)).record;
    if (known === null || stamp > known.stamp) replaceReport(db, id, subject, record, stamp);
  };
}

function saidOfCases(events: readonly TeamEvent[]): Map<string, Stamped[]> {
  const said = new Map<string, Stamped[]>();
  for (const { stamp, changes } of events)
    for (const change of changes) {
      if (!('case' in change)) continue;
      const others = said.get(change.case);
      if (others === undefined) said.set(change.case, [{ stamp, change }]);
      else others.push({ stamp, change });
    }
  return said;
}

/** Only what depends on no other row: a ticket or another case may become known later. */
function firstDecided(known: FoldedCase, merges: ReadonlyMap<string, string>) {
  const decision = known.decision.winner?.value ?? null;
  const isPlain = decision !== null && decision.ticket === null && decision.sameAs === null;
  const decided = isPlain ? { status: decision.status, team: decision.team } : {};
  return { tags: known.tags, problem: problemOf(known, merges), ...decided };
}

/** The same report, imported here before the desk joined the team. */
function caseOfReport(db: Db, subject: string, { source, reference }: CaseRecord): CaseId | null {
  const id = caseWithNumber(db, source, reference);
  return id !== null && subjectOf(db, id) === subject ? id : null;
}

function addReport(
  db: Db,
  { case: subject, record }: RecordChange,
  known: { readonly decided: ReturnType<typeof firstDecided>; readonly scrub: Scrub | null },
  stamp: Stamp,
): void {
  const { rawText: text, hints: hintText, fields, reference: _, id: __, scrubbedArea, ...plain } = record;
  const [raw, hints] = [rawText(text), JSON.parse(hintText)];
  const scrub = known.scrub ?? scrubText(raw, hints, [], listRules(db));
  const reference = numberFor(db, subject, record, stamp);
  const { scrubbedText, scrubbedTitle, scrubberVersion, questions } = scrub;
  const scrubbed = { scrubbedText, scrubbedTitle, scrubbedArea, scrubberVersion, questions };
  const texts = { rawText: raw, hints, fields: JSON.parse(fields), ...scrubbed };
  const id = addCase(db, { ...plain, reference, ...texts, ...known.decided });
  if (id !== null) nameCase(db, subject, id);
}

/** Another desk imported it later: every desk shows that newer version. */
function replaceReport(db: Db, id: CaseId, subject: string, record: CaseRecord, stamp: Stamp): void {
  const { id: _, source: __, reference: ___, ...plain } = record;
  const first = foldCase(saidOf(db, `case ${subject}`)).firstRead;
  const since = first === null || stamp < first ? stamp : first;
  settleCase(db, id, { ...plain, reference: numberFor(db, subject, record, since, id) });
  const one = findCase(db, id);
  if (one !== null) rescrubCase(db, one);
}

/**
 * Two desks may have given different reports the same number if the source gives none: the first keeps it, and the
 * other gets a few letters appended. `self` is the case that will get it.
 */
function numberFor(db: Db, subject: string, { source, reference }: CaseRecord, stamp: Stamp, self?: CaseId): string {
  const holder = caseWithNumber(db, source, reference);
  if (holder === null || holder === self) return reference;
  const other = subjectOfCase(db, holder) ?? subjectOf(db, holder);
  if (other === null) return reference;
  const since = foldCase(saidOf(db, `case ${other}`)).firstRead;
  if (since !== null && since < stamp) return apart(subject, reference);
  settleCase(db, holder, { reference: apart(other, caseRow(db, holder)?.reference ?? reference) });
  return reference;
}

function apart(subject: string, reference: string): string {
  return `${reference}-${uuidOf(subject, NAMESPACE).slice(0, 4)}`;
}
