// Lists of cases: the fields they are filtered and grouped by, and the SLA status they are ordered by.

import type { CaseStatus, Source } from './case.ts';
import type { CaseId } from './ids.ts';

/** Fields a list can be filtered by; the number of cases is shown for each value. */
export const FILTER_FIELDS = ['status', 'time', 'team', 'source', 'tag', 'trend'] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];

/** Allowed values per field; a field without any allows all. "" means none (no team, no tag, no trend). */
export type CaseFilter = { readonly [F in FilterField]?: readonly string[] | undefined };

export const GROUPINGS = ['time', 'team', 'trend', 'newest', 'status', 'source'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** SLA states of a case, worst first. */
export const SLA_STATES = ['missed', 'due', 'soon', 'fine', 'paused', 'stopped'] as const;
export type SlaState = (typeof SLA_STATES)[number];

export const SLA_STATE_NAMES: Readonly<Record<SlaState, string>> = {
  missed: 'Missed',
  due: 'Due soon',
  soon: 'Past half',
  fine: 'Fine',
  paused: 'Paused',
  stopped: 'No clock',
};

/** Cached SLA status of a case, valid until its next activity. All instants are UTC ms. */
export interface SlaStatus {
  readonly clock: 'running' | 'paused' | 'stopped';
  /** When the first running clock is due, and when its state becomes `soon` and `due`; 0 if none runs. */
  readonly dueAt: number;
  readonly soonFrom: number;
  readonly dueFrom: number;
  /** From when an escalation step is due; null for never. */
  readonly stepAt: number | null;
  /** When to check for alerts; null for never. */
  readonly lookAt: number | null;
}

/** A case in the lists: everything they are filtered, grouped and ordered by. */
export interface IndexedCase extends SlaStatus {
  readonly seq: number;
  readonly id: CaseId;
  readonly status: CaseStatus;
  /** "" for none. */
  readonly team: string;
  readonly source: Source;
  readonly receivedAt: number;
  /** Id of its problem; "" for none. */
  readonly problem: string;
  readonly tags: readonly string[];
}
