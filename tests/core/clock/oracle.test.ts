// A million random spans of random calendars against an independent reading, minute by minute, of what a wall clock
// shows: elapsed counts no closed minute, adds up and never runs backwards, and dueAt inverts it. Daylight saving,
// holidays, lunch breaks and own closures included.
import { expect, it } from 'vitest';
import { dueAt, elapsed } from '../../../electron/core/clock/business-time.ts';
import { type CalendarSpec, createCalendar } from '../../../electron/core/clock/calendar.ts';

const FROM = Date.parse('2026-01-01T00:00:00Z');
const DAYS = 520;
const HALF_HOURS = DAYS * 48;
const MINUTE = 60_000;
/** Written down from the calendar that the government publishes, not taken from the library under test. */
const HOLIDAYS = new Set(
  '2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25 2027-01-01 2027-01-18 2027-02-15 2027-05-31'.split(
    ' ',
  ),
);
const ZONES = [
  'America/New_York',
  'America/Los_Angeles',
  'UTC',
  'Australia/Lord_Howe',
  'America/Phoenix',
  'Europe/London',
];
const CALENDARS = 20;
const SPANS = 50_000;

/** A small seeded generator: the same numbers on every machine. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function randomCalendar(random: (below: number) => number, index: number): CalendarSpec {
  const day = () => {
    const marks = [...new Set(Array.from({ length: random(4) * 2 }, () => random(1441)))].sort((a, b) => a - b);
    return Array.from(
      { length: Math.floor(marks.length / 2) },
      (_, at) => [marks[at * 2]!, marks[at * 2 + 1]!] as const,
    );
  };
  const closed = Array.from({ length: random(4) }, () =>
    new Date(FROM + random(DAYS) * 86_400_000).toISOString().slice(0, 10),
  );
  return {
    name: `random ${index}`,
    timeZone: ZONES[index % ZONES.length]!,
    week: [
      day(),
      [
        [9 * 60, 12 * 60],
        [13 * 60, 17 * 60],
      ],
      day(),
      day(),
      day(),
      day(),
      day(),
    ],
    federalHolidays: index % 2 === 0,
    closed,
  };
}

interface WallClock {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Sunday is 0. */
  readonly weekday: number;
  /** Minutes after midnight. */
  readonly minute: number;
}

/** What the wall clock of a zone shows every half hour of the window; asked once a zone, as that takes longest. */
const readings = new Map<string, readonly WallClock[]>();

function readWall(timeZone: string): readonly WallClock[] {
  const known = readings.get(timeZone);
  if (known !== undefined) return known;
  const wall = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const shown = Array.from({ length: HALF_HOURS }, (_, half) => {
    const part = Object.fromEntries(
      wall.formatToParts(FROM + half * 30 * MINUTE).map(({ type, value }) => [type, value]),
    );
    return {
      date: `${part.year}-${part.month}-${part.day}`,
      weekday: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(part.weekday ?? ''),
      minute: Number(part.hour) * 60 + Number(part.minute),
    };
  });
  readings.set(timeZone, shown);
  return shown;
}

/** Open minutes before each minute of the window, by looking at the wall clock every half hour (no zone shifts between). */
function countOpen(spec: CalendarSpec): Uint32Array {
  const open = new Uint32Array(HALF_HOURS * 30 + 1);
  for (const [half, { date, weekday, minute: first }] of readWall(spec.timeZone).entries()) {
    const isClosed = spec.closed.includes(date) || (spec.federalHolidays && HOLIDAYS.has(date));
    const hours = spec.week[weekday as 0];
    for (let minute = 0; minute < 30; minute += 1) {
      const at = half * 30 + minute;
      const isOpen = !isClosed && hours.some(([from, to]) => first + minute >= from && first + minute < to);
      open[at + 1] = open[at]! + Number(isOpen);
    }
  }
  return open;
}

it(`holds for ${CALENDARS * SPANS} random spans`, { timeout: 120_000 }, () => {
  const random = createRandom(20_261_121);
  let checked = 0;
  for (let index = 0; index < CALENDARS; index += 1) {
    const spec = randomCalendar(random, index);
    const calendar = createCalendar(spec);
    const open = countOpen(spec);
    for (let span = 0; span < SPANS; span += 1) {
      const [a, b, c] = [random(open.length), random(open.length), random(open.length)].sort((x, y) => x - y) as [
        number,
        number,
        number,
      ];
      const [start, middle, end] = [FROM + a * MINUTE, FROM + b * MINUTE, FROM + c * MINUTE];
      const whole = elapsed(start, end, calendar);
      if (whole !== open[c]! - open[a]!)
        expect.fail(
          `${spec.name}: ${whole} minutes from ${new Date(start).toISOString()} to ${new Date(end).toISOString()}, not ${open[c]! - open[a]!}`,
        );
      if (elapsed(start, middle, calendar) + elapsed(middle, end, calendar) !== whole)
        expect.fail(`${spec.name}: does not add up`);
      if (whole > 0) {
        const due = dueAt(start, whole, calendar);
        if (due > end || elapsed(start, due, calendar) !== whole)
          expect.fail(
            `${spec.name}: ${whole} minutes from ${new Date(start).toISOString()} are due ${new Date(due).toISOString()}`,
          );
      }
      checked += 1;
    }
  }
  expect(checked).toBe(CALENDARS * SPANS);
});
