// The overview: what came in, which targets were met, where the time went, what is open and what is reported most.
import type { Only, ReportFigureRow, ReportView } from '../../../electron/contract/report-calls.ts';
import { periodInWords } from '../../../electron/core/domain/period-words.ts';
import { useCall } from '../../bridge/queries.ts';
import { AgeChart } from './age-chart.tsx';
import { DraftNote, type useDraft } from './draft-note.tsx';
import { FieldsToFill } from './fields-to-fill.tsx';
import { HourMap } from './hour-map.tsx';
import { PromisesKept } from './promises-kept.tsx';
import { TimeByParty } from './time-by-party.tsx';
import { TopProblems } from './top-problems.tsx';
import { VolumeChart } from './volume-chart.tsx';

export function Overview({
  report,
  figures,
  only,
  open,
  waiting,
}: {
  report: ReportView;
  /** Of both reports; each chart shows one of them, or says whose each number is. */
  figures: readonly ReportFigureRow[];
  only: Only;
  open: (id: string) => void;
  waiting: ReturnType<typeof useDraft>;
}) {
  const find = (id: string) => figures.find((one) => one.id === id);
  const period = report.period.name;
  const { releases = [] } = useCall('reports.releases', { period }).data ?? {};
  const [received, cases, age] = [find('received'), find('cases'), find('waiting-age')];
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
        {waiting !== null && <DraftNote {...waiting} />}
        {received !== undefined && <VolumeChart {...{ report, received, releases }} />}
        <PromisesKept find={find} open={open} />
        <FieldsToFill period={period} only={only} />
        <TimeByParty find={find} />
        {age !== undefined && <AgeChart age={age} />}
        {cases !== undefined && <TopProblems cases={cases} open={open} />}
        {hours !== undefined && <HourMap rows={hours.rows} />}
      </div>
    </aside>
  );
}
