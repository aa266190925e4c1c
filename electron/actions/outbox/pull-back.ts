// Cancels tickets and entries in the outbox with everything that depends on them: cases, later reports, comments,
// messages, places on boards. Text that a person typed stays with the cases. Runs inside a transaction.
import { AppError } from '../../contract/errors.ts';
import type { CaseId, EntryId, TicketId } from '../../core/domain/ids.ts';
import { fieldOf } from '../../core/domain/records.ts';
import { activityOf, addActivity, markUndone, newActId, type StoredActivity } from '../../store/activity/activity.ts';
import { casesOfTicket, changeCase } from '../../store/cases/cases.ts';
import { saveDraft } from '../../store/cases/review.ts';
import type { Db } from '../../store/db.ts';
import { entriesOfTicket, findEntry, type StoredEntry, withdrawEntry } from '../../store/outbox/outbox.ts';
import { ticketWithdrawn } from '../../store/tickets/tickets.ts';
import { LEAD } from '../app-context.ts';
import { keepWords, typedWords } from '../kept-words.ts';
import { obstacleOf } from './undo-obstacle.ts';

export interface How {
  readonly at: number;
  /** What the activity puts before the summary of each act. */
  readonly says: string;
  /** The entry that may have left and that the lead says did not arrive. */
  readonly absent?: EntryId;
}

/**
 * Cancels a whole ticket: everything queued for it, and its cases go back to where they were.
 * @throws AppError `refused` when anything of it has left, or may have
 */
export function cancelTicket(db: Db, ticketId: TicketId, how: How): void {
  const entries = entriesOfTicket(db, ticketId);
  for (const entry of entries) withdraw(db, entry, how);
  ticketWithdrawn(db, ticketId, how.at);
  const cases = casesOfTicket(db, ticketId);
  for (const one of cases) {
    const rows = rowsOfEntries(db, one.id, ticketId, entries);
    const reworded = rows.some(
      ({ undo }) => undo?.kind === 'words' && kindOf(entries, undo.entryId) === 'create-issue',
    );
    const issue = entries.find((entry) => entry.kind === 'create-issue');
    if (reworded && issue !== undefined) putWordsBack(db, one.id, issue, cases.length === 1, how.at);
    takeBackRows(db, rows, entries, how);
    const queued = rows.find(({ undo }) => undo?.kind === 'queue')?.undo;
    const before = queued?.kind === 'queue' ? { status: queued.status, team: queued.team } : BEFORE_ANY_DECISION;
    changeCase(db, one.id, { ...before, ticketId: null });
  }
}

/** A report that joined a ticket automatically, or a release notice, was not decided before. */
const BEFORE_ANY_DECISION = { status: 'undecided', team: null } as const;

/**
 * Cancels one entry and reverts what its act did to its cases.
 * @throws AppError `refused` when it has left, or may have
 */
export function cancelEntry(db: Db, entry: StoredEntry, how: How): void {
  if (entry.state === 'withdrawn') throw new AppError('refused', 'This has already been pulled back.');
  withdraw(db, entry, how);
  const cases = casesOfTicket(db, entry.ticketId);
  for (const { id } of cases) {
    const rows = rowsOfEntries(db, id, null, [entry]);
    takeBackRows(db, rows, [entry], how);
    if (rows.some(({ undo }) => undo?.kind === 'join-ticket'))
      changeCase(db, id, { ...BEFORE_ANY_DECISION, ticketId: null });
  }
}

function withdraw(db: Db, entry: StoredEntry, { absent }: How): void {
  if (entry.state === 'withdrawn' || withdrawEntry(db, entry.id, entry.id === absent)) return;
  throw new AppError('refused', obstacleOf(entry) ?? 'It has been sent, or may have been.');
}

/**
 * Current acts of a case that depend on these entries, newest first, including the whole act that queued the ticket.
 */
function rowsOfEntries(
  db: Db,
  caseId: CaseId,
  ticketId: TicketId | null,
  entries: readonly StoredEntry[],
): StoredActivity[] {
  const ids = new Set<string>(entries.map((entry) => entry.id));
  const standing = activityOf(db, caseId).filter(({ undo, undoneAt }) => undo !== null && undoneAt === null);
  const queued = standing.find(({ undo }) => undo?.kind === 'queue' && undo.ticketId === ticketId);
  return standing.filter(
    ({ undo, actId }) => actId === queued?.actId || (undo !== null && 'entryId' in undo && ids.has(undo.entryId)),
  );
}

function kindOf(entries: readonly StoredEntry[], id: string): StoredEntry['kind'] | undefined {
  return entries.find((entry) => entry.id === id)?.kind;
}

function takeBackRows(db: Db, rows: readonly StoredActivity[], entries: readonly StoredEntry[], how: How): void {
  for (const row of rows) {
    if (!markUndone(db, row.id, how.at)) continue;
    noteUndone(db, row, how);
    keepTypedOfEntry(db, row, entries, how);
  }
}

/** The activity line that says what was reverted. */
export function noteUndone(
  db: Db,
  { caseId, summary }: Pick<StoredActivity, 'caseId' | 'summary'>,
  { at, says }: How,
): void {
  addActivity(db, {
    at,
    actor: LEAD,
    caseId,
    verb: 'undo',
    summary: `${says}: ${summary}`,
    undo: null,
    actId: newActId(),
  });
}

/** Verbs whose entry contains text that the lead typed. */
const TYPED: ReadonlySet<string> = new Set(['answer', 'change-ticket', 'edit-entry']);

/** Keeps what the lead typed in an act that is reverted, and follows the act to whatever was queued because of it. */
function keepTypedOfEntry(db: Db, row: StoredActivity, entries: readonly StoredEntry[], how: How): void {
  const { caseId, undo: step, verb, fact } = row;
  if (caseId === null || step === null || !('entryId' in step)) return;
  const entry = entries.find(({ id }) => id === step.entryId) ?? findEntry(db, step.entryId);
  if (entry === null) return;
  const isTyped = TYPED.has(verb) || fieldOf(fact, 'typed') === true;
  const words = isTyped && entry.kind !== 'create-issue' ? typedWords(entry.kind, entry.payload) : null;
  if (words !== null) keepWords(db, caseId, words, how.at);
  if (step.kind !== 'comment') return;
  for (const id of step.also ?? []) {
    const other = findEntry(db, id);
    if (other !== null) cancelFollower(db, other, how);
  }
}

/** Whatever was queued because of another entry is canceled with it, unless it has left. */
function cancelFollower(db: Db, entry: StoredEntry, how: How): void {
  if (entry.state !== 'withdrawn' && withdrawEntry(db, entry.id))
    for (const { id } of casesOfTicket(db, entry.ticketId))
      takeBackRows(db, rowsOfEntries(db, id, null, [entry]), [entry], how);
}

/** The edited text of a ticket becomes the draft again if it has one case; otherwise it is kept with each of them. */
function putWordsBack(db: Db, caseId: CaseId, issue: StoredEntry, isAlone: boolean, at: number): void {
  const words = typedWords(issue.kind, issue.payload);
  if (words === null || words.title === null) return;
  if (isAlone) saveDraft(db, caseId, { title: words.title, body: words.body }, at);
  else keepWords(db, caseId, words, at);
}
