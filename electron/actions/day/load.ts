// Charts of the queue: cases received and decided per day, and how the time left is distributed.

import type { Day } from '../../contract/day-schemas.ts';
import { createOffsetAt } from '../../core/clock/zone.ts';
import { SLA_STATES } from '../../core/domain/queue.ts';
import { DAY_MS, EASTERN, HOUR_MS } from '../../core/domain/time.ts';
import type { CaseColumns } from '../../core/triage/case-columns.ts';
import { timeCode } from '../../core/triage/case-index.ts';
import { decidedByDay } from '../../store/activity/acts-that-stand.ts';
import type { AppContext } from '../app-context.ts';

const DAYS = 14;
/** Upper bounds of the bars, in elapsed hours; anything above the last is "later". */
const HOURS = [0, 4, 8, 12, 24, 48, 72];

const offsetAt = createOffsetAt(EASTERN);

/** The last 14 days in Eastern Time, oldest first. */
export function arrivals({ store, queue }: AppContext, now: number): Day['load']['days'] {
  const dayOf = (at: number) => Math.floor((at + offset) / DAY_MS);
  const offset = offsetAt(now);
  const today = dayOf(now);
  const days = Array.from({ length: DAYS }, (_, at) => ({
    at: (today - DAYS + 1 + at) * DAY_MS - offset,
    arrived: 0,
    decided: 0,
  }));
  const dayAt = (at: number) => days[dayOf(at) - today + DAYS - 1];
  const { receivedAt, size } = queue.all();
  const first = days[0]?.at ?? now;
  for (let slot = 0; slot < size; slot += 1) {
    const at = receivedAt[slot] ?? 0;
    const day = at < first ? undefined : dayAt(at);
    if (day !== undefined) day.arrived += 1;
  }
  for (const [day, n] of decidedByDay(store.db, first, offset)) {
    const bar = days[day - today + DAYS - 1];
    if (bar !== undefined) bar.decided += n;
  }
  return days;
}

/** Running cases by hours until they are due, each by the state of its clock. */
export function hoursLeft(columns: CaseColumns, now: number): Day['load']['left'] {
  const bars = [...HOURS, null].map((hours) => ({ hours, missed: 0, due: 0, soon: 0, fine: 0 }));
  for (let slot = 0; slot < columns.size; slot += 1) {
    const state = SLA_STATES[timeCode(columns, slot, now)];
    if (state === undefined || state === 'paused' || state === 'stopped') continue;
    const left = ((columns.dueAt[slot] ?? 0) - now) / HOUR_MS;
    const bar = bars.find(({ hours }) => hours === null || left < hours);
    if (bar !== undefined) bar[state] += 1;
  }
  return bars;
}
