// The drain's interface to the store.
import type { EntryId, TicketId } from '../core/domain/ids.ts';
import type { EntryKind, Progress, Service } from '../core/domain/outbox.ts';
import type { PiiCheckContext } from '../core/scrub/pii-check.ts';
import type { Circuit } from './circuit-breaker.ts';
import type { Step } from './next-step.ts';
import type { Arrival, IssueLocation } from './outcome.ts';

export interface DueEntry {
  readonly id: EntryId;
  readonly ticketId: TicketId;
  readonly kind: EntryKind;
  readonly payload: unknown;
  readonly state: 'queued' | 'unknown';
  readonly attempts: number;
  readonly lookUps: number;
  readonly leftAt: number | null;
  readonly createdAt: number;
  /** Record numbers of the ticket's cases. */
  readonly records: readonly string[];
  /** The ticket's issue number, once it is open. */
  readonly issueNumber: number | null;
  readonly context: PiiCheckContext;
}

/** Which entries may be picked up now. */
export interface Which {
  /** Kinds that may be sent. */
  readonly kinds: readonly EntryKind[];
  /** Whether entries that may have arrived are searched for. */
  readonly looking: boolean;
  readonly except: readonly EntryId[];
  /** A person wants it sent now: the sending delay is skipped. */
  readonly hasty: boolean;
}

/** The drain's interface to the store; each function is one transaction. */
export interface OutboxPort {
  /** Recovers the entries that a worker was sending when it died; returns how many. Only for the holder of the lock. */
  recover(): number;
  nextDue(now: number, which: Which): DueEntry | null;
  /** Until when a service asked not to be called, UTC ms; null when it may be. */
  limitOf(service: Service, now: number): number | null;
  noteLimit(service: Service, until: number): void;
  circuitOf(service: Service): Circuit;
  keepCircuit(service: Service, circuit: Circuit): void;
  /** When content-creating requests left within the last hour, oldest first; UTC ms. */
  sendLog(now: number): number[];
  /** Records the intent. Returns the entry as it is then, or null when it should no longer be sent. */
  claim(entry: DueEntry): DueEntry | null;
  /**
   * Records the progress of an entry that sets several values; right before each leaves, and when its answer arrived.
   */
  keepProgress(id: EntryId, progress: Progress, at: number): void;
  /** The target has moved: repoints this ticket's pending entries too. */
  relocate(ticketId: TicketId, to: IssueLocation): void;
  noteLeft(entry: DueEntry, at: number): void;
  settle(entry: DueEntry, step: Step, arrived: Arrival | null, at: number): void;
}
