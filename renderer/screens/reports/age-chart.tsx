// The age of what is open with tool teams: bars by age, oldest last.
import { Fragment } from 'react';
import type { ReportFigureRow } from '../../../electron/contract/report-calls.ts';
import { AGE_NAMES, AGES } from '../../../electron/core/domain/report.ts';
import { valueInWords } from '../../../electron/core/domain/report-numbers.ts';
import { Card } from './card.tsx';

export function AgeChart({ age }: { age: ReportFigureRow }) {
  const rows = age.tables.find(({ by }) => by === 'age')?.rows ?? [];
  const parts = AGES.map((id) => ({ id, name: AGE_NAMES[id], n: rows.find(({ member }) => member === id)?.n ?? 0 }));
  const most = Math.max(1, ...parts.map(({ n }) => n));
  const says =
    age.n === 0
      ? 'Nothing is open with a tool team'
      : `${age.n} open with a tool team${age.n < 5 ? '' : `, half of them for more than ${valueInWords('hours', age.value)}`}`;
  return (
    <Card
      name="Age of what is open"
      says={says}
      heads={['Age', 'Open cases']}
      rows={parts.map(({ name, n }) => [name, n])}
    >
      <div className="ages" role="img" aria-label={says}>
        {parts.map(({ id, name, n }) => (
          <Fragment key={id}>
            <span>{name}</span>
            <span className="age-bar">
              <i style={{ width: `${(n / most) * 85}%` }} />
              {n}
            </span>
          </Fragment>
        ))}
      </div>
    </Card>
  );
}
