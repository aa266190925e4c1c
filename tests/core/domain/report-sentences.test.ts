// The sentences beside the pictures of a report: true of the numbers, and silent about too few.
import { describe, expect, it } from 'vitest';
import { daysOf, easternDay, periodInWords } from '../../../electron/core/domain/period-words.ts';
import {
  aroundRelease,
  busiestHour,
  leastKept,
  mostOf,
  rangeOf,
  volume,
} from '../../../electron/core/domain/report-sentences.ts';

const part = (name: string, n: number, value: number | null = n) => ({ member: name, name, n, value });

describe('what a picture shows', () => {
  it('names the largest part only where there is one, among enough', () => {
    expect(mostOf([part('Labs', 8), part('Images', 2)])).toBe('Labs has the most: 8 of 10 (80%)');
    expect(mostOf([part('Labs', 5), part('Images', 5)])).toBe('none has the most: Labs and Images have 5 each');
    expect(mostOf([part('Labs', 1), part('Images', 2)])).toBe('3 in all: too few to compare');
    for (const one of [[], [part('Labs', 90)], [part('Labs', 90), part('Images', 0)]]) expect(mostOf(one)).toBe('');
  });

  it('gives lowest and highest of what is measured, without parts of a few', () => {
    const parts = [part('IRIS', 40, 0.5), part('Slack', 6, 0.9), part('Sheet', 1, 0)];
    expect(rangeOf('share', parts)).toBe('from 50% (IRIS) to 90% (Slack)');
    expect(rangeOf('hours', [part('IRIS', 9, 4), part('Slack', 6, 4)])).toBe('all are alike: 4 h');
    expect(rangeOf('share', parts.slice(1))).toBe('too few to compare: parts of fewer than 5');
  });

  it('tells busy hours of many cases only, and a busiest one only where it stands out', () => {
    const hour = (member: string, n: number) => ({ member, name: `hour ${member}`, n, value: n });
    expect(busiestHour([hour('0-03', 1)])).toBe('1 case: too few to tell busy hours from others');
    expect(busiestHour([hour('1-09', 30), hour('6-12', 10)])).toBe(
      '25% came in outside Monday to Friday, 8 AM to 6 PM; the busiest hour is hour 1-09 (30)',
    );
    expect(busiestHour([hour('1-09', 30), hour('1-18', 30)])).toBe(
      '50% came in outside Monday to Friday, 8 AM to 6 PM',
    );
  });

  it.each([
    ...[
      ['1-08', '0%'],
      ['5-17', '0%'],
      ['1-07', '100%'],
      ['5-18', '100%'],
      ['0-12', '100%'],
      ['6-12', '100%'],
    ],
  ])('counts the hour %s as %s outside of office hours', (member, outside) => {
    expect(busiestHour([{ member, name: member, n: 40, value: 40 }])).toContain(`${outside} came in outside`);
  });

  it('compares what came in with the period before, and with the week before a release', () => {
    const days = Array.from({ length: 20 }, (_, at) =>
      part(`2026-10-${String(at + 1).padStart(2, '0')}`, at === 9 ? 7 : 1),
    );
    expect(volume(days, { n: 20, name: 'September 2026' })).toBe(
      '26 came in, 6 more than in September 2026; most on 2026-10-10 (7)',
    );
    expect(aroundRelease(days, '2026-10-08')).toBe('13 in the week from it, 7 in the week before');
    expect([aroundRelease(days, '2026-10-03'), aroundRelease(days, '2026-10-18')]).toEqual(['', '']);
  });

  it('names the promise kept the least, among those made often enough', () => {
    expect(leastKept([part('ETA', 40, 0.5), part('Act', 2, 0)])).toBe('Kept the least: “ETA”, 50% of 40');
    expect(leastKept([part('ETA', 40, 1)])).toBe('Every promise made at least five times was kept');
    expect(leastKept([part('ETA', 4, 0.2)])).toBe('Too few to judge by');
  });
});

describe('periods in words', () => {
  it('are those of Eastern Time, over the change of the clocks', () => {
    expect(['2026-10', '2026-W04', '2026-10-05..2026-10-09', '2026-10-05..2026-10-05'].map(periodInWords)).toEqual([
      'October 2026',
      'Week 4 of 2026',
      'Oct 5, 2026 to Oct 9, 2026',
      'Oct 5, 2026',
    ]);
    const november = daysOf({ from: '2026-11-01T04:00:00.000Z', to: '2026-12-01T05:00:00.000Z' });
    expect([november.length, november[0], november.at(-1)]).toEqual([30, '2026-11-01', '2026-11-30']);
    expect(easternDay(Date.parse('2026-11-02T04:59:59Z'))).toBe('2026-11-01');
  });
});
