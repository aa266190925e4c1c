// The idempotency marker that an outbox entry leaves in the body at GitHub, so that it can be found after an
// indeterminate failure. GitHub has no idempotency keys for issues.

import { type EntryId, entryId } from '../domain/ids.ts';

const MARK = /<!-- tier3-desk:([0-9a-f-]{36}) -->/;

/** The marker of an entry: a comment that GitHub does not render. */
function markerOf(id: string): string {
  return `<!-- tier3-desk:${id} -->`;
}

export function withMarker(body: string, id: string): string {
  return `${body.trimEnd()}\n\n${markerOf(id)}\n`;
}

export function hasMarker(body: string | null | undefined, id: string): boolean {
  return body?.includes(markerOf(id)) ?? false;
}

/** Id of the entry whose marker a body carries; null without one. */
export function markIn(body: string): EntryId | null {
  return entryId.safeParse(MARK.exec(body)?.[1]).data ?? null;
}

/** The body without its marker. */
export function withoutMarker(body: string): string {
  return body.replace(MARK, '').trimEnd();
}

/** A new body with the marker of the old one, if any. */
export function keepMarker(words: string, old: string): string {
  const id = markIn(old);
  return id === null ? withoutMarker(words) : withMarker(withoutMarker(words), id);
}
