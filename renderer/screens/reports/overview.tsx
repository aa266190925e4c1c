// The overview: where the time of closed cases went, by who had them; what is reported most; when it comes in.
import type { ReportFigureRow } from '../../../electron/contract/report-calls.ts';
import { periodInWords } from '../../../electron/core/domain/period-words.ts';
import { PARTY_NAMES, type Party } from '../../../electron/core/domain/report.ts';
import { valueInWords } from '../../../electron/core/domain/report-numbers.ts';
import { FieldsToFill } from './fields-to-fill.tsx';
import { HourMap } from './hour-map.tsx';

/** Party → the figure that says its time; one is of the support ledger, the others of the product's. */
const FIGURE_OF: readonly (readonly [Party, string])[] = [
  ['queue', 'at-source'],
  ['support', 'with-support'],
  ['team', 'with-team'],
  ['tier-2', 'on-tier-2'],
  ['veteran', 'on-veteran'],
  ['closed', 'closed-between'],
];
const WIDTH = 600;

export function Overview({ figures, period }: { figures: readonly ReportFigureRow[]; period: string }) {
  const find = (id: string) => figures.find((one) => one.id === id);
  const received = find('received');
  const problems = find('cases')?.tables.find(({ by }) => by === 'problem');
  const hours = received?.tables.find(({ by }) => by === 'hour');
  return (
    <aside className="case figure" id="case" tabIndex={-1} aria-label="Overview">
      <header>
        <h2>Overview, {periodInWords(period)}</h2>
        <p className="meta">
          <span>Each number belongs to one ledger: what support did, or what the product and its teams did.</span>
        </p>
      </header>
      <div className="case-view">
        <TimeByParty find={find} />
        <FieldsToFill period={period} />
        {problems !== undefined && <TopProblems rows={problems.rows.filter(({ n }) => n > 0)} />}
        {hours !== undefined && <HourMap rows={hours.rows} />}
      </div>
    </aside>
  );
}

function TimeByParty({ find }: { find: (id: string) => ReportFigureRow | undefined }) {
  const life = find('life');
  const parts = FIGURE_OF.map(([party, id]) => ({ party, hours: find(id)?.value ?? 0 })).filter(
    ({ hours }) => hours > 0,
  );
  if (life?.value == null || parts.length === 0)
    return (
      <section className="card" aria-label="Where the time went">
        <header>
          <h3>Where the time went</h3>
        </header>
        <p className="hint">No case was closed in this period yet.</p>
      </section>
    );
  const all = parts.reduce((sum, { hours }) => sum + hours, 0);
  const longest = parts.toSorted((a, b) => b.hours - a.hours)[0];
  const share = (hours: number) => valueInWords('share', hours / all);
  let from = 0;
  return (
    <section className="card" aria-label="Where the time went">
      <header>
        <h3>Where the time went</h3>
        <span>
          {life.n} closed cases lived {valueInWords('hours', life.value)} on average; the most of it{' '}
          {longest !== undefined && `${lower(PARTY_NAMES[longest.party])} (${share(longest.hours)})`}
        </span>
      </header>
      <svg className="parties" viewBox={`0 0 ${WIDTH} 26`} preserveAspectRatio="none" aria-hidden="true">
        {parts.map(({ party, hours }) => {
          const x = (from / all) * WIDTH;
          from += hours;
          return (
            <rect
              key={party}
              className={`party-${party}`}
              x={x}
              width={Math.max(1, (hours / all) * WIDTH - 1.5)}
              height="26"
            />
          );
        })}
      </svg>
      <table className="party-table">
        <thead>
          <tr>
            <th scope="col">Party</th>
            <th scope="col">Mean time</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ party, hours }) => (
            <tr key={party}>
              <th scope="row">
                <svg viewBox="0 0 10 10" aria-hidden="true">
                  <rect className={`party-${party}`} width="10" height="10" />
                </svg>
                {PARTY_NAMES[party]}
              </th>
              <td>{valueInWords('hours', hours)}</td>
              <td>{share(hours)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function TopProblems({ rows }: { rows: readonly ReportFigureRow['tables'][number]['rows'][number][] }) {
  const named = rows.filter(({ member }) => member !== '').slice(0, 10);
  const [first] = named;
  if (first === undefined) return null;
  return (
    <section className="card split-bars" aria-label="Top ten problems">
      <header>
        <h3>Top ten problems</h3>
        <span>
          “{first.name}” leads with {first.n}
        </span>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">Problem</th>
            <td aria-hidden="true" />
            <th scope="col">Cases</th>
            <th scope="col">Before</th>
          </tr>
        </thead>
        <tbody>
          {named.map(({ member, name, n, baselineN }) => (
            <tr key={member}>
              <th scope="row">{name}</th>
              <td className="drawn" aria-hidden="true">
                <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
                  <rect className="bar-now" y="2" width={(100 * n) / first.n} height="10" />
                </svg>
              </td>
              <td>{n}</td>
              <td>{baselineN}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
