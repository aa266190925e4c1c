// What a clock hears of the activity of a case: verbs as events, with what else they say.
import { z } from 'zod';
import { type ClockEvent, type ClockEventName, PAUSES, PRIORITIES } from '../domain/obligation.ts';

/** Verb of an activity → the event it is. */
const EVENT_OF: Readonly<Record<string, ClockEventName>> = {
  escalate: 'decided',
  reassign: 'decided',
  respond: 'decided',
  'out-of-scope': 'decided',
  'same-case': 'decided',
  'source-resolved': 'decided',
  'source-reopened': 'received',
  'queue-ticket': 'ticket-queued',
  'add-comment': 'ticket-queued',
  'create-issue': 'ticket-opened',
  'ticket-reopened': 'ticket-opened',
  'status-arrived': 'status-requested',
  'team-answered': 'team-answered',
  'set-eta': 'eta-given',
  'escalate-pm': 'pm-escalated',
  'question-asked': 'question-asked',
  answer: 'answered',
  'release-notice': 'release-noticed',
  review: 'reviewed',
  'ticket-closed': 'closed',
  'fix-live': 'closed',
};

/** Verbs that say more than their name; what more is the fact of the activity. */
const FACTS = {
  pause: z.object({ reason: z.enum(PAUSES) }),
  resume: z.object({}),
  /** A report that went onto an open ticket is sent with that. */
  escalate: z.object({ onTicket: z.boolean().default(false) }).nullable(),
  /** Only one that came in is reviewed. Older desks did not note which way it went. */
  'release-notice': z.object({ direction: z.enum(['in', 'out']).default('in') }).nullable(),
  'set-priority': z.object({ priority: z.enum(PRIORITIES).nullable() }),
  snooze: z.object({ until: z.number() }),
  /** Older desks did not note when a request arrived: there it counts as arrived when it was queued. */
  'request-status': z.object({ arrivalIsNoted: z.boolean().default(false) }).nullable(),
} as const;

/** Decisions that need no ticket: the case is done with them. */
const ENDS: ReadonlySet<string> = new Set(['reassign', 'respond', 'out-of-scope', 'same-case']);

export const CLOCK_VERBS: readonly string[] = [...new Set([...Object.keys(EVENT_OF), ...Object.keys(FACTS)])];

export interface ClockRow {
  readonly verb: string;
  /** UTC ms. */
  readonly at: number;
  readonly fact: unknown;
}

/** The ticket of a notice promises no ETA. */
function eventOf(verb: string, isNotice: boolean): ClockEventName | undefined {
  const event = EVENT_OF[verb];
  return isNotice && event === 'ticket-opened' ? 'notice-opened' : event;
}

/** The events of a case, in order. `rows` are its activity without what was undone, sorted by time. */
export function readEvents(receivedAt: number, rows: readonly ClockRow[]): ClockEvent[] {
  const events: ClockEvent[] = [{ event: 'received', at: receivedAt }];
  let hasTicket = false;
  let isNotice = false;
  for (const { verb, at, fact } of rows) {
    const goesOut = verb === 'release-notice' && FACTS[verb].parse(fact)?.direction === 'out';
    if (goesOut) isNotice = true;
    const event = goesOut ? undefined : eventOf(verb, isNotice);
    // A release notice needs no triage: noting it decides it.
    if (verb === 'release-notice') events.push({ event: 'decided', at });
    if (event === 'ticket-opened' || event === 'notice-opened') hasTicket = true;
    // What is escalated is not with the team before its ticket is on the way.
    if (verb === 'escalate' && FACTS.escalate.parse(fact)?.onTicket !== true) events.push({ event: 'escalated', at });
    if (event !== undefined) {
      events.push({ event, at });
      // "Either assign, reassign, or respond": what never becomes a ticket is resolved when that is decided.
      // A record that its source has resolved is closed, whatever became of a ticket.
      if (verb === 'source-resolved' || (ENDS.has(verb) && !hasTicket)) events.push({ event: 'closed', at });
    } else if (verb === 'request-status') {
      events.push({ event: 'status-queued', at });
      if (FACTS[verb].parse(fact)?.arrivalIsNoted !== true) events.push({ event: 'status-requested', at });
    } else if (verb === 'pause') events.push({ event: 'paused', at, ...FACTS.pause.parse(fact) });
    else if (verb === 'resume') events.push({ event: 'resumed', at });
    else if (verb === 'set-priority') events.push({ event: 'priority-set', at, ...FACTS['set-priority'].parse(fact) });
    else if (verb === 'snooze') events.push({ event: 'snoozed', at, ...FACTS.snooze.parse(fact) });
  }
  return events;
}
