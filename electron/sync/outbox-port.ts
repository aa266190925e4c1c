// What the drain needs of the store.
import type { EntryId, TicketId } from '../core/domain/ids.ts';
import type { EntryKind, Progress, Service } from '../core/domain/outbox.ts';
import type { PiiCheckContext } from '../core/scrub/pii-check.ts';
import type { Circuit } from './circuit-breaker.ts';
import type { Step } from './next-step.ts';
import type { Arrival, Place } from './outcome.ts';

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
  /** The number of the ticket's issue, once it is open. */
  readonly issueNumber: number | null;
  readonly context: PiiCheckContext;
}

/** What may be taken up now. */
export interface Which {
  /** Kinds that may be sent. */
  readonly kinds: readonly EntryKind[];
  /** Whether what may have arrived is looked for. */
  readonly looking: boolean;
  readonly except: readonly EntryId[];
  /** A person wants it sent now: the sending delay is passed over. */
  readonly hasty: boolean;
}

/** What the drain needs of the store; each function is one transaction. */
export interface OutboxPort {
  /** Sorts out what a worker that died was doing; how many entries that were. Only for the holder of the lock. */
  recover(): number;
  nextDue(now: number, which: Which): DueEntry | null;
  /** Until when a service wants to be left alone, UTC ms; null when it does not. */
  limitOf(service: Service, now: number): number | null;
  noteLimit(service: Service, until: number): void;
  circuitOf(service: Service): Circuit;
  keepCircuit(service: Service, circuit: Circuit): void;
  /** When requests that made content left within the last hour, oldest first; UTC ms. */
  departures(now: number): number[];
  /** Writes the intent. The entry as it stands then, or null when it is not to be sent any more. */
  claim(entry: DueEntry): DueEntry | null;
  /** Notes how far an entry is that sets several things; right before each leaves, and when its answer came. */
  keepProgress(id: EntryId, progress: Progress, at: number): void;
  /** What an entry writes to stands elsewhere now: so does everything else of it that waits. */
  relocate(ticketId: TicketId, to: Place): void;
  noteLeft(entry: DueEntry, at: number): void;
  settle(entry: DueEntry, step: Step, arrived: Arrival | null, at: number): void;
}
