// What a lead does about time: set an ETA, pause a clock, set a priority, snooze, ask for more, comment on the ticket.

import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { Countdown } from '../../contract/time-schemas.ts';
import { type FollowUpComment, followUpComment, requestMoreNote } from '../../core/compose/follow-up-comment.ts';
import { caseName } from '../../core/domain/case-name.ts';
import type { ActId, CaseId } from '../../core/domain/ids.ts';
import { PAUSE_NAMES } from '../../core/domain/obligation.ts';
import { EASTERN } from '../../core/domain/time.ts';
import { isSameTyped, type TypedWords } from '../../core/domain/typed-form.ts';
import { type EscalationStep, isTaken } from '../../core/follow-up/escalation-steps.ts';
import { addActivity, newActId, type UndoStep } from '../../store/activity/activity.ts';
import { casesOfTicket, type StoredCase } from '../../store/cases/cases.ts';
import { findTyped, forgetSent } from '../../store/cases/typed-words.ts';
import type { Db } from '../../store/db.ts';
import { appendEntry } from '../../store/outbox/outbox.ts';
import { markSeen } from '../../store/replies/comments.ts';
import { findTeam } from '../../store/tickets/directory.ts';
import { etasByTicket } from '../../store/tickets/open-tickets.ts';
import { findTicket, type StoredTicket } from '../../store/tickets/tickets.ts';
import { type AppContext, DESK, LEAD } from '../app-context.ts';
import { clocksOf, readPolicies } from '../clock.ts';
import { piiCheckContext, ticketContext } from '../draft-ticket.ts';
import { MARK_IN_CASE, requireScrubbed } from '../egress.ts';
import { queueNotes } from '../outbox/post-note.ts';
import { requireCase } from '../require-case.ts';

type FollowUp = ParsedInput<'follow-up.act'>['act'];

const DATE = new Intl.DateTimeFormat('en-US', {
  timeZone: EASTERN,
  dateStyle: 'medium',
  timeStyle: 'short',
});

/** Records a clock event on each case, undone together. @throws AppError `invalid` for a time in the past */
export function actOnClock(ctx: AppContext, { caseIds, act }: ParsedInput<'follow-up.act'>): { actId: ActId } {
  const { store, now } = ctx;
  const actId = newActId();
  const at = now();
  if (act.verb === 'snooze' && act.until <= at) throw new AppError('invalid', 'Choose a snooze time in the future.');
  if (act.verb === 'set-eta' && act.etaAt <= at)
    throw new AppError('invalid', 'An ETA has to be in the future. Choose a later time.');
  store.transaction((db) => {
    for (const caseId of caseIds) {
      requireCase(ctx, caseId);
      addActivity(db, {
        at,
        actor: LEAD,
        caseId,
        verb: act.verb,
        summary: inWords(act),
        fact: factOf(act),
        undo: { kind: 'note' },
        actId,
      });
    }
  });
  return { actId };
}

function inWords(act: FollowUp): string {
  switch (act.verb) {
    case 'set-eta':
      return `ETA set to ${DATE.format(act.etaAt)} Eastern`;
    case 'pause':
      return `Clock paused: ${PAUSE_NAMES[act.reason]}`;
    case 'resume':
      return 'Clock resumed';
    case 'set-priority':
      return act.priority === null ? 'Priority removed' : `Priority set to ${act.priority}`;
    case 'snooze':
      return `Alerts snoozed until ${DATE.format(act.until)} Eastern`;
  }
}

function factOf({ verb: _, ...fact }: FollowUp): unknown {
  return fact;
}

/** The note that asks Tier 2 for what is missing; from now on the clock waits for Tier 2. */
export function requestMore(
  ctx: AppContext,
  { id }: ParsedInput<'follow-up.requestMore'>,
): Output<'follow-up.requestMore'> {
  const { db } = ctx.store;
  const one = requireCase(ctx, id);
  const text = requireScrubbed(
    requestMoreNote(one.reference),
    piiCheckContext(db, one),
    'the request to Tier 2',
    MARK_IN_CASE,
  );
  actOnClock(ctx, { caseIds: [id], act: { verb: 'pause', reason: 'tier-2' } });
  return { text };
}

const SUMMARIES = {
  'request-status': 'Asked the team for an update',
  'escalate-pm': "Asked the team's product manager",
  answer: 'Answered the question on the ticket',
} as const;

/**
 * Queues a comment on the ticket of a case: an escalation step from its template, or an answer in the lead's own words.
 * @throws AppError `refused` when there is no open ticket, the step was already taken, or the text contains PII;
 * `conflict` when the answer was sent, or changed, in another window
 */
export function commentOnTicket(
  ctx: AppContext,
  { id, verb, text, typedOf }: ParsedInput<'follow-up.comment'>,
  actor = LEAD,
): { actId: ActId } {
  const { store, now } = ctx;
  return store.transaction((db) => {
    const one = requireCase(ctx, id);
    const { ticket, cases } = requireTicket(db, one);
    if (verb !== 'answer') refuseTaken(ctx, verb, cases);
    if (verb === 'answer' && typedOf !== undefined) refuseChanged(db, id, typedOf);
    const words = text ?? (verb === 'answer' ? '' : writeStep(ctx, one, verb).text);
    if (words.trim() === '') throw new AppError('invalid', 'Write the answer first.');
    const body = requireScrubbed(words, ticketContext(db, ticket.id), 'the comment');
    const payload = { repository: ticket.repository, body };
    const entryId = appendEntry(db, { ticketId: ticket.id, kind: 'add-comment', payload, createdAt: now() });
    if (verb === 'answer') forgetSent(db, 'answer', id, [words]);
    const also = verb === 'escalate-pm' ? queueNotes(db, ticket.id, 'escalated', now()) : [];
    const actId = newActId();
    const commentIds = verb === 'answer' ? markSeen(db, ticket.id, now()) : [];
    const undo: UndoStep = { kind: 'comment', entryId, also, commentIds };
    const common = {
      at: now(),
      actor,
      verb,
      summary: SUMMARIES[verb],
      fact: { typed: text !== undefined, arrivalIsNoted: true },
    };
    for (const { id: caseId } of cases) addActivity(db, { ...common, caseId, undo, actId });
    return { actId };
  });
}

/** @throws AppError `conflict` when the stored answer is not the one the window knows, or is gone */
function refuseChanged(db: Db, id: CaseId, typedOf: TypedWords | null): void {
  const kept = findTyped(db, 'answer', id);
  if (isSameTyped(kept, typedOf)) return;
  const why =
    kept === null ? 'Another window has sent or emptied this answer.' : 'Another window has changed this answer.';
  throw new AppError('conflict', `${why} Nothing was sent. Read the ticket and your answer again, then send.`);
}

/** @throws AppError `refused` when a case of the ticket has taken the step in the current run of its clock */
function refuseTaken(ctx: AppContext, step: EscalationStep, cases: readonly StoredCase[]): void {
  for (const one of cases) {
    const { countdowns, events } = clocksOf(ctx, one);
    if (isTaken(step, countdowns, events)) throw new AppError('refused', `${TAKEN[step]} Wait for an answer first.`);
  }
}

const TAKEN: Readonly<Record<EscalationStep, string>> = {
  'request-status': 'The team has already been asked for an update.',
  'escalate-pm': "The team's product manager has already been asked.",
};

/** A preview of the text that an escalation step would send, and why. */
export function previewComment(
  ctx: AppContext,
  { id, verb }: ParsedInput<'follow-up.preview'>,
): Output<'follow-up.preview'> {
  return writeStep(ctx, requireCase(ctx, id), verb);
}

export function requireTicket(db: Db, one: StoredCase): { ticket: StoredTicket; cases: StoredCase[] } {
  const ticket = one.ticketId === null ? null : findTicket(db, one.ticketId);
  if (ticket === null || ticket.withdrawnAt !== null)
    throw new AppError('refused', `${caseName(one.reference)} has no ticket to comment on.`);
  return { ticket, cases: casesOfTicket(db, ticket.id) };
}

function writeStep(ctx: AppContext, one: StoredCase, step: EscalationStep): FollowUpComment {
  const { db } = ctx.store;
  const { ticket, cases } = requireTicket(db, one);
  const team = findTeam(db, ticket.team);
  const clock = runningClock(ctx, one, step);
  return followUpComment(step, {
    assignees: team?.assignees ?? [],
    productManager: team?.productManager ?? '',
    waited: clock !== null && clock.leftMinutes < 0 ? waitedInWords(db, clock) : null,
    // While the clock for an ETA runs, none counts: the ticket may have been reopened since.
    etaAt: clock === null ? (etasByTicket(db).get(ticket.id) ?? null) : null,
    now: ctx.now(),
    references: cases.map(({ reference }) => reference),
  });
}

/** What the wait for a step counts from. */
const WAITS_SINCE: Readonly<Record<EscalationStep, readonly string[]>> = {
  'request-status': ['ticket-opened', 'notice-opened'],
  'escalate-pm': ['status-requested'],
};

function runningClock(ctx: AppContext, one: StoredCase, step: EscalationStep): Countdown | null {
  const ofStep = new Set(
    readPolicies(ctx.store.db).flatMap(({ id, start }) => (WAITS_SINCE[step].includes(start) ? [id] : [])),
  );
  const isOfStep = ({ policy, whenMissed, metAt }: Countdown) =>
    whenMissed === step && metAt === null && ofStep.has(policy);
  return clocksOf(ctx, one).countdowns.find(isOfStep) ?? null;
}

/** The time since a clock started, in the calendar of its policy. */
function waitedInWords(db: Db, { policy: id, targetMinutes, leftMinutes }: Countdown): string {
  const minutes = targetMinutes - leftMinutes;
  const [n, unit] = minutes < 60 ? [minutes, 'minute'] : [Math.floor(minutes / 60), 'hour'];
  const isAlways = readPolicies(db).find((one) => one.id === id)?.calendar === 'always';
  return `${n} ${isAlways ? '' : 'business '}${unit}${n === 1 ? '' : 's'}`;
}

/** Takes an escalation step automatically; false when it is refused and has to wait for the lead. */
export function byDesk(ctx: AppContext, caseId: CaseId, verb: 'request-status' | 'escalate-pm'): boolean {
  try {
    commentOnTicket(ctx, { id: caseId, verb }, DESK);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.kind === 'refused') return false;
    throw error;
  }
}
