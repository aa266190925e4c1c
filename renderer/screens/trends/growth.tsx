// A trend's growth over its whole lifetime, by the day its cases were reported, with the release notices of that time.

import type { Trend } from '../../../electron/contract/trend-calls.ts';
import { DAY_MS } from '../../../electron/core/domain/time.ts';
import { Bars } from '../../components/bars.tsx';
import { plural, shortTime } from '../../components/words.ts';

/** A short lifetime is shown within two weeks, or one bar would fill the chart. */
const FEWEST = 14;
const LABELS = 5;
const EACH: Readonly<Record<number, string>> = { 1: 'a day', 7: 'a week', 28: 'in four weeks' };

export function Growth({ trend: { life, releases } }: { trend: Trend }) {
  const each = life.daysEach * DAY_MS;
  const before = Math.max(0, FEWEST - life.counts.length);
  const from = life.from - before * each;
  const counts = [...Array.from({ length: before }, () => 0), ...life.counts];
  const bars = counts.map((n, at) => {
    // Days are counted from noon UTC, which is the same day in Eastern Time.
    const day = shortTime(from + at * each);
    return { key: day, label: day, said: `${day}: ${plural(n, 'report')}`, parts: [{ n, kind: 'arrived' }] };
  });
  const marks = releases.map(({ at, title }) => ({
    at: Math.min(counts.length - 1, Math.max(0, Math.floor((at - from + DAY_MS / 2) / each))),
    said: `${shortTime(at)}: ${title}`,
  }));
  return (
    <>
      <Bars
        title={`Reports ${EACH[life.daysEach] ?? `in ${life.daysEach} days`}`}
        labelEvery={Math.ceil(counts.length / LABELS)}
        bars={bars}
        marks={marks}
      />
      {marks.length > 0 && (
        <ul className="releases" aria-label="Release notices in this time">
          {marks.map(({ said }) => (
            <li key={said}>{said}</li>
          ))}
        </ul>
      )}
    </>
  );
}
