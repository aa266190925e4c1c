// Cases received per day, with the release notices of the period.
import type { Output } from '../../../electron/contract/calls.ts';
import type { ReportFigureRow, ReportView } from '../../../electron/contract/report-calls.ts';
import { dayInWords, daysOf, easternDay, periodInWords } from '../../../electron/core/domain/period-words.ts';
import { aroundRelease, volume } from '../../../electron/core/domain/report-sentences.ts';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { Card } from './card.tsx';

const WIDTH = 600;
const HEIGHT = 96;
const BELOW = 2;
/** If there are many notices, the newest are listed; all are marked. */
const MOST = 6;

export function VolumeChart({
  report,
  received,
  releases,
}: {
  report: ReportView;
  received: ReportFigureRow;
  releases: Output<'reports.releases'>['releases'];
}) {
  const ui = useDeskUi();
  const counts = new Map(received.tables.find(({ by }) => by === 'day')?.rows.map(({ member, n }) => [member, n]));
  const days = daysOf(report.period).map((member) => {
    const n = counts.get(member) ?? 0;
    return { member, name: dayInWords(member), value: n, n };
  });
  const says = volume(days, { n: received.baselineN, name: periodInWords(report.baseline.name) });
  const most = days.reduce((highest, { n }) => Math.max(highest, n), 1);
  const step = WIDTH / Math.max(1, days.length);
  const marks = releases.map((release) => ({ ...release, day: easternDay(release.at) }));
  return (
    <Card name="Volume" says={says} heads={['Day', 'Received']} rows={days.map(({ name, n }) => [name, n])}>
      <svg className="volume" viewBox={`0 0 ${WIDTH} ${HEIGHT + BELOW}`} role="img" aria-label={says}>
        <line className="axis" x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        {days.map(({ member, name, n }, at) => (
          <g key={member}>
            <rect
              className="bar-now"
              x={at * step + step * 0.12}
              y={HEIGHT - (n / most) * (HEIGHT - 12)}
              width={step * 0.76}
              height={(n / most) * (HEIGHT - 12)}
            >
              <title>{`${name}: ${plural(n, 'case')}`}</title>
            </rect>
          </g>
        ))}
        {marks.map(({ caseId, day, title }) => {
          const at = days.findIndex(({ member }) => member === day);
          if (at === -1) return null;
          const x = at * step + step / 2;
          return (
            <g key={caseId} className="release-mark">
              <line x1={x} x2={x} y1="8" y2={HEIGHT} />
              <path d={`M${x} 0l5 5l-5 5l-5 -5z`}>
                <title>{title}</title>
              </path>
            </g>
          );
        })}
      </svg>
      <div className="bar-labels" aria-hidden="true">
        {days.map(
          ({ member, name }, at) =>
            at % 7 === 0 && (
              <span key={member} style={{ left: `${((at + 0.5) / days.length) * 100}%` }}>
                {name}
              </span>
            ),
        )}
      </div>
      {marks.length > 0 && (
        <ul className="notices">
          {marks.slice(-MOST).map(({ caseId, day, title }) => (
            <li key={caseId}>
              <svg viewBox="0 0 10 10" aria-hidden="true" className="release-mark">
                <path d="M5 0l5 5l-5 5l-5 -5z" />
              </svg>
              <button type="button" className="link" onClick={() => ui.openCase(caseId)}>
                {title}
              </button>
              <span>{[dayInWords(day), aroundRelease(days, day)].filter((words) => words !== '').join(': ')}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
