// A hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014): the wall clock plus a counter, so that
// whatever was seen sorts before what was done afterwards. Stamps compare as text.
import { z } from 'zod';

const SHAPE = /^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f-]{36}$/;
const MOST_COUNTED = 0xffff;

/** UTC ms, counter and desk: unique, and sortable as text. */
export const stamp = z.string().regex(SHAPE).brand<'Stamp'>();
export type Stamp = z.output<typeof stamp>;

/** The stamp of an event on a desk (a UUID) now (UTC ms), after everything up to `last`. */
export function nextStamp(last: Stamp | null, now: number, desk: string): Stamp {
  const [ms, count] = last === null ? [0, 0] : [timeOf(last), Number.parseInt(last.slice(13, 17), 16)];
  if (now > ms) return write(now, 0, desk);
  return count < MOST_COUNTED ? write(ms, count + 1, desk) : write(ms + 1, 0, desk);
}

/** The later of two stamps: the latest a desk knows after receiving both. */
export function laterOf(one: Stamp | null, other: Stamp | null): Stamp | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

/** UTC ms on the clock of the desk that made it. */
export function timeOf(one: Stamp): number {
  return Number.parseInt(one.slice(0, 12), 16);
}

/** The desk that made it. */
export function deskOf(one: Stamp): string {
  return one.slice(18);
}

function write(ms: number, count: number, desk: string): Stamp {
  return stamp.parse(`${hex(ms, 12)}-${hex(count, 4)}-${desk}`);
}

function hex(value: number, width: number): string {
  return Math.floor(value).toString(16).padStart(width, '0');
}
