// GitHub allows at most 80 issues and comments a minute and 500 an hour (its documented secondary limits); going past
// that may get the account banned. Pure: the send log is passed in, and kept in the store.

export const CONTENT_LIMITS = [
  { count: 80, ms: 60_000 },
  { count: 500, ms: 3_600_000 },
] as const;

/** Entries of the send log older than this are no longer needed, in ms. */
export const LONGEST_MS = 3_600_000;

/** When one more may leave, UTC ms; `now` when it may leave at once. `left` is sorted, oldest first. */
export function nextSendTime(left: readonly number[], now: number): number {
  let at = now;
  for (const { count, ms } of CONTENT_LIMITS) {
    const oldest = left[left.length - count];
    // One ms longer than the window, so that no window of that length ever contains one too many.
    if (oldest !== undefined) at = Math.max(at, oldest + ms + 1);
  }
  return at;
}

/**
 * When that many more will have left, going as fast as the limits and one every `paceMs` allow; UTC ms. `left` is
 * sorted, oldest first.
 */
export function lastSendTime(left: readonly number[], waiting: number, now: number, paceMs = 0): number {
  const times = [...left];
  let at = now;
  for (let sent = 0; sent < waiting; sent += 1) {
    at = nextSendTime(times, sent === 0 ? at : at + paceMs);
    times.push(at);
  }
  return at;
}

/** Ms between recent requests, as the network and the services allow: the median gap of the last minute. */
export function paceOf(left: readonly number[], now: number): number {
  const late = left.filter((at) => at > now - 60_000);
  const gaps = late
    .slice(1)
    .map((at, index) => at - (late[index] ?? at))
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}
