// Narrows the report to the cases of one source, team, area, problem, tier or priority.
import type { Only, ReportView } from '../../../electron/contract/report-calls.ts';
import { DIMENSION_NAMES, NARROWED_BY } from '../../../electron/core/domain/report.ts';
import { useCall } from '../../bridge/queries.ts';
import type { Spans } from './choose-period.tsx';

const ALL = '';

export function ChooseFilter({ spans, only, choose }: { spans: Spans; only: Only; choose: (only: Only) => void }) {
  const whole = [
    useCall('reports.get', { ledger: 'support', ...spans }).data,
    useCall('reports.get', { ledger: 'product', ...spans }).data,
  ];
  const groups = NARROWED_BY.map((by) => ({ by, rows: partsOf(whole, by) }));
  return (
    <div className="bar filter-bar">
      <label>
        only
        <select
          value={only === undefined ? ALL : JSON.stringify(only)}
          onChange={({ target }) => choose(target.value === ALL ? undefined : JSON.parse(target.value))}
        >
          <option value={ALL}>all cases</option>
          {groups.map(({ by, rows }) => (
            <optgroup key={by} label={DIMENSION_NAMES[by]}>
              {rows.map(({ member, name }) => (
                <option key={member} value={JSON.stringify({ by, member })}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      {only !== undefined && (
        <span className="hint">Files have all cases: small parts of parts could point at someone.</span>
      )}
    </div>
  );
}

/** The parts of the first figure that is split this way. */
function partsOf(reports: readonly (ReportView | undefined)[], by: (typeof NARROWED_BY)[number]) {
  const tables = reports.flatMap((report) => report?.figures.flatMap((figure) => figure.tables) ?? []);
  return tables.find((table) => table.by === by && table.rows.length > 0)?.rows ?? [];
}
