// From when on a repository is read. Pure. Instants are the service's own, as ISO 8601 without fractions of a second,
// so that they compare as text.
import { DAY_MS } from '../core/domain/time.ts';
import type { Cursor, WatchedRepository } from './pull-port.ts';

export interface PullWindow {
  /** The latest change the last pull has read. */
  readonly lastRead: string;
  /** Changes since then count as new. */
  readonly from: string;
  /** The list is read from here: earlier than `from` while something lost is searched for. */
  readonly listFrom: string;
  /** Whether older changes are listed too. The tag of such a response is of no use to the next pull. */
  readonly isSweep: boolean;
  readonly etag: string | null;
}

/**
 * The overlap that is read again each time: while pages are read, changed items move to the last page, and the first
 * item of the next page slips onto one that was already read. Known items are skipped.
 */
const OVERLAP_MS = 5 * 60_000;

/** @param cursor null for a repository that was never pulled */
export function pullWindow({ since, sweepFrom }: WatchedRepository, cursor: Cursor | null): PullWindow {
  // Clocks differ; starting a day early is enough for any of them.
  const last = cursor ?? { since: instant(since - DAY_MS), etag: null };
  const from = instant(Date.parse(last.since) - OVERLAP_MS);
  // Lists lag: what was lost may turn up with a date before the last pull.
  const lostFrom = sweepFrom === null ? from : instant(sweepFrom - DAY_MS);
  const isSweep = lostFrom < from;
  return {
    lastRead: last.since,
    from,
    listFrom: isSweep ? lostFrom : from,
    isSweep,
    etag: isSweep ? null : last.etag,
  };
}

/**
 * Where the next pull goes on. A tag belongs to one address: it is kept only if the next request will be for the same.
 * @param newest the latest change read
 */
export function nextCursor({ lastRead, isSweep }: PullWindow, newest: string, etag: string | null): Cursor {
  return { since: newest, etag: newest === lastRead && !isSweep ? etag : null };
}

/** UTC ms → the service's format. */
function instant(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}
