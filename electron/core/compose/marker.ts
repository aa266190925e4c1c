// The invisible mark an outbox entry leaves in the remote body, so that it can be found again after an ambiguous
// failure. GitHub has no idempotency key for issues.

/** The mark for an entry, a comment that GitHub does not render. */
export function markerOf(entryId: string): string {
  return `<!-- tier3-desk:${entryId} -->`;
}

export function withMarker(body: string, entryId: string): string {
  return `${body.trimEnd()}\n\n${markerOf(entryId)}\n`;
}

export function hasMarker(body: string | null | undefined, entryId: string): boolean {
  return body?.includes(markerOf(entryId)) ?? false;
}
