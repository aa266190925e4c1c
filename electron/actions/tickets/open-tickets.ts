// All open tickets of the desk, and actions on a ticket as a whole.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import type { OpenTicket } from '../../contract/desk-tickets-calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { Countdown } from '../../contract/time-schemas.ts';
import { fixIsLiveNote } from '../../core/compose/follow-up-comment.ts';
import type { CaseId } from '../../core/domain/ids.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { casesOfTicket, changeCase } from '../../store/cases/cases.ts';
import {
  askingTickets,
  casesByOpenTicket,
  etasByTicket,
  lastWords,
  openTickets,
} from '../../store/tickets/open-tickets.ts';
import { findTicket } from '../../store/tickets/tickets.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { readRows } from '../cases/list-cases.ts';
import { ticketContext } from '../draft-ticket.ts';
import { requireScrubbed } from '../egress.ts';
import { waitingSteps } from '../follow-up/alerts.ts';

/** A desk with more open tickets than this shows the newest. */
const MOST = 1_000;
const STEPS = 200;

export function listOpenTickets(ctx: AppContext): Output<'tickets.list'> {
  const { db } = ctx.store;
  const [cases, etas, words] = [casesByOpenTicket(db), etasByTicket(db), lastWords(db)];
  const asking = askingTickets(db);
  const steps = new Map(waitingSteps(ctx, STEPS).map(({ row, step }) => [row.ticketId, step]));
  const shown = openTickets(db, MOST).filter(({ id }) => cases.has(id));
  const clocks = clocksOfFirst(
    ctx,
    shown.flatMap(({ id }) => cases.get(id)?.[0]?.id ?? []),
  );
  return {
    tickets: shown.map((ticket): OpenTicket => {
      const own = cases.get(ticket.id) ?? [];
      const [first] = own;
      return {
        ...ticket,
        etaAt: etas.get(ticket.id) ?? null,
        countdown: first === undefined ? null : (clocks.get(first.id) ?? null),
        step: steps.get(ticket.id) ?? null,
        asksUs: asking.has(ticket.id),
        lastWord: words.get(ticket.id) ?? null,
        cases: own,
      };
    }),
  };
}

/** A ticket shows the clocks of its first case: whatever is said on the ticket applies to all of its cases. */
function clocksOfFirst(ctx: AppContext, ids: readonly CaseId[]): ReadonlyMap<CaseId, Countdown | null> {
  const columns = ctx.queue.all();
  const wanted = new Set<string>(ids);
  const slots: number[] = [];
  for (let slot = 0; slot < columns.size; slot += 1) if (wanted.has(columns.ids[slot] ?? '')) slots.push(slot);
  return new Map(readRows(ctx, slots).map(({ id, countdown }) => [id, countdown]));
}

/**
 * The fix is live: each case waiting for the ticket is set to responded, undone together. The text for those who inform
 * the reporters lists the record numbers.
 * @throws AppError `refused` when no case waits for it
 */
export function markFixed({ store, now }: AppContext, { id }: ParsedInput<'tickets.fixed'>): Output<'tickets.fixed'> {
  return store.transaction((db) => {
    const ticket = findTicket(db, id);
    const waiting = ticket === null ? [] : casesOfTicket(db, id).filter(({ status }) => status === 'ticketed');
    if (ticket === null || waiting.length === 0)
      throw new AppError('refused', 'No case waits for this ticket any longer.');
    const note = fixIsLiveNote(waiting.map(({ reference }) => reference));
    const text = requireScrubbed(note, ticketContext(db, id), 'the note that the fix is live');
    const actId = newActId();
    for (const one of waiting) {
      changeCase(db, one.id, { status: 'responded', team: one.team });
      addActivity(db, {
        at: now(),
        actor: LEAD,
        caseId: one.id,
        verb: 'fix-live',
        summary: `The fix of #${ticket.number ?? 'its ticket'} is live; its reporters can be told`,
        actId,
        undo: { kind: 'triage', status: one.status, team: one.team },
      });
    }
    return { cases: waiting.length, actId, text };
  });
}
