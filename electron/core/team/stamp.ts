// A hybrid logical clock: the wall clock as far as it can be trusted, and a counter that keeps what was seen before
// what was done after (Kulkarni et al., "Logical Physical Clocks", 2014). Written so that comparing the text compares
// the time.
import { z } from 'zod';

const SHAPE = /^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f-]{36}$/;
const MOST_COUNTED = 0xffff;

/** UTC milliseconds, counter and desk: unique, and in order as text. */
export const stamp = z.string().regex(SHAPE).brand<'Stamp'>();
export type Stamp = z.output<typeof stamp>;

/** The stamp of what a desk (a UUID) does now, after everything up to `last` that it knows of. `now` in UTC ms. */
export function nextStamp(last: Stamp | null, now: number, desk: string): Stamp {
  const [ms, count] = last === null ? [0, 0] : [timeOf(last), Number.parseInt(last.slice(13, 17), 16)];
  if (now > ms) return write(now, 0, desk);
  return count < MOST_COUNTED ? write(ms, count + 1, desk) : write(ms + 1, 0, desk);
}

/** The later of two; what a desk knows of after it has heard of both. */
export function laterOf(one: Stamp | null, other: Stamp | null): Stamp | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

/** UTC milliseconds of the clock of the desk that wrote it. */
export function timeOf(one: Stamp): number {
  return Number.parseInt(one.slice(0, 12), 16);
}

/** The desk that wrote it. */
export function deskOf(one: Stamp): string {
  return one.slice(18);
}

function write(ms: number, count: number, desk: string): Stamp {
  return stamp.parse(`${hex(ms, 12)}-${hex(count, 4)}-${desk}`);
}

function hex(value: number, width: number): string {
  return Math.floor(value).toString(16).padStart(width, '0');
}
