// Which month or week is shown, and what it is compared with.

import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReportView } from '../../../electron/contract/report-calls.ts';
import { daysOf, periodInWords } from '../../../electron/core/domain/period-words.ts';
import { useCall } from '../../bridge/queries.ts';
import { type Choice, Choose } from '../../components/choose.tsx';
import { DayField } from '../../components/day-field.tsx';

export interface Spans {
  readonly period?: string;
  readonly baseline?: string;
}

export interface Periods {
  readonly months: readonly string[];
  readonly weeks: readonly string[];
  /** The current one, and its position among those of its kind, newest first. */
  readonly period: string;
  readonly own: readonly string[];
  readonly at: number;
  /** Moves back this many periods. */
  readonly step: (by: number) => void;
}

export function usePeriods(spans: Spans, report: ReportView | undefined, choose: (spans: Spans) => void): Periods {
  const { months = [], weeks = [] } = useCall('reports.periods', {}).data ?? {};
  const period = spans.period ?? report?.period.name ?? '';
  const own = isDays(period) ? [] : weeks.includes(period) ? weeks : months;
  const at = own.indexOf(period);
  return {
    ...{ months, weeks, period, own, at },
    step(by) {
      const next = own[at + by];
      if (at >= 0 && next !== undefined) choose({ period: next });
    },
  };
}

const DAYS = 'days';
const isDays = (period: string) => period.includes('..');

export function ChoosePeriod({
  periods: { months, weeks, period, own, at, step },
  report,
  spans,
  choose,
}: {
  periods: Periods;
  /** The one that is shown. */
  report: ReportView | undefined;
  spans: Spans;
  choose: (spans: Spans) => void;
}) {
  const baseline = report?.baseline.name;
  const days = isDays(period) ? period : report === undefined ? '' : spanOf(daysOf(report.period));
  const theOneBefore = `the one before${baseline === undefined || spans.baseline ? '' : `, ${periodInWords(baseline)}`}`;
  return (
    <div className="bar period-bar">
      <button type="button" className="button quiet" disabled={at < 0 || at + 1 >= own.length} onClick={() => step(1)}>
        <IconChevronLeft size={16} aria-hidden />
        <span className="visually-hidden">The period before</span>
      </button>
      <label>
        <span className="visually-hidden">Period</span>
        <Choose
          value={period}
          choices={[]}
          groups={[
            { name: 'Months', choices: months.map(named) },
            { name: 'Weeks', choices: weeks.map(named) },
            { name: 'Other', choices: isDays(period) ? [named(period)] : days === '' ? [] : [[DAYS, 'Days…']] },
          ]}
          onPick={(picked) => choose({ period: picked === DAYS ? days : picked })}
        />
      </label>
      <button type="button" className="button quiet" disabled={at <= 0} onClick={() => step(-1)}>
        <IconChevronRight size={16} aria-hidden />
        <span className="visually-hidden">The period after</span>
      </button>
      {isDays(period) && <ChooseDays period={period} choose={(next) => choose({ period: next })} />}
      <label className="compare">
        compared with
        <Choose
          value={spans.baseline ?? ''}
          choices={[['', theOneBefore], ...own.filter((one) => one !== period).map(named)]}
          onPick={(picked) => choose(picked === '' ? { period } : { period, baseline: picked })}
        />
      </label>
    </div>
  );
}

/** Both days are inclusive. One after the other is kept on the screen, and said, until the other follows. */
function ChooseDays({ period, choose }: { period: string; choose: (period: string) => void }) {
  const [first = '', last = ''] = period.split('..');
  const [wrong, setWrong] = useState<{ readonly first: string; readonly last: string } | null>(null);
  const shown = wrong ?? { first, last };
  const pick = (part: Partial<typeof shown>) => {
    const next = { ...shown, ...part };
    const isInOrder = next.first <= next.last;
    setWrong(isInOrder ? null : next);
    if (isInOrder) choose(`${next.first}..${next.last}`);
  };
  return (
    <span className="days">
      <DayField isBare label="From" value={shown.first} onPick={(day) => pick({ first: day })} />
      <DayField isBare label="To" value={shown.last} onPick={(day) => pick({ last: day })} />
      {wrong !== null && (
        <span className="problem" role="alert">
          The last day is before the first. Change one of them; until then {periodInWords(period)} is shown.
        </span>
      )}
    </span>
  );
}

function spanOf(days: readonly string[]): string {
  return `${days[0]}..${days.at(-1)}`;
}

function named(name: string): Choice {
  return [name, periodInWords(name)];
}
