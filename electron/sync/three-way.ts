// Three-way, field by field: what the lead saw, what the lead wants, what stands there now. Nothing of somebody else's is
// written over: where both changed one value, the lead chooses. Pure.
import { missingOf } from '../core/compose/ticket-changes.ts';
import {
  type Change,
  type FieldConflict,
  type RemoteTicket,
  type SetChange,
  SINGLE_FIELDS,
  type SingleField,
  type TicketChanges,
} from '../core/words/ticket.ts';

/** What a field of the ticket says there, in words. */
function theirWords(field: SingleField, remote: RemoteTicket): string {
  return field === 'milestone' ? (remote.milestone?.title ?? '') : remote[field];
}

/** What the lead made of a field, in words; null where the lead left it alone. */
function ourWords(field: SingleField, changes: TicketChanges): Change<string> | null {
  if (field !== 'milestone') return changes[field] ?? null;
  const { milestone } = changes;
  return milestone === undefined ? null : { was: milestone.was ?? '', becomes: milestone.becomes?.title ?? '' };
}

/** Ends of lines and blanks at the end differ between what was typed and what a service keeps. */
function isSame(one: string, other: string): boolean {
  const plain = (text: string) => text.replace(/\r\n/g, '\n').trimEnd();
  return plain(one) === plain(other);
}

/** Fields that stand there neither as the lead saw them nor as the lead wants them. */
export function conflictsOf(changes: TicketChanges, remote: RemoteTicket): FieldConflict[] {
  return SINGLE_FIELDS.flatMap((field) => {
    const change = ourWords(field, changes);
    if (change === null) return [];
    const theirs = theirWords(field, remote);
    if (isSame(theirs, change.was) || isSame(theirs, change.becomes)) return [];
    return [{ field, was: change.was, ours: change.becomes, theirs }];
  });
}

/** Fields of one value that still have to be written. */
export function singlesToWrite(changes: TicketChanges, remote: RemoteTicket): SingleField[] {
  return SINGLE_FIELDS.filter((field) => {
    const change = ourWords(field, changes);
    return change !== null && !isSame(change.becomes, theirWords(field, remote));
  });
}

/** What of a set still has to come in or go. */
export function setToWrite(change: SetChange | undefined, has: readonly string[]): SetChange {
  const { add = [], drop = [] } = change ?? {};
  return { add: missingOf(add, has), drop: drop.filter((name) => missingOf([name], has).length === 0) };
}
