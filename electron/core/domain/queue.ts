// The words of the lists: by which fields cases are filtered, how they are grouped, and where a case stands in time.

import type { CaseStatus, Source } from './case.ts';
import type { CaseId } from './ids.ts';

/** Fields a list can be filtered by; each shows how many cases every value has. */
export const FILTER_FIELDS = ['status', 'time', 'team', 'source', 'tag', 'trend'] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];

/** Allowed values a field; a field without any allows all. "" stands for none (no team, no tag, no trend). */
export type CaseFilter = { readonly [F in FilterField]?: readonly string[] | undefined };

export const GROUPINGS = ['time', 'team', 'trend', 'newest', 'status', 'source'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What time says of a case, worst first. */
export const SLA_STATES = ['missed', 'due', 'soon', 'fine', 'paused', 'stopped'] as const;
export type SlaStatus = (typeof SLA_STATES)[number];

export const SLA_STATE_NAMES: Readonly<Record<SlaStatus, string>> = {
  missed: 'Missed',
  due: 'Due soon',
  soon: 'Past half',
  fine: 'Fine',
  paused: 'Paused',
  stopped: 'No clock',
};

/** When the clocks of a case say something new, UTC ms. It holds from one activity of the case to the next. */
export interface SlaState {
  readonly clock: 'running' | 'paused' | 'stopped';
  /** When the first running promise falls due, and when it turns to soon and to due; 0 when none runs. */
  readonly dueAt: number;
  readonly soonFrom: number;
  readonly dueFrom: number;
  /** From when a step of the ladder waits; null for never. */
  readonly stepAt: number | null;
  /** When an alert may be owed; null for never. */
  readonly lookAt: number | null;
}

/** A case as the lists know it: everything they are filtered, grouped and ordered by. */
export interface IndexedCase extends SlaState {
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
