// The input of reports: cases with their activity, and which ledger may read which activity.
import { PAUSES } from '../domain/obligation.ts';
import { fieldOf } from '../domain/records.ts';
import type { Ledger } from '../domain/report.ts';

/** One activity that was not undone; `at` is UTC ms. */
export interface Act {
  readonly verb: string;
  readonly at: number;
  readonly actor: string;
  readonly fact: unknown;
}

/** The current attributes of a case. Both ledgers count by them. */
export interface CaseFacts {
  readonly id: string;
  readonly reference: string;
  readonly kind: 'case' | 'release-notice';
  readonly source: string;
  /** When it entered the queue at its source, and when it reached the desk; UTC ms. */
  readonly receivedAt: number;
  readonly importedAt: number;
  readonly team: string | null;
  readonly area: string | null;
  readonly problem: string | null;
  readonly tags: readonly string[];
  readonly spentMinutes: number | null;
  /** The source says that documentation resolved it. */
  readonly isDocumented: boolean;
  /** Counted with the case it duplicates. */
  readonly isDuplicate: boolean;
}

/** `acts` are sorted by time, without undone activity. */
export interface CaseHistory {
  readonly facts: CaseFacts;
  readonly acts: readonly Act[];
}

/** Activity that only one ledger reads. */
export const OWN_VERBS: Readonly<Record<Ledger, readonly string[]>> = {
  support: ['import', 'log', 'assign', 'tag', 'queue-ticket', 'request-status', 'release-notice', 'review'],
  product: ['team-answered', 'set-eta', 'escalate-pm'],
};

/**
 * Activity with which a case passes from one party to another, ending the time of one and starting that of the other;
 * and the priority, which sets the targets of both.
 */
export const HAND_OVERS: readonly string[] = [
  'escalate',
  'reassign',
  'respond',
  'out-of-scope',
  'same-case',
  'create-issue',
  'question-asked',
  'answer',
  'pause',
  'resume',
  'ticket-closed',
  'ticket-reopened',
  'set-priority',
];

export const REPORT_VERBS: readonly string[] = [...OWN_VERBS.support, ...OWN_VERBS.product, ...HAND_OVERS];

const READ_BY: Readonly<Record<Ledger, ReadonlySet<string>>> = {
  support: new Set([...OWN_VERBS.support, ...HAND_OVERS]),
  product: new Set([...OWN_VERBS.product, ...HAND_OVERS]),
};

export function isReadBy(ledger: Ledger, verb: string): boolean {
  return READ_BY[ledger].has(verb);
}

/** The party a pause waits for; null for an unknown one. */
export function pauseReason(fact: unknown): (typeof PAUSES)[number] | null {
  const reason = fieldOf(fact, 'reason');
  return PAUSES.find((one) => one === reason) ?? null;
}
