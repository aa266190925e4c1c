// npm run bench:clock: 100,000 open obligations read anew, beside a bare loop over the same rows, and beside 10,000.
import { createCalendar } from '../../electron/core/clock/calendar.ts';
import { DEFAULT_CALENDARS } from '../../electron/core/clock/default-calendars.ts';
import { readCountdowns } from '../../electron/core/follow-up/countdown.ts';
import { DEFAULT_POLICIES } from '../../electron/core/follow-up/default-policies.ts';
import { type ClockRow, readEvents } from '../../electron/core/follow-up/events.ts';

const NOW = Date.parse('2026-11-20T15:00:00Z');
const HOUR = 3_600_000;
const ROUNDS = 9;
const calendars = Object.fromEntries(Object.entries(DEFAULT_CALENDARS).map(([id, spec]) => [id, createCalendar(spec)]));
const rules = { policies: DEFAULT_POLICIES, calendarOf: ({ calendar }: { calendar: string }) => calendars[calendar]! };

interface Row {
  readonly receivedAt: number;
  readonly acts: string;
}

/** Rows as the store gives them: when the case came, and its acts as JSON; every fifth paused, every third with a ticket. */
function makeRows(count: number): Row[] {
  return Array.from({ length: count }, (_, at) => {
    const receivedAt = NOW - ((at * 7919) % (30 * 24)) * HOUR;
    const acts: ClockRow[] = [];
    if (at % 3 === 0) acts.push({ verb: 'create-issue', at: receivedAt + HOUR, fact: null });
    if (at % 5 === 0) acts.push({ verb: 'pause', at: receivedAt + 2 * HOUR, fact: { reason: 'tier-2' } });
    return { receivedAt, acts: JSON.stringify(acts) };
  });
}

/** What reading the rows costs without any clock: their acts as objects, and one sum so that nothing is skipped. */
function bareLoop(rows: readonly Row[]): number {
  let sum = 0;
  for (const { receivedAt, acts } of rows)
    for (const act of readEvents(receivedAt, JSON.parse(acts))) sum += NOW - act.at;
  return sum;
}

function recompute(rows: readonly Row[]): number {
  let sum = 0;
  for (const { receivedAt, acts } of rows)
    for (const one of readCountdowns(readEvents(receivedAt, JSON.parse(acts)), rules, NOW)) sum += one.leftMinutes;
  return sum;
}

function median(work: () => number): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
}

const [many, few] = [makeRows(100_000), makeRows(10_000)];
recompute(many);
bareLoop(many);
const [bare, clocks, tenth] = [
  median(() => bareLoop(many)),
  median(() => recompute(many)),
  median(() => recompute(few)),
];
console.table({
  'bare loop, 100,000 rows': { ms: bare.toFixed(1), ratio: '1.00' },
  'clocks, 100,000 rows': { ms: clocks.toFixed(1), ratio: (clocks / bare).toFixed(2) },
  'clocks, 10,000 rows': { ms: tenth.toFixed(1), ratio: (tenth / bare).toFixed(2) },
});
console.log(`100,000 rows cost ${(clocks / tenth).toFixed(1)} times 10,000 rows; the work is 10 times.`);
