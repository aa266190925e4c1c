// The clock: hand-worked dates, and the laws that hold for any calendar.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueAt, elapsed } from '../../../electron/core/clock/business-time.ts';
import { type CalendarSpec, createCalendar, DEFAULT_CALENDAR } from '../../../electron/core/clock/calendar.ts';

const at = (iso: string) => Date.parse(iso);
const iso = (ms: number) => new Date(ms).toISOString();
const calendar = createCalendar(DEFAULT_CALENDAR);
const DAY = 24 * 60;

describe('24 business hours from receipt', () => {
  it.each([
    ['Wednesday 10:00 → Thursday 10:00', '2026-10-28T14:00:00Z', '2026-10-29T14:00:00.000Z'],
    ['Friday 16:00 → Monday 16:00, the weekend does not count', '2026-10-16T20:00:00Z', '2026-10-19T20:00:00.000Z'],
    ['Saturday noon counts from Monday 00:00 → Tuesday 00:00', '2026-10-17T16:00:00Z', '2026-10-20T04:00:00.000Z'],
    ['Friday before Columbus Day → Tuesday', '2026-10-09T14:00:00Z', '2026-10-13T14:00:00.000Z'],
    ['Thanksgiving is closed: Wednesday → Friday', '2026-11-25T15:00:00Z', '2026-11-27T15:00:00.000Z'],
    [
      'Independence Day 2026 is a Saturday, observed on Friday: Thursday → Monday',
      '2026-07-02T14:00:00Z',
      '2026-07-06T14:00:00.000Z',
    ],
    [
      'over the end of daylight saving: Friday 10:00 EDT → Monday 10:00 EST',
      '2026-10-30T14:00:00Z',
      '2026-11-02T15:00:00.000Z',
    ],
    ['over its start: Friday 10:00 EST → Monday 10:00 EDT', '2026-03-06T15:00:00Z', '2026-03-09T14:00:00.000Z'],
    ['New Year 2027: Thursday → Monday', '2026-12-31T15:00:00Z', '2027-01-04T15:00:00.000Z'],
  ])('%s', (_, start, due) => {
    expect(iso(dueAt(at(start), DAY, calendar))).toBe(due);
  });

  it('ends 48 hours after Wednesday on Friday', () => {
    expect(iso(dueAt(at('2026-10-28T14:00:00Z'), 2 * DAY, calendar))).toBe('2026-10-30T14:00:00.000Z');
  });

  it('says so when a calendar never opens', () => {
    const never = createCalendar({ ...DEFAULT_CALENDAR, name: 'Never', week: [[], [], [], [], [], [], []] });
    expect(() => dueAt(at('2026-10-28T14:00:00Z'), 60, never)).toThrow(/"Never" has no open hours/);
  });
});

describe('laws of any calendar', () => {
  const hours = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 0, maxLength: 6 }).map((marks) => {
    const sorted = marks.toSorted((a, b) => a - b);
    const pairs: [number, number][] = [];
    for (let i = 0; i + 1 < sorted.length; i += 2) pairs.push([sorted[i]!, sorted[i + 1]!]);
    return pairs;
  });
  const anyCalendar = fc
    .record({
      timeZone: fc.constantFrom(
        'America/New_York',
        'America/Los_Angeles',
        'UTC',
        'Australia/Lord_Howe',
        'America/Phoenix',
      ),
      week: fc.tuple(hours, hours, hours, hours, hours, hours, hours),
      federalHolidays: fc.boolean(),
    })
    .filter(({ week }) => week.some((day) => day.length > 0))
    .map((part): CalendarSpec => ({ name: 'random', closed: ['2026-03-09'], ...part }));
  const instant = fc
    .integer({ min: at('2026-01-01T00:00:00Z') / 60_000, max: at('2027-06-01T00:00:00Z') / 60_000 })
    .map((minute) => minute * 60_000);

  it('dueAt and elapsed invert each other', () => {
    fc.assert(
      fc.property(anyCalendar, instant, fc.integer({ min: 1, max: 4000 }), (spec, start, minutes) => {
        const one = createCalendar(spec);
        expect(elapsed(start, dueAt(start, minutes, one), one)).toBeCloseTo(minutes, 6);
      }),
      { numRuns: 300 },
    );
  });

  it('elapsed adds up, never runs backwards and counts no closed minute', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        instant,
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 3000 }),
        (spec, start, first, second) => {
          const one = createCalendar(spec);
          const [middle, end] = [start + first * 60_000, start + (first + second) * 60_000];
          const whole = elapsed(start, end, one);
          expect(elapsed(start, middle, one) + elapsed(middle, end, one)).toBeCloseTo(whole, 6);
          expect(whole).toBeGreaterThanOrEqual(0);
          expect(whole).toBeLessThanOrEqual(first + second);
        },
      ),
      { numRuns: 60 },
    );
  });
});
