// GitHub lets nobody make more than 80 issues and comments a minute and 500 an hour (its documented secondary limits); going
// on past that may get the account banned. Pure: when requests left is handed in, and it is kept in the store.

export const CONTENT_LIMITS = [
  { count: 80, ms: 60_000 },
  { count: 500, ms: 3_600_000 },
] as const;

/** Departures older than this are of no more use, in ms. */
export const LONGEST_MS = 3_600_000;

/** The instant (UTC ms) from which one more may leave; `now` when it may at once. `left` is sorted, oldest first. */
export function nextSendTime(left: readonly number[], now: number): number {
  let at = now;
  for (const { count, ms } of CONTENT_LIMITS) {
    const oldest = left[left.length - count];
    // One later than the window is long, so that no window of that length ever holds one too many.
    if (oldest !== undefined) at = Math.max(at, oldest + ms + 1);
  }
  return at;
}

/**
 * When so many more will have left, going as fast as the limits allow and one every `paceMs` at most; UTC ms. `left` is
 * sorted, oldest first.
 */
export function lastDeparture(left: readonly number[], waiting: number, now: number, paceMs = 0): number {
  const times = [...left];
  let at = now;
  for (let sent = 0; sent < waiting; sent += 1) {
    at = nextSendTime(times, sent === 0 ? at : at + paceMs);
    times.push(at);
  }
  return at;
}

/** Ms from one departure to the next of late, as the network and the services let them: the middle gap of the last minute. */
export function paceOf(left: readonly number[], now: number): number {
  const late = left.filter((at) => at > now - 60_000);
  const gaps = late
    .slice(1)
    .map((at, index) => at - (late[index] ?? at))
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}
