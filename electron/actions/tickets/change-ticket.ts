// Changes an open ticket. What the lead changed goes through the outbox like everything else: checked for PII, field by
// field.
import type { ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { ticketChanges } from '../../core/compose/ticket-changes.ts';
import type { ActId, CaseId, EntryId, TicketId } from '../../core/domain/ids.ts';
import type { EntryKind, MovePipelinePayload } from '../../core/domain/outbox.ts';
import type { ScrubbedText } from '../../core/domain/pii.ts';
import { keysOf } from '../../core/domain/records.ts';
import { boardsOf } from '../../core/domain/team-boards.ts';
import { labelOfTeams } from '../../core/domain/team-problems.ts';
import type { TicketChanges } from '../../core/domain/ticket.ts';
import { checkPii, type PiiCheckContext } from '../../core/scrub/pii-check.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import type { StoredCase } from '../../store/cases/cases.ts';
import type { Db } from '../../store/db.ts';
import { appendEntry, entriesOfTicket, findEntry } from '../../store/outbox/outbox.ts';
import { findTeam } from '../../store/tickets/directory.ts';
import { findTicket, type StoredTicket } from '../../store/tickets/tickets.ts';
import { isReadable, movePipelinePayload, setProjectPayload } from '../../sync/payloads.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { ticketContext } from '../draft-ticket.ts';
import { requireScrubbed } from '../egress.ts';
import { requireTicket } from '../follow-up/follow-up.ts';
import { missingLabels } from '../outbox/outbox-entries.ts';
import { requireCase } from '../require-case.ts';

const LOGIN = /^[a-z\d](?:[a-z\d]|[-_](?=[a-z\d])){0,38}$/i;

/** @throws AppError `refused` when it is not open at GitHub, nothing was changed, or the text contains PII */
export function changeTicket(ctx: AppContext, input: ParsedInput<'tickets.change'>): { actId: ActId } {
  const { id, seen, board, project, ...wanted } = input;
  const { store, now } = ctx;
  return store.transaction((db) => {
    const { ticket, cases } = requireTicket(db, requireCase(ctx, id));
    if (ticket.number === null) throw new AppError('refused', 'The ticket is not open at GitHub yet.');
    const judge: Judge = (words, place) => requireScrubbed(words, ticketContext(db, ticket.id), place);
    const changes = judgeChanges(ticketChanges(seen, wanted), judge, ticketContext(db, ticket.id));
    const queued: QueuedChange[] = [];
    const fields = keysOf(changes).filter((name) => changes[name] !== undefined);
    if (fields.length > 0)
      queued.push({
        entryId: queueEdit(db, ticket, changes, now()),
        what: `a change of the ticket: ${fields.join(', ')}`,
      });
    const what = 'a change of the ticket: board';
    if (board !== undefined) queued.push({ entryId: queueBoard(db, ticket, board, judge, now()), what });
    if (project !== undefined) queued.push({ entryId: queueProject(db, ticket, project, judge, now()), what });
    if (queued.length === 0) throw new AppError('refused', 'Nothing was changed.');
    return { actId: noteChange(db, cases, queued, now()) };
  });
}

/** Each field that is words on its own. @throws AppError `refused`, `invalid` */
function judgeChanges(
  { title, body, labels, assignees, ...rest }: ReturnType<typeof ticketChanges>,
  judge: Judge,
  context: PiiCheckContext,
): TicketChanges {
  const theirs = labelOfTeams([...(labels?.add ?? []), ...(labels?.drop ?? [])]);
  if (theirs !== undefined)
    throw new AppError('refused', `The label "${theirs}" is managed by the team; Tier 3 neither sets nor removes it.`);
  for (const name of labels?.add ?? []) judge(name, 'a label');
  for (const login of assignees?.add ?? []) requireLogin(login, context);
  return {
    ...rest,
    labels,
    assignees,
    title: title && { was: title.was, becomes: judge(title.becomes, 'the title') },
    body: body && { was: body.was, becomes: judge(body.becomes, 'the description') },
  };
}

function requireLogin(login: string, context: PiiCheckContext): void {
  if (!LOGIN.test(login)) throw new AppError('invalid', `"${login}" is not a GitHub login.`);
  if (readsLikeName(login, context))
    throw new AppError(
      'refused',
      `"${login}" looks like the name of a person, and the directory has no such login. Add it there first.`,
    );
}

/**
 * A GitHub login is a handle by nature; a person's name in it, or anything known about the people of the case, is still
 * PII.
 */
function readsLikeName(login: string, context: PiiCheckContext): boolean {
  const piiCheck = checkPii(`@${login}`, context);
  return !piiCheck.clean && piiCheck.findings.some(({ detector }) => detector !== 'mention');
}

function queueEdit(db: Db, { id, repository }: StoredTicket, changes: TicketChanges, createdAt: number): EntryId {
  return appendEntry(db, { ticketId: id, kind: 'edit-issue', payload: { repository, changes }, createdAt });
}

type Board = NonNullable<ParsedInput<'tickets.change'>['board']>;

type Judge = (words: string, place: string) => ScrubbedText;

function queueBoard(
  db: Db,
  { id, team, repository }: StoredTicket,
  board: Board,
  judge: Judge,
  createdAt: number,
): EntryId {
  const { zenhub } = boardsOf(findTeam(db, team));
  if (zenhub === null) throw new AppError('refused', 'The directory names no ZenHub workspace for this team.');
  const { pipeline, estimate, priority, epic } = board;
  for (const words of [pipeline, priority, epic]) if (words != null) judge(words, 'the place on the board');
  const was = lastPlace(db, id);
  const payload = { repository, workspaceId: zenhub.workspaceId, pipeline, estimate, priority, epic, was };
  return appendEntry(db, { ticketId: id, kind: 'move-pipeline', payload, createdAt });
}

function queueProject(
  db: Db,
  { id, team, repository }: StoredTicket,
  fields: Readonly<Record<string, string>>,
  judge: Judge,
  createdAt: number,
): EntryId {
  const { project: board } = boardsOf(findTeam(db, team));
  if (board === null) throw new AppError('refused', 'The directory names no board at GitHub for this team.');
  for (const words of Object.entries(fields).flat()) judge(words, 'the place on the board');
  const { owner, number } = board;
  return appendEntry(db, {
    ticketId: id,
    kind: 'set-project',
    payload: { repository, owner, number, fields, was: lastFields(db, id, board) },
    createdAt,
  });
}

/** Where the ticket's card is, as far as the lead knows: the last place queued for it, sent or not. */
function lastPlace(db: Db, ticketId: TicketId): MovePipelinePayload['was'] {
  const places = placesOf(db, ticketId, 'move-pipeline').map((payload) => movePipelinePayload.parse(payload));
  const last = <K extends 'pipeline' | 'estimate' | 'priority'>(key: K) =>
    places.findLast((place) => place[key] !== undefined)?.[key];
  return { pipeline: last('pipeline'), estimate: last('estimate'), priority: last('priority') };
}

function lastFields(db: Db, ticketId: TicketId, { owner, number }: { owner: string; number: number }) {
  const places = placesOf(db, ticketId, 'set-project').map((payload) => setProjectPayload.parse(payload));
  const here = places.filter((place) => place.owner === owner && place.number === number);
  return Object.fromEntries(here.flatMap(({ fields }) => Object.entries(fields)));
}

function placesOf(db: Db, ticketId: TicketId, kind: EntryKind): unknown[] {
  const entries = entriesOfTicket(db, ticketId).filter(
    (one) => one.kind === kind && one.state !== 'withdrawn' && isReadable(one),
  );
  return entries.map(({ payload }) => payload);
}

interface QueuedChange {
  readonly entryId: EntryId;
  readonly what: string;
}

/** Each entry describes its own change, so they can be canceled one by one. */
function noteChange(db: Db, cases: readonly StoredCase[], queued: readonly QueuedChange[], at: number): ActId {
  const actId = newActId();
  for (const { id: caseId } of cases)
    for (const { entryId, what } of queued)
      addActivity(db, {
        at,
        actor: LEAD,
        caseId,
        verb: 'change-ticket',
        summary: `Queued ${what}`,
        undo: { kind: 'comment', entryId },
        actId,
      });
  return actId;
}

/**
 * Labels a sent entry should have set that the ticket lacks, and the ticket's location.
 * @throws AppError `refused` when none are missing
 */
export function lackingLabels(
  { store }: AppContext,
  id: EntryId,
): { repository: string; labels: string[]; ticket: StoredTicket } {
  const entry = findEntry(store.db, id);
  const ticket = entry === null ? null : findTicket(store.db, entry.ticketId);
  const labels = entry === null ? [] : missingLabels(entry, ticket);
  if (ticket === null || labels.length === 0) throw new AppError('refused', 'The ticket has all of its labels.');
  return { repository: ticket.repository, labels, ticket };
}

/** Queues labels that the ticket should have had from the start. */
export function addLabels(
  ctx: AppContext,
  ticket: StoredTicket,
  cases: readonly CaseId[],
  labels: readonly string[],
): void {
  const { store, now } = ctx;
  store.transaction((db) => {
    const entryId = queueEdit(db, ticket, { labels: { add: labels, drop: [] } }, now());
    const stored = cases.map((caseId) => requireCase(ctx, caseId));
    noteChange(db, stored, [{ entryId, what: `missing labels: ${labels.join(', ')}` }], now());
  });
}
