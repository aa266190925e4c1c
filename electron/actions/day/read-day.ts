// My day: what needs the lead now, what came in, and charts of the queue.

import type { Output } from '../../contract/calls.ts';
import type { Day } from '../../contract/day-schemas.ts';
import type { CaseStatus } from '../../core/domain/case.ts';
import type { ScrubbedText } from '../../core/domain/pii.ts';
import { DAY_MS, EASTERN } from '../../core/domain/time.ts';
import { periodBefore, weekAt } from '../../core/reports/period.ts';
import { countByTime } from '../../core/triage/case-index.ts';
import { importedSince } from '../../store/intake/imported-cases.ts';
import { countOutbox, entriesInStates, NEEDS_A_PERSON } from '../../store/outbox/outbox.ts';
import { unseenByTicket } from '../../store/replies/comments.ts';
import { countUnseenTickets } from '../../store/replies/threads.ts';
import { referencesByTicket, ticketsById } from '../../store/tickets/tickets.ts';
import type { AppContext } from '../app-context.ts';
import { readRows } from '../cases/list-cases.ts';
import { requireScrubbed } from '../egress.ts';
import { waitingSteps } from '../follow-up/alerts.ts';
import { previewComment } from '../follow-up/follow-up.ts';
import { waitingDrafts } from '../reports/drafts.ts';
import { arrivals, hoursLeft } from './load.ts';

/** How many of each kind are shown; the rest is counted. */
const SHOWN = 12;
const ARRIVED = 6;
const STEPS = 40;
/** How many cases with a team are searched for an unanswered question. */
const LOOKED_AT = 60;
const RUNNING = 0;

export function readDay(ctx: AppContext): Output<'day.get'> {
  const columns = ctx.queue.all();
  const at = ctx.now();
  const { db } = ctx.store;
  const { missed, due, soon, fine, paused } = countByTime(columns, at);
  // By arrival in the desk: this morning's export contains reports from days ago.
  const arrived = importedSince(db, at - DAY_MS, ARRIVED).flatMap((id) => columns.slotOfId(id) ?? []);
  const steps = waitingSteps(ctx, STEPS);
  const drafts = slotsWith(ctx, 'escalated');
  const isDue = (slot: number) => columns.clock[slot] === RUNNING && (columns.dueFrom[slot] ?? 0) <= at;
  const next = slotsWith(ctx, 'undecided').filter(isDue);
  const questions = readRows(ctx, slotsWith(ctx, 'ticketed').filter(isDue).slice(0, LOOKED_AT)).filter(
    // What a team owes is requested by an escalation step; the rest is up to the lead.
    ({ countdown }) => countdown?.whenMissed === 'alert',
  );
  return {
    counts: { missed, due, soon, paused, running: missed + due + soon + fine + paused },
    decisions: readDecisions(ctx),
    answers: unseenByTicket(db, SHOWN).map(({ seenAt: _, ...answer }) => answer),
    steps: steps.map(({ row: { id, reference, title }, step }) => ({
      caseId: id,
      reference,
      title,
      step,
      ...previewComment(ctx, { id, verb: step }),
    })),
    drafts: readRows(ctx, drafts.slice(0, SHOWN)),
    reports: waitingDrafts(db),
    next: [...questions, ...readRows(ctx, next.slice(0, SHOWN))].slice(0, SHOWN),
    totals: {
      decisions: countOutbox(db).attention,
      answers: countUnseenTickets(db),
      steps: steps.length,
      drafts: drafts.length,
      next: next.length + questions.length,
    },
    arrived: readRows(ctx, arrived),
    lastWeek: weekToFill(at),
    load: { days: arrivals(ctx, at), left: hoursLeft(columns, at) },
  };
}

const WEEKDAY = new Intl.DateTimeFormat('en-US', { timeZone: EASTERN, weekday: 'short' });
const NUDGED_ON: ReadonlySet<string> = new Set(['Mon', 'Tue', 'Wed']);

/**
 * Once a week the desk asks for whatever the previous week lacks; its reports are drafted from what is filled in by
 * then.
 */
function weekToFill(at: number): string | null {
  return NUDGED_ON.has(WEEKDAY.format(at)) ? periodBefore(weekAt(at)).name : null;
}

const DATE = new Intl.DateTimeFormat('en-US', { timeZone: EASTERN, dateStyle: 'full' });

/** The day so far as text: figures only, checked like everything that leaves. */
export function reportDay(ctx: AppContext): ScrubbedText {
  const { load, counts, totals } = readDay(ctx);
  const today = load.days.at(-1) ?? { arrived: 0, decided: 0 };
  const lines = [
    `Tier 3 on ${DATE.format(ctx.now())}`,
    `Cases: ${today.arrived} received today, ${today.decided} decided, ${totals.drafts} escalated without a ticket yet`,
    `Clocks: ${counts.running} running, ${counts.missed} missed, ${counts.due} due soon, ${counts.paused} paused`,
    `Teams: ${totals.answers} threads to read, ${totals.steps} owe an answer`,
    `Outbox: ${countOutbox(ctx.store.db).waiting} waiting, ${totals.decisions} to decide`,
  ];
  return requireScrubbed(lines.join('\n'), {}, 'the report of the day');
}

/** Cases of a status in queue order. */
function slotsWith({ queue }: AppContext, status: CaseStatus): Int32Array {
  const { order, words, status: codes } = queue.all();
  const code = words.status.find(status);
  return order.filter((slot) => codes[slot] === code);
}

function readDecisions({ store: { db } }: AppContext): Day['decisions'] {
  const entries = entriesInStates(db, NEEDS_A_PERSON).slice(0, SHOWN);
  const ids = [...new Set(entries.map((entry) => entry.ticketId))];
  const [tickets, references] = [ticketsById(db, ids), referencesByTicket(db, ids)];
  return entries.map(({ id, ticketId, state, reason }) => ({
    id,
    state,
    reason,
    title: tickets.get(ticketId)?.title ?? '',
    references: references.get(ticketId) ?? [],
  }));
}
