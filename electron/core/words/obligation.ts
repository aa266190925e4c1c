// The promises of time. Targets are the seeds' (Call Center rules of engagement): 24 business hours to assign,
// reassign or respond; 48 without an ETA, then a status request through the ticket.

export const OBLIGATION_KINDS = ['act', 'eta'] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

export const OBLIGATION_NAMES: Readonly<Record<ObligationKind, string>> = { act: 'Act', eta: 'ETA' };

/** Targets in business minutes. */
export const TARGET_MINUTES: Readonly<Record<ObligationKind, number>> = { act: 24 * 60, eta: 48 * 60 };

/** What the time left means; each has a colour, a shape and a word (design: Look). */
export type TimeMeaning = 'fine' | 'soon' | 'due' | 'missed' | 'met';

/** One promise as it is stored; everything else about it is read off a calendar. */
export interface Obligation {
  readonly kind: ObligationKind;
  readonly startedAt: number;
  readonly targetMinutes: number;
  readonly metAt: number | null;
}
