// Turns the activity of a case into clock events.
import { z } from 'zod';
import { type ClockEvent, type ClockEventName, PAUSES, PRIORITIES } from '../domain/obligation.ts';

/** Verbs that map to one event each. */
const EVENT_OF: Readonly<Record<string, ClockEventName>> = {
  reassign: 'decided',
  respond: 'decided',
  'out-of-scope': 'decided',
  'same-case': 'decided',
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
  review: 'reviewed',
  'ticket-closed': 'closed',
  'fix-live': 'closed',
};

/** The payloads of verbs that have one. */
const FACTS = {
  pause: z.object({ reason: z.enum(PAUSES) }),
  resume: z.object({}),
  /** `onTicket`: added to an open ticket, which also sends it. */
  escalate: z.object({ onTicket: z.boolean().default(false) }).nullable(),
  /** Only incoming notices are reviewed. Older versions did not record the direction. */
  'release-notice': z.object({ direction: z.enum(['in', 'out']).default('in') }).nullable(),
  'set-priority': z.object({ priority: z.enum(PRIORITIES).nullable() }),
  snooze: z.object({ until: z.number() }),
  /** Older versions did not record when a request arrived; theirs count from when they were queued. */
  'request-status': z.object({ arrivalIsNoted: z.boolean().default(false) }).nullable(),
} as const;

/** Decisions that resolve a case without a ticket. */
const ENDS: ReadonlySet<string> = new Set(['reassign', 'respond', 'out-of-scope', 'same-case']);

export const CLOCK_VERBS: readonly string[] = [
  ...new Set([...Object.keys(EVENT_OF), ...Object.keys(FACTS), 'source-resolved']),
];

export interface ClockRow {
  readonly verb: string;
  /** UTC ms. */
  readonly at: number;
  readonly fact: unknown;
}

/** What earlier activity of a case means for later activity. */
interface SoFar {
  readonly hasTicket: boolean;
  /** An outgoing release notice: its ticket promises no ETA. */
  readonly isNotice: boolean;
}

/** Verbs that map to several events, or whose events depend on the payload. */
const EVENTS_OF: Readonly<Record<string, (at: number, fact: unknown) => ClockEvent[]>> = {
  // An escalated case is with the team only once its ticket is sent.
  escalate: (at, fact) =>
    FACTS.escalate.parse(fact)?.onTicket === true
      ? [{ event: 'decided', at }]
      : [
          { event: 'escalated', at },
          { event: 'decided', at },
        ],
  // A release notice needs no triage: adding it is the decision.
  'release-notice': (at, fact) =>
    isOutgoing(fact)
      ? [{ event: 'decided', at }]
      : [
          { event: 'decided', at },
          { event: 'release-noticed', at },
        ],
  'request-status': (at, fact) =>
    FACTS['request-status'].parse(fact)?.arrivalIsNoted === true
      ? [{ event: 'status-queued', at }]
      : [
          { event: 'status-queued', at },
          { event: 'status-requested', at },
        ],
  // A case resolved at its source is closed, whatever the state of its ticket.
  'source-resolved': (at) => [
    { event: 'decided', at },
    { event: 'closed', at },
  ],
  pause: (at, fact) => [{ event: 'paused', at, ...FACTS.pause.parse(fact) }],
  resume: (at) => [{ event: 'resumed', at }],
  'set-priority': (at, fact) => [{ event: 'priority-set', at, ...FACTS['set-priority'].parse(fact) }],
  snooze: (at, fact) => [{ event: 'snoozed', at, ...FACTS.snooze.parse(fact) }],
};

function isOutgoing(fact: unknown): boolean {
  return FACTS['release-notice'].parse(fact)?.direction === 'out';
}

function eventsOf({ verb, at, fact }: ClockRow, { hasTicket, isNotice }: SoFar): ClockEvent[] {
  const several = EVENTS_OF[verb];
  if (several !== undefined) return several(at, fact);
  const event = EVENT_OF[verb];
  if (event === undefined) return [];
  if (event === 'ticket-opened' && isNotice) return [{ event: 'notice-opened', at }];
  // "Either assign, reassign, or respond": a case without a ticket is resolved by that decision.
  if (ENDS.has(verb) && !hasTicket)
    return [
      { event, at },
      { event: 'closed', at },
    ];
  return [{ event, at }];
}

/** The events of a case, in order. `rows` are its activity, sorted by time and without undone activity. */
export function readEvents(receivedAt: number, rows: readonly ClockRow[]): ClockEvent[] {
  const events: ClockEvent[] = [{ event: 'received', at: receivedAt }];
  let hasTicket = false;
  let isNotice = false;
  for (const row of rows) {
    hasTicket ||= EVENT_OF[row.verb] === 'ticket-opened';
    isNotice ||= row.verb === 'release-notice' && isOutgoing(row.fact);
    events.push(...eventsOf(row, { hasTicket, isNotice }));
  }
  return events;
}
