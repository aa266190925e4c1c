// The open time of a calendar as one timeline: how much of it lies before an instant, and when a given amount is
// reached. Computed in blocks of days on first use and cached, so that either question costs two binary searches.

/** The part of a calendar that a timeline needs. */
interface Days {
  readonly spec: { readonly name: string };
  dayOf(at: number): number;
  openSpans(day: number): readonly { readonly from: number; readonly to: number }[];
}

const BLOCK_DAYS = 64;
/** A calendar without an open minute in this many blocks (about five years) counts as closed forever. */
const LONGEST_CLOSURE_BLOCKS = 29;

interface Block {
  /** Starts and ends of its open spans (UTC ms), and the open ms of the block up to each end. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly upTo: Float64Array;
  readonly total: number;
}

export interface Timeline {
  /** Open ms before an instant, from an arbitrary origin; only differences are meaningful. */
  openBefore(at: number): number;
  /**
   * The first instant at or after `start` at which the timeline has reached `open` ms.
   * @throws RangeError when the calendar never opens again.
   */
  reach(open: number, start: number): number;
}

export function createTimeline(calendar: Days): Timeline {
  const blocks = new Map<number, Block>();
  const bases = new Map<number, number>();
  let [low, high] = [0, 0];

  function blockOf(at: number): number {
    return Math.floor(calendar.dayOf(at) / BLOCK_DAYS);
  }

  function block(index: number): Block {
    let found = blocks.get(index);
    if (found === undefined) {
      found = workOut(calendar, index * BLOCK_DAYS);
      blocks.set(index, found);
    }
    return found;
  }

  /** Open ms before a block begins. */
  function base(index: number): number {
    if (bases.size === 0) {
      bases.set(index, 0);
      [low, high] = [index, index];
    }
    for (; high < index; high += 1) bases.set(high + 1, (bases.get(high) ?? 0) + block(high).total);
    for (; low > index; low -= 1) bases.set(low - 1, (bases.get(low) ?? 0) - block(low - 1).total);
    return bases.get(index) ?? 0;
  }

  return {
    openBefore(at) {
      const index = blockOf(at);
      const { from, to, upTo } = block(index);
      const span = firstAbove(to, at);
      const before = span === 0 ? 0 : (upTo[span - 1] ?? 0);
      return base(index) + before + (span < from.length ? Math.max(0, at - (from[span] ?? at)) : 0);
    },
    reach(open, start) {
      let index = blockOf(start);
      for (let idle = 0; idle < LONGEST_CLOSURE_BLOCKS; index += 1) {
        const { from, to, upTo, total } = block(index);
        idle = total === 0 ? idle + 1 : 0;
        const left = open - base(index);
        if (left > total) continue;
        const span = Math.max(firstAbove(to, start), firstAtLeast(upTo, left));
        if (span < to.length) return Math.max((to[span] ?? 0) - ((upTo[span] ?? 0) - left), from[span] ?? 0);
      }
      throw new RangeError(`Calendar "${calendar.spec.name}" has no open hours.`);
    },
  };
}

function workOut(calendar: Days, firstDay: number): Block {
  const spans = Array.from({ length: BLOCK_DAYS }, (_, day) => calendar.openSpans(firstDay + day)).flat();
  const upTo = new Float64Array(spans.length);
  let total = 0;
  for (const [at, span] of spans.entries()) {
    total += span.to - span.from;
    upTo[at] = total;
  }
  return {
    from: Float64Array.from(spans, (span) => span.from),
    to: Float64Array.from(spans, (span) => span.to),
    upTo,
    total,
  };
}

/** Index of the first value above `limit`, or the length. Values are ascending. */
function firstAbove(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the first value at or above `limit`, or the length. */
function firstAtLeast(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) >= limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
