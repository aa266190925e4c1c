// Which month or week is shown, and what it is compared with.
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReportView } from '../../../electron/contract/report-calls.ts';
import { daysOf, periodInWords } from '../../../electron/core/domain/period-words.ts';
import { useCall } from '../../bridge/queries.ts';

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
  return (
    <div className="bar period-bar">
      <button type="button" className="button quiet" disabled={at < 0 || at + 1 >= own.length} onClick={() => step(1)}>
        <IconChevronLeft size={16} aria-hidden />
        <span className="visually-hidden">The period before</span>
      </button>
      <label>
        <span className="visually-hidden">Period</span>
        <select
          value={period}
          onChange={({ target }) => choose({ period: target.value === DAYS ? days : target.value })}
        >
          <optgroup label="Months">{months.map(option)}</optgroup>
          <optgroup label="Weeks">{weeks.map(option)}</optgroup>
          <optgroup label="Other">
            {isDays(period) ? option(period) : days !== '' && <option value={DAYS}>Days…</option>}
          </optgroup>
        </select>
      </label>
      <button type="button" className="button quiet" disabled={at <= 0} onClick={() => step(-1)}>
        <IconChevronRight size={16} aria-hidden />
        <span className="visually-hidden">The period after</span>
      </button>
      {isDays(period) && <ChooseDays period={period} choose={(next) => choose({ period: next })} />}
      <label className="compare">
        compared with
        <select
          value={spans.baseline ?? ''}
          onChange={({ target }) => choose(target.value === '' ? { period } : { period, baseline: target.value })}
        >
          <option value="">
            the one before{baseline === undefined || spans.baseline ? '' : `, ${periodInWords(baseline)}`}
          </option>
          {own.filter((one) => one !== period).map(option)}
        </select>
      </label>
    </div>
  );
}

/** Both days are inclusive. */
function ChooseDays({ period, choose }: { period: string; choose: (period: string) => void }) {
  const [first = '', last = ''] = period.split('..');
  return (
    <span className="days">
      <input
        type="date"
        aria-label="From"
        value={first}
        max={last}
        onChange={({ target }) => target.value !== '' && target.value <= last && choose(`${target.value}..${last}`)}
      />
      <input
        type="date"
        aria-label="To"
        value={last}
        min={first}
        onChange={({ target }) => target.value >= first && choose(`${first}..${target.value}`)}
      />
    </span>
  );
}

function spanOf(days: readonly string[]): string {
  return `${days[0]}..${days.at(-1)}`;
}

function option(name: string) {
  return (
    <option key={name} value={name}>
      {periodInWords(name)}
    </option>
  );
}
