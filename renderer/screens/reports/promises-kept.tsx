// First answers and resolutions against their targets: the share that met each target, and the previous share.
import type { ReportFigureRow } from '../../../electron/contract/report-calls.ts';
import { changeInWords, valueInWords } from '../../../electron/core/domain/report-numbers.ts';
import { leastKept } from '../../../electron/core/domain/report-sentences.ts';

/** Support's own, then those of the product and its teams; no row mixes them. */
const PROMISES = ['acted-in-time', 'first-response-kept', 'answered-in-time', 'eta-in-time', 'resolved-in-time'];
const STANDARD = 'standard-fields';

export function PromisesKept({
  find,
  open,
}: {
  find: (id: string) => ReportFigureRow | undefined;
  open: (id: string) => void;
}) {
  const rows = PROMISES.flatMap((id) => find(id) ?? []);
  const parts = rows.map(({ id, name, value, n }) => ({ member: id, name, value, n }));
  const standard = find(STANDARD);
  return (
    <section className="card split-bars" aria-label="Against target">
      <header>
        <h3>Against target</h3>
        <span>{leastKept(parts)}</span>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">Promise</th>
            <td aria-hidden="true" />
            <th scope="col">Kept</th>
            <th scope="col">of</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {[...rows, ...(standard === undefined ? [] : [standard])].map(
            ({ id, name, value, n, change, unit, baselineValue }) => (
              <tr key={id}>
                <th scope="row">
                  <button type="button" className="link" onClick={() => open(id)}>
                    {name}
                  </button>
                </th>
                <td className="drawn" aria-hidden="true">
                  <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
                    <rect className="bar-all" y="1" width="100" height="8" />
                    <rect className="bar-now" y="1" width={100 * (value ?? 0)} height="8" />
                    <rect className="bar-before" y="10" width={100 * (baselineValue ?? 0)} height="3" />
                  </svg>
                </td>
                <td>{valueInWords(unit, value)}</td>
                <td>{n}</td>
                <td>{changeInWords(unit, change)}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}
