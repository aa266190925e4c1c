// What a ticket holds at the service, where people outside may have changed it, and how the desk changes it.
import type { ScrubbedText } from './pii.ts';

export interface Milestone {
  readonly number: number;
  readonly title: string;
}

/** A ticket as the service gave it last. Raw: anybody may have written there. */
export interface RemoteTicket {
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly milestone: Milestone | null;
}

/** A field that holds one value: what it was when the lead changed it, and what it becomes. */
export interface Change<Was, Becomes = Was> {
  readonly was: Was;
  readonly becomes: Becomes;
}

/** A field that holds many: what comes in and what goes, whatever others put there meanwhile. */
export interface SetChange {
  readonly add: readonly string[];
  readonly drop: readonly string[];
}

/** Only the fields the lead changed. */
export interface TicketChanges {
  readonly title?: Change<string, ScrubbedText> | undefined;
  readonly body?: Change<string, ScrubbedText> | undefined;
  readonly state?: Change<RemoteTicket['state']> | undefined;
  /** What it was by its title. */
  readonly milestone?: Change<string | null, Milestone | null> | undefined;
  readonly labels?: SetChange | undefined;
  readonly assignees?: SetChange | undefined;
}

/** Fields that hold one value, and so can be changed on both sides. */
export const SINGLE_FIELDS = ['title', 'body', 'state', 'milestone'] as const;
export type SingleField = (typeof SINGLE_FIELDS)[number];

/**
 * A field somebody else changed to another value meanwhile, in words to show; no milestone is no words. Where `theirs`
 * is what it was, an answer of ours was lost and it cannot be told whether ours arrived and was changed back.
 */
export interface FieldConflict {
  /** One of the ticket, or one of a board by its name there. */
  readonly field: string;
  readonly was: string;
  readonly ours: string;
  readonly theirs: string;
}
