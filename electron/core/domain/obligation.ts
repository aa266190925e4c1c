// SLA policies as data: what starts, pauses and stops a clock, its target, its calendar, and what follows when it is
// missed.

/** Case events that start, stop or pause an SLA clock. Each comes from an activity that was not undone. */
export const CLOCK_EVENTS = [
  'received',
  'decided',
  'escalated',
  'ticket-queued',
  'ticket-opened',
  'notice-opened',
  'status-requested',
  'team-answered',
  'eta-given',
  'pm-escalated',
  'question-asked',
  'answered',
  'release-noticed',
  'reviewed',
  'closed',
] as const;
export type ClockEventName = (typeof CLOCK_EVENTS)[number];

export const CLOCK_EVENT_NAMES: Readonly<Record<ClockEventName, string>> = {
  received: 'the case came in',
  decided: 'the case is assigned, reassigned or answered',
  escalated: 'the case is escalated to a team',
  'ticket-queued': 'the ticket is queued',
  'ticket-opened': 'the ticket is open',
  'notice-opened': 'the ticket of a release notice is open',
  'status-requested': 'the status request has arrived',
  'team-answered': 'the team answered',
  'eta-given': 'the team gave an ETA',
  'pm-escalated': 'the product manager was asked',
  'question-asked': 'the team asked a question',
  answered: 'the question was answered',
  'release-noticed': 'the release notice came',
  reviewed: 'the release notice was reviewed',
  closed: 'the ticket is closed',
};

/** Parties a case can wait for. Its clocks are paused meanwhile, and the time is counted per party. */
export const PAUSES = ['tier-2', 'hold', 'release'] as const;
export type PauseReason = (typeof PAUSES)[number];
/** What can pause a clock: waiting for one of those parties, or the team waiting for our answer to its question. */
export const STANDS_STILL = [...PAUSES, 'answer'] as const;
export type StandsStill = (typeof STANDS_STILL)[number];
export const PAUSE_NAMES: Readonly<Record<StandsStill, string>> = {
  'tier-2': 'waits for Tier 2',
  hold: 'on hold',
  release: 'waits for a release',
  answer: 'waits for our answer',
};

export const PRIORITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];
export const PRIORITY_NAMES: Readonly<Record<Priority, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

export const WHEN_MISSED = ['alert', 'request-status', 'escalate-pm'] as const;
export type WhenMissed = (typeof WHEN_MISSED)[number];

export interface Policy {
  readonly id: string;
  readonly name: string;
  /** Only for cases of this priority; null for all. */
  readonly priority: Priority | null;
  readonly start: ClockEventName;
  readonly stop: readonly ClockEventName[];
  readonly pausedBy: readonly StandsStill[];
  /** In business minutes of its own calendar. */
  readonly targetMinutes: number;
  /** Id of a calendar. */
  readonly calendar: string;
  /** Fractions of the target at which the state becomes `soon` and `due`, such as 0.5 and 0.8. */
  readonly soonAt: number;
  readonly dueAt: number;
  readonly whenMissed: WhenMissed;
  readonly on: boolean;
}

/** SLA states. On screen each has a color, a shape and a label. */
export type CountdownState = 'fine' | 'soon' | 'due' | 'missed' | 'paused' | 'met';

/** One clock event; `at` is UTC ms. */
export type ClockEvent =
  | { readonly event: ClockEventName; readonly at: number }
  /** The request is on its way: the step is taken, and the wait for an answer begins when it is there. */
  | { readonly event: 'status-queued'; readonly at: number }
  | { readonly event: 'paused'; readonly at: number; readonly reason: PauseReason }
  | { readonly event: 'resumed'; readonly at: number }
  | { readonly event: 'priority-set'; readonly at: number; readonly priority: Priority | null }
  | { readonly event: 'snoozed'; readonly at: number; readonly until: number };
