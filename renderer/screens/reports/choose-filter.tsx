// Narrows the report to the cases of one source, team, area, problem, tier or priority.

import type { Only, ReportView } from '../../../electron/contract/report-calls.ts';
import { DIMENSION_NAMES, NARROWED_BY } from '../../../electron/core/domain/report.ts';
import { useCall } from '../../bridge/queries.ts';
import { Choose } from '../../components/choose.tsx';
import type { Spans } from './choose-period.tsx';

const ALL: string = '';

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
        <Choose
          value={only === undefined ? ALL : JSON.stringify(only)}
          choices={[[ALL, 'all cases']]}
          groups={groups.map(({ by, rows }) => ({
            name: DIMENSION_NAMES[by],
            choices: rows.map(({ member, name }) => [JSON.stringify({ by, member }), name] as const),
          }))}
          onPick={(picked) => choose(picked === ALL ? undefined : JSON.parse(picked))}
        />
      </label>
      {only !== undefined && (
        <span className="hint">Files include all cases: small subgroups could identify someone.</span>
      )}
    </div>
  );
}

/** The parts of the first figure that is split this way. */
function partsOf(reports: readonly (ReportView | undefined)[], by: (typeof NARROWED_BY)[number]) {
  const tables = reports.flatMap((report) => report?.figures.flatMap((figure) => figure.tables) ?? []);
  return tables.find((table) => table.by === by && table.rows.length > 0)?.rows ?? [];
}
