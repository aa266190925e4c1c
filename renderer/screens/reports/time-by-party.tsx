// Where the time of closed cases went, by who had them.
import type { ReportFigureRow } from '../../../electron/contract/report-calls.ts';
import { PARTY_NAMES, type Party } from '../../../electron/core/domain/report.ts';
import { valueInWords } from '../../../electron/core/domain/report-numbers.ts';
import { plural } from '../../components/words.ts';

/** Party → its figure; one is from the support report, the others from the product's. */
const FIGURE_OF: readonly (readonly [Party, string])[] = [
  ['queue', 'at-source'],
  ['support', 'with-support'],
  ['team', 'with-team'],
  ['tier-2', 'on-tier-2'],
  ['veteran', 'on-veteran'],
  ['closed', 'closed-between'],
];
const WIDTH = 600;

export function TimeByParty({ find }: { find: (id: string) => ReportFigureRow | undefined }) {
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
          {plural(life.n, 'closed case')} lived {valueInWords('hours', life.value)} on average; the most of it{' '}
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
