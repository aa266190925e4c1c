// What every action is given: the store, the time, the calendar, and ways to notify others. One per open desk.
import type { DeskEvent } from '../contract/calls.ts';
import type { Calendar } from '../core/clock/calendar.ts';
import type { CaseFilter, Grouping } from '../core/domain/queue.ts';
import type { CaseColumns } from '../core/triage/case-columns.ts';
import type { Counts, GroupedCases } from '../core/triage/case-index.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Db } from '../store/db.ts';
import type { Store } from '../store/opening/open.ts';
import type { Reason } from '../store/snapshots/snapshots.ts';
import type { CaseReaders } from './read-incoming.ts';

export interface AppContext {
  readonly store: Store;
  readonly queue: CaseQueue;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly calendar: Calendar;
  readonly announce: (event: DeskEvent) => void;
  readonly jobs: Jobs;
  /** Whether somebody asked the desk for something a moment ago: long work then holds it for a shorter time. */
  readonly isInUse: () => boolean;
  readonly files: Files;
  /** Starts the threads that read the cases of a long import. */
  readonly startReaders: () => CaseReaders;
  /** Makes a snapshot of the store. @throws AppError `refused` when it cannot be made */
  readonly snapshot: (reason: Reason) => Promise<unknown>;
}

export interface FoundFile {
  readonly path: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** UTC ms. */
  readonly changedAt: number;
}

export interface Files {
  /** The files directly in a folder, without subfolders. @throws AppError `refused` when it cannot be read */
  list(folder: string): readonly FoundFile[];
  /** The contents of a file, in chunks. @throws AppError `refused` when it cannot be read */
  pieces(path: string): Iterable<Uint8Array>;
}

export interface CaseQuery {
  readonly filter: CaseFilter;
  readonly search: string;
}

export interface CaseQueue {
  /** Every case, least time left first. */
  all(): CaseColumns;
  /** `isReversed`: last first. */
  select(query: CaseQuery, group: Grouping, isReversed?: boolean): GroupedCases;
  count(query: CaseQuery): Counts;
  /** How many cases belong to a problem. */
  sizeOf(problem: string): number;
  /** When the reports of these problems came in, UTC ms, each counted once. */
  timesOf(problems: ReadonlySet<string>): Map<string, number[]>;
  /** Recomputes at most this many stale cases and returns how many it did. For long jobs that work in batches. */
  reindex(most: number): number;
  /** Records when the alerts of a case are next due for a check. */
  looked(db: Db, slot: number, next: number | null): void;
  /** Cases were deleted from the desk: everything is reloaded at the next read. */
  forget(): void;
  /** A setting changed. If clocks depend on it, every SLA status is stale. */
  settingChanged(db: Db, key: string): void;
}

/** Whose name goes into the activity. */
export const LEAD = 'You';
export const DESK = 'Desk';
