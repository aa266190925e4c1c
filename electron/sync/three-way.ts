// A three-way merge, field by field: what the lead saw, what the lead wants, what is there now. Nobody else's changes
// are overwritten: if both changed one value, the lead chooses. Pure.
import { missingOf } from '../core/compose/ticket-changes.ts';
import type { Tried } from '../core/domain/outbox.ts';
import {
  type Change,
  type FieldConflict,
  type RemoteTicket,
  type SetChange,
  SINGLE_FIELDS,
  type SingleField,
  type TicketChanges,
} from '../core/domain/ticket.ts';

/** The current text of a ticket field. */
function theirWords(field: SingleField, remote: RemoteTicket): string {
  return field === 'milestone' ? (remote.milestone?.title ?? '') : remote[field];
}

/** The lead's text for a field; null if the lead left it alone. */
function ourWords(field: SingleField, changes: TicketChanges): Change<string> | null {
  if (field !== 'milestone') return changes[field] ?? null;
  const { milestone } = changes;
  return milestone === undefined ? null : { was: milestone.was ?? '', becomes: milestone.becomes?.title ?? '' };
}

/** Line endings and trailing blanks differ between what was typed and what a service stores. */
function isSame(one: string, other: string): boolean {
  const plain = (text: string) => text.replace(/\r\n/g, '\n').trimEnd();
  return plain(one) === plain(other);
}

/**
 * Fields whose current value is neither what the lead saw nor what the lead wants. `isUnsure` when an answer of ours
 * was lost and the ticket has changed since: then an unchanged value may have been changed back, and counts too.
 */
export function conflictsOf(changes: TicketChanges, remote: RemoteTicket, isUnsure: boolean): FieldConflict[] {
  return SINGLE_FIELDS.flatMap((field) => {
    const change = ourWords(field, changes);
    if (change === null) return [];
    const theirs = theirWords(field, remote);
    if (isSame(theirs, change.becomes) || (!isUnsure && isSame(theirs, change.was))) return [];
    return [{ field, was: change.was, ours: change.becomes, theirs }];
  });
}

/** A board field as text; null for an unset one. */
export interface PlaceField {
  readonly field: string;
  readonly wanted: string | null;
  readonly has: string | null;
  /** What the lead saw; undefined if unknown. */
  readonly was: string | null | undefined;
  readonly version: string | null;
}

export function isInPlace({ wanted, has }: PlaceField): boolean {
  return isSamePlace(wanted, has);
}

/** A field that someone else has set since the lead saw it, or since we tried to set it; null if it may be written. */
export function conflictAt(place: PlaceField, tried: Tried | null): FieldConflict | null {
  const { field, wanted, has, was, version } = place;
  if (isInPlace(place)) return null;
  const isUnchanged =
    tried === null
      ? was === undefined || isSamePlace(has, was)
      : isSamePlace(has, tried.found) && version === tried.version;
  if (isUnchanged) return null;
  return { field, was: (tried === null ? was : tried.found) ?? '', ours: wanted ?? '', theirs: has ?? '' };
}

/** Boards compare names case-insensitively. */
function isSamePlace(one: string | null, other: string | null): boolean {
  return one?.toLowerCase() === other?.toLowerCase();
}

/** Single-valued fields that still have to be written. */
export function singlesToWrite(changes: TicketChanges, remote: RemoteTicket): SingleField[] {
  return SINGLE_FIELDS.filter((field) => {
    const change = ourWords(field, changes);
    return change !== null && !isSame(change.becomes, theirWords(field, remote));
  });
}

/** What still has to be added to or removed from a set. */
export function setToWrite(change: SetChange | undefined, has: readonly string[]): SetChange {
  const { add = [], drop = [] } = change ?? {};
  return { add: missingOf(add, has), drop: drop.filter((name) => missingOf([name], has).length === 0) };
}
