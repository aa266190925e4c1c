import { fieldOf } from '../../core/domain/records.ts';
import type { CaseRecord, Change, TeamAct, TeamFinding } from '../../core/team/changes.ts';
import {
  type FoldedCase,
  foldAct,
  foldCase,
  foldMerges,
  foldProblem,
  foldSetting,
  foldTicket,
  problemAfter,
} from '../../core/team/fold.ts';
import { standing } from '../../core/team/register.ts';
import { findActivity } from '../../store/activity/activity.ts';
import { problemDecision } from '../../store/cases/problems.ts';
import type { Db } from '../../store/db.ts';
import { findEntry } from '../../store/outbox/outbox.ts';
import { isSaid, type MarkKind } from '../../store/team/team.ts';
import { caseRow, findingRows, problemRow, settleCase } from '../../store/team/team-rows.ts';
import { findTicket } from '../../store/tickets/tickets.ts';
import { LEAD } from '../app-context.ts';
import { isOwnAct } from './own-acts.ts';
import { caseOf, saidOf, subjectOf, withoutTexts } from './subjects.ts';
import { isTeamSetting, settingToTell } from './team-settings.ts';
import { nameOfRules, scrubToTell } from './told-scrub.ts';

type CaseRow = NonNullable<ReturnType<typeof caseRow>>;

/** For each kind of row: its changes, by its id. `name` is the member's. */
export function createDiff(db: Db, name: string): Readonly<Record<MarkKind, (id: string) => Change[]>> {
  let merges: ReadonlyMap<string, string> | null = null;
  let rules: string | null = null;
  const merged = () => {
    merges ??= foldMerges(saidOf(db, 'merges'));
    return merges;
  };
  return {
    case: (id) => {
      const row = caseRow(db, id);
      if (row === null) return [];
      rules ??= nameOfRules(db);
      return caseChanges(db, row, { merges: merged(), rules });
    },
    problem(id) {
      const row = problemRow(db, id);
      if (row === null) return [];
      const { mergedInto, ticketId: ticket, ...rest } = row;
      const value = { ...rest, ticket };
      const said: Change[] = isSame(value, foldProblem(saidOf(db, `problem ${id}`)))
        ? []
        : [{ kind: 'problem', value }];
      if ((merged().get(id) ?? null) === mergedInto) return said;
      merges = null;
      return [...said, { kind: 'merge', from: id, into: mergedInto }];
    },
    ticket(id) {
      const row = findTicket(db, id);
      if (row === null) return [];
      const { team, repository, title, createdAt, number, url, openedAt, withdrawnAt } = row;
      const value = { id: row.id, team, repository, title, createdAt, number, url, openedAt, withdrawnAt };
      return isSame(value, foldTicket(saidOf(db, `ticket ${id}`))) ? [] : [{ kind: 'ticket', value }];
    },
    setting(key) {
      if (!isTeamSetting(key)) return [];
      const value = settingToTell(db, key);
      return foldSetting(saidOf(db, `setting ${key}`))?.value === value ? [] : [{ kind: 'setting', key, value }];
    },
    purge(id) {
      const subject = subjectOf(db, caseRow(db, id)?.id ?? null);
      return subject === null ? [] : [{ kind: 'purged', case: subject }];
    },
    entry(id) {
      const remoteId = findEntry(db, id)?.remoteId ?? null;
      return remoteId === null || isSaid(db, remoteId) ? [] : [{ kind: 'said', remoteId }];
    },
    act(id) {
      const row = findActivity(db, id);
      const subject = row === null || !isOwnAct(row) ? null : subjectOf(db, row.caseId);
      if (row === null || subject === null) return [];
      const known = foldAct(saidOf(db, `act ${id}`));
      if (known !== null && known.undoneAt === row.undoneAt) return [];
      const { at, verb, summary, actId, undoneAt } = row;
      const actor = row.actor === LEAD ? name : row.actor;
      const fact = row.fact == null ? null : JSON.stringify(row.fact);
      const value: TeamAct = known ?? { id: row.id, case: subject, at, actor, verb, summary, fact, actId, undoneAt };
      return [{ kind: 'act', value: { ...value, undoneAt } }];
    },
  };
}

function isSame(one: object, other: object | null): boolean {
  return other !== null && Object.entries(one).every(([key, value]) => fieldOf(other, key) === value);
}

function caseChanges(
  db: Db,
  row: CaseRow,
  { merges, rules }: { readonly merges: ReadonlyMap<string, string>; readonly rules: string },
): Change[] {
  const subject = subjectOf(db, row.id) ?? '';
  const known = foldCase(saidOf(db, `case ${subject}`));
  const changes: Change[] = [];
  const findings = findingRows(db, row.id);
  if (isReadAnew(row, known)) {
    const scrub = scrubToTell(row, rules, findings.length > 0);
    changes.push({ kind: 'record', case: subject, record: recordOf(row), scrub });
  }
  const decision = newDecision(db, row, known);
  if (decision !== null) changes.push({ kind: 'decision', case: subject, ...decision });
  changes.push(...newPlace(db, row, subject, known, merges));
  const asked = known.askSame.winner?.value ?? null;
  if (row.maybeSame !== caseOf(db, asked))
    changes.push({
      kind: 'ask-same',
      case: subject,
      seen: standing(known.askSame),
      value: subjectOf(db, row.maybeSame),
    });
  const tags = row.tags === '' ? [] : row.tags.split(' ');
  const [add, remove] = [
    tags.filter((tag) => !known.tags.includes(tag)),
    known.tags.filter((tag) => !tags.includes(tag)),
  ];
  if (add.length + remove.length > 0) changes.push({ kind: 'tags', case: subject, add, remove });
  for (const value of newFindings(findings, known.findings)) changes.push({ kind: 'finding', case: subject, value });
  return changes;
}

/** A case that was moved into a merged problem goes where that problem went: at once on this desk, as on the others. */
function newPlace(
  db: Db,
  row: CaseRow,
  subject: string,
  { place }: FoldedCase,
  merges: ReadonlyMap<string, string>,
): Change[] {
  const { id, problem } = row;
  const said = place.winner?.value.problem ?? null;
  if (problem === (said === null ? null : problemAfter(merges, said))) return [];
  if (problem !== null && problemAfter(merges, problem) !== problem)
    settleCase(db, id, { problem: problemAfter(merges, problem) });
  const by = problemDecision(db, id) === problem ? 'person' : 'desk';
  return [{ kind: 'place', case: subject, seen: standing(place), value: { problem, by } }];
}

/** Its number here, and when it was imported, are not news about the report. */
function isReadAnew(row: CaseRow, { record }: FoldedCase): boolean {
  const { id, reference, importedAt } = recordOf(row);
  return record === null || !isSame(withoutTexts(recordOf(row)), { ...record.value, id, reference, importedAt });
}

/** The report as it was imported. */
export function recordOf(row: CaseRow): CaseRecord {
  const { id, reference, reportedAt, receivedAt, importedAt, rawText, reporter, hints, fields } = row;
  const { scrubbedArea, person, contentKey, spentMinutes } = row;
  const times = { reportedAt, receivedAt, importedAt };
  const texts = { rawText, reporter, hints, fields, scrubbedArea };
  return { id, source: row.source, reference, ...times, ...texts, person, contentKey, spentMinutes };
}

const UNDECIDED = { status: 'undecided', team: null, ticket: null, sameAs: null } as const;

function newDecision(db: Db, row: CaseRow, { decision }: FoldedCase) {
  const { status, team, ticketId, sameAs } = row;
  const stands = decision.winner?.value ?? UNDECIDED;
  const isTold =
    stands.status === status &&
    stands.team === team &&
    stands.ticket === ticketId &&
    caseOf(db, stands.sameAs) === sameAs;
  // A duplicate ticket that was canceled here must never come back.
  const isGivenUp = decision.others.some(
    ({ value: { ticket } }) => ticket !== null && findTicket(db, ticket)?.withdrawnAt != null,
  );
  if (isTold && !isGivenUp) return null;
  const value = { status, team, ticket: ticketId, sameAs: subjectOf(db, sameAs) };
  return { seen: standing(decision), value };
}

function newFindings(rows: ReturnType<typeof findingRows>, known: readonly TeamFinding[]): TeamFinding[] {
  const spanOf = ({ start, end }: { start: number; end: number }) => `${start} ${end}`;
  const before = new Map(known.map((one) => [spanOf(one), one]));
  const now = new Set(rows.map(spanOf));
  const said = rows.filter((row) => {
    const was = before.get(spanOf(row))?.said;
    return was?.decision !== row.said.decision || was?.type !== row.said.type;
  });
  const takenBack = known.filter((one) => one.said !== null && !now.has(spanOf(one)));
  return [...said, ...takenBack.map((one) => ({ ...one, said: null }))];
}
