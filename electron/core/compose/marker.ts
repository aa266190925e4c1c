// The invisible mark an outbox entry leaves in the remote body, so that it can be found again after an ambiguous
// failure. GitHub has no idempotency key for issues.

import { type EntryId, entryId } from '../domain/ids.ts';

const MARK = /<!-- tier3-desk:([0-9a-f-]{36}) -->/;

/** The mark for an entry, a comment that GitHub does not render. */
export function markerOf(id: string): string {
  return `<!-- tier3-desk:${id} -->`;
}

export function withMarker(body: string, id: string): string {
  return `${body.trimEnd()}\n\n${markerOf(id)}\n`;
}

export function hasMarker(body: string | null | undefined, id: string): boolean {
  return body?.includes(markerOf(id)) ?? false;
}

/** Id of the entry whose mark a body carries; null where there is none. */
export function markIn(body: string): EntryId | null {
  return entryId.safeParse(MARK.exec(body)?.[1]).data ?? null;
}

/** The words alone. */
export function withoutMarker(body: string): string {
  return body.replace(MARK, '').trimEnd();
}

/** New words with the mark that the old body carries, where it carries one. */
export function keepMarker(words: string, old: string): string {
  const id = markIn(old);
  return id === null ? withoutMarker(words) : withMarker(withoutMarker(words), id);
}
