// One draft of a ticket, typed in two windows. Pure.
import type { DraftText } from './ticket-draft.ts';

/**
 * `was` is the draft that `mine` was made from, `theirs` the draft as it stands by now. A field that only one side changed is
 * taken from that side. Null where both changed the same field, each in its own way: a person has to choose.
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
