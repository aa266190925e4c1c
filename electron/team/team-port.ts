// The team loop's interface to the store; each function is one transaction.
import type { EntryId } from '../core/domain/ids.ts';
import type { TeamEvent } from '../core/team/changes.ts';
import type { Membership } from './membership.ts';

export interface WantedClaim {
  readonly entry: EntryId;
  /** The things that the entry must be the only one for. */
  readonly things: readonly string[];
}

export interface TeamPort {
  membership(): Membership | null;
  keepMembership(member: Membership): void;
  /** How far the log was read, and which event was there. */
  cursor(): { readonly position: number; readonly event: string | null };
  noteClock(offsetMs: number): void;
  /** Turns some unpublished local changes into events; false when everything is published. */
  tell(): boolean;
  /** Whether an event, by its id, is this desk's own or was heard before. */
  isKnown(id: string): boolean;
  /** Takes in what others did. True when it changed anything. */
  hear(events: readonly TeamEvent[], cursor: { readonly position: number; readonly event: string | null }): boolean;
  /** Whether a great deal is coming in, page after page. */
  filling(is: boolean): void;
  /** What the log has not, oldest first. */
  waiting(most: number): TeamEvent[];
  arrived(ids: readonly string[]): void;
  /** The log was replaced: it is read from its beginning, and what it may have lost is sent again. */
  startOver(): void;
  wantedClaims(): WantedClaim[];
  grant(entry: EntryId): void;
  /** Somebody else has it. */
  refuse(entry: EntryId, holder: string): void;
  /** Claims of entries that were canceled. */
  claimsToRelease(): EntryId[];
  released(entry: EntryId): void;
}
