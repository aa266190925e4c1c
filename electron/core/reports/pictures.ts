// The charts of an exported report: each with a sentence that says what it shows, and bars as SVG, which prints and
// needs no script. Their numbers are in the tables of the same page.
import { AGES, type Dimension, PARTY_NAMES, type Party } from '../domain/report.ts';
import { valueInWords } from '../domain/report-numbers.ts';
import { leastKept, mostOf, rangeOf } from '../domain/report-sentences.ts';
import type { LeavingReport, NamedFigure, NamedMeasures, NamedRow } from './named-report.ts';

export interface Bar {
  readonly name: string;
  /** The number, formatted. */
  readonly says: string;
  /** From 0 to 1; `before` is that of the baseline. */
  readonly now: number;
  readonly before: number;
}

export interface Picture {
  readonly title: string;
  readonly says: string;
  readonly bars: readonly Bar[];
}

/** At most this many rows are drawn; the tables have all. */
const MOST = 10;
const PROMISES = new Set([
  'acted-in-time',
  'first-response-kept',
  'answered-in-time',
  'eta-in-time',
  'resolved-in-time',
  'standard-fields',
]);
/** Figures drawn with one of their splits, in page order. */
const SPLITS = [
  ['received', 'source', 'What came in, by source'],
  ['cases', 'team', 'Cases by team'],
  ['cases', 'problem', 'Cases by problem, the first ten'],
  ['waiting-age', 'age', 'Age of what is open'],
] as const;
const PARTY_OF: Readonly<Record<string, Party>> = {
  'at-source': 'queue',
  'with-support': 'support',
  'with-team': 'team',
  'on-tier-2': 'tier-2',
  'on-veteran': 'veteran',
  'closed-between': 'closed',
};

/** The charts of one ledger that have data. */
export function picturesOf({ figures }: LeavingReport): Picture[] {
  const promises = figures.filter(
    ({ id, value, baselineValue }) => PROMISES.has(id) && (value ?? baselineValue) !== null,
  );
  const splits = SPLITS.flatMap(([id, by, title]) => {
    const figure = figures.find((one) => one.id === id);
    const table = figure?.tables.find((one) => one.by === by);
    return table === undefined ? [] : [countsOf(title, by, table.rows)];
  });
  const pictures: Picture[] = [
    {
      title: 'Against target',
      says: leastKept(promises.map((one) => ({ ...one, member: one.id }))),
      bars: promises.map((one) => barOf(one.name, 'share', one, 1)),
    },
    timeByParty(figures),
    ...splits,
  ];
  return pictures.filter(({ bars }) => bars.length > 0);
}

/** The number of cases of each part, whatever the figure measures. */
function countsOf(title: string, by: Dimension, rows: readonly NamedRow[]): Picture {
  const counts = rows.map(({ member, name, n, baselineN }) => ({
    member,
    name,
    n,
    value: n,
    baselineValue: baselineN,
  }));
  const ages: readonly string[] = AGES;
  const rank = ({ member }: { readonly member: string }) => ages.indexOf(member);
  const shown = by === 'age' ? counts.toSorted((a, b) => rank(a) - rank(b)) : counts.slice(0, MOST);
  return { title, says: mostOf(counts), bars: shown.map((one) => barOf(one.name, 'cases', one, longestOf(counts))) };
}

function timeByParty(figures: readonly NamedFigure[]): Picture {
  const parties = figures.flatMap(({ id, value, baselineValue, n }) => {
    const party = PARTY_OF[id];
    return party === undefined || value === null
      ? []
      : [{ member: id, name: PARTY_NAMES[party], value, baselineValue, n }];
  });
  return {
    title: 'Where the time went, on average',
    says: rangeOf('hours', parties),
    // Time of support alone has nothing to be compared with.
    bars: parties.length < 2 ? [] : parties.map((one) => barOf(one.name, 'hours', one, longestOf(parties))),
  };
}

type Measured = Pick<NamedMeasures, 'value' | 'baselineValue'>;

function barOf(name: string, unit: 'share' | 'cases' | 'hours', { value, baselineValue }: Measured, most: number): Bar {
  const share = (number: number | null) => (number === null ? 0 : Math.min(1, number / most));
  return { name, says: valueInWords(unit, value), now: share(value), before: share(baselineValue) };
}

function longestOf(figures: readonly Measured[]): number {
  return Math.max(1, ...figures.flatMap(({ value, baselineValue }) => [value ?? 0, baselineValue ?? 0]));
}
