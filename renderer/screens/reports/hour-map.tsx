// When cases come in: the hours of a week, darker for more. The same data is also available as text and as a table.
import type { ReportFigureRow } from '../../../electron/contract/report-calls.ts';
import { busiestHour } from '../../../electron/core/domain/report-sentences.ts';
import { plural } from '../../components/words.ts';

type Row = ReportFigureRow['tables'][number]['rows'][number];

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const CELL = 14;
const LEFT = 30;
const TOP = 14;

/** Rows of the dimension "hour": `1-09` is Monday, from 9 AM, Eastern Time. */
export function HourMap({ rows }: { rows: readonly Row[] }) {
  const counts = new Map(rows.map(({ member, n }) => [member, n]));
  const most = Math.max(1, ...counts.values());
  if (!rows.some(({ n }) => n > 0)) return null;
  const said = busiestHour(rows);
  return (
    <section className="card" aria-label="Hours of the week">
      <header>
        <h3>Hours of the week, Eastern Time</h3>
        <span>{said}</span>
      </header>
      <svg className="hour-map" viewBox={`0 0 ${LEFT + 24 * CELL} ${TOP + 7 * CELL}`} role="img" aria-label={said}>
        {[0, 6, 12, 18].map((hour) => (
          <text key={hour} x={LEFT + hour * CELL} y={TOP - 4}>
            {hour}:00
          </text>
        ))}
        {DAYS.map((day, row) => (
          <g key={day}>
            <text x="0" y={TOP + row * CELL + CELL - 4}>
              {day}
            </text>
            {Array.from({ length: 24 }, (_, hour) => {
              const key = `${(row + 1) % 7}-${String(hour).padStart(2, '0')}`;
              const n = counts.get(key) ?? 0;
              return (
                <rect
                  key={key}
                  x={LEFT + hour * CELL}
                  y={TOP + row * CELL}
                  width={CELL - 1}
                  height={CELL - 1}
                  className={n === 0 ? 'hour-none' : 'hour-some'}
                  opacity={n === 0 ? 1 : 0.25 + (0.75 * n) / most}
                >
                  <title>{`${day} ${hour}:00: ${plural(n, 'case')}`}</title>
                </rect>
              );
            })}
          </g>
        ))}
      </svg>
      <details>
        <summary>The same as a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Hour</th>
              <th scope="col">Cases</th>
            </tr>
          </thead>
          <tbody>
            {rows
              .filter(({ n }) => n > 0)
              .map(({ member, name, n }) => (
                <tr key={member}>
                  <th scope="row">{name}</th>
                  <td>{n}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
