// Merges a ticket draft that was edited in two windows. Pure.
import type { DraftText } from './ticket-draft.ts';

/**
 * Three-way merge: `was` is the draft that `mine` is based on, `theirs` the current draft. Null if both changed the
 * same field differently: a person has to choose.
 */
export function mergeDraft(was: DraftText, mine: DraftText, theirs: DraftText): DraftText | null {
  const title = mergeField(was.title, mine.title, theirs.title);
  const body = mergeField(was.body, mine.body, theirs.body);
  return title === null || body === null ? null : { title, body };
}

function mergeField(was: string, mine: string, theirs: string): string | null {
  if (theirs === was || theirs === mine) return mine;
  return mine === was ? theirs : null;
}
