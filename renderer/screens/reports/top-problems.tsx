// The ten most reported problems, next to their previous numbers.
import type { ReportFigureRow } from '../../../electron/contract/report-calls.ts';
import { mostOf } from '../../../electron/core/domain/report-sentences.ts';

const TEN = 10;

export function TopProblems({ cases, open }: { cases: ReportFigureRow; open: (id: string) => void }) {
  const rows = cases.tables.find(({ by }) => by === 'problem')?.rows ?? [];
  const named = rows.filter(({ member, n }) => member !== '' && n > 0);
  const shown = named.slice(0, TEN);
  const [first] = shown;
  if (first === undefined) return null;
  return (
    <section className="card split-bars" aria-label="Top ten problems">
      <header>
        <h3>Top ten problems</h3>
        <span>{mostOf(named)}</span>
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
          {shown.map(({ member, name, n, baselineN }) => (
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
      <button type="button" className="link" onClick={() => open(cases.id)}>
        All problems, and the cases behind them
      </button>
    </section>
  );
}
