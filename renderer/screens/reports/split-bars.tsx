// A figure split into its parts: a bar each for the period and a thin one for the baseline, next to the numbers. A part
// opens its own cases.
import type { ReportFigureRow } from '../../../electron/contract/report-calls.ts';
import type { Dimension } from '../../../electron/core/domain/report.ts';
import { changeInWords, valueInWords } from '../../../electron/core/domain/report-numbers.ts';
import { mostOf, rangeOf } from '../../../electron/core/domain/report-sentences.ts';

type Row = ReportFigureRow['tables'][number]['rows'][number];

/** The part whose cases are shown. */
export interface Part {
  readonly by: Dimension;
  readonly member: string;
  readonly name: string;
}

const MOST = 10;
const WIDTH = 100;

export function SplitBars({
  title,
  by,
  rows,
  unit,
  isCount,
  periods: [period, baseline],
  part,
  choose,
}: {
  title: string;
  by: Dimension;
  rows: readonly Row[];
  unit: ReportFigureRow['unit'];
  /** For a count, the value is the number of cases itself. */
  isCount: boolean;
  periods: readonly [string, string];
  part: Part | null;
  choose: (part: Part) => void;
}) {
  const shown = rows.slice(0, MOST);
  const most = Math.max(...shown.flatMap((row) => [row.value ?? 0, row.baselineValue ?? 0]), unit === 'share' ? 1 : 0);
  return (
    <section className="card split-bars" aria-label={title}>
      <header>
        <h3>{title}</h3>
        <span>{isSum(unit) ? mostOf(rows) : rangeOf(unit, rows)}</span>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <td aria-hidden="true" />
            <th scope="col">{period}</th>
            {!isCount && <th scope="col">of</th>}
            <th scope="col">{baseline}</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.member}>
              <th scope="row">
                <button
                  type="button"
                  className="link"
                  aria-pressed={part?.by === by && part.member === row.member}
                  onClick={() => choose({ by, member: row.member, name: row.name })}
                >
                  {row.name}
                </button>
              </th>
              <td className="drawn" aria-hidden="true">
                <Bar now={row.value ?? 0} before={row.baselineValue ?? 0} most={most} />
              </td>
              <td>{valueInWords(unit, row.value)}</td>
              {!isCount && <td>{row.n}</td>}
              <td>{valueInWords(unit, row.baselineValue)}</td>
              <td>{changeInWords(unit, row.change)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST && <p className="hint">and {rows.length - MOST} more, in the file</p>}
    </section>
  );
}

function Bar({ now, before, most }: { now: number; before: number; most: number }) {
  const wide = (value: number) => (most === 0 ? 0 : Math.max(value === 0 ? 0 : 1, (value / most) * WIDTH));
  return (
    <svg viewBox={`0 0 ${WIDTH} 14`} preserveAspectRatio="none" aria-hidden="true">
      <rect className="bar-now" y="1" width={wide(now)} height="8" />
      <rect className="bar-before" y="10" width={wide(before)} height="3" />
    </svg>
  );
}

/** Whether the parts add up to the figure. */
function isSum(unit: ReportFigureRow['unit']): boolean {
  return unit !== 'share' && unit !== 'hours' && unit !== 'minutes';
}
