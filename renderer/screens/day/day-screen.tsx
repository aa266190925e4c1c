// My day: one list of what needs the lead now, driven by keys; next to it the chosen line, charts of the workload, and
// new cases.
import type { Day } from '../../../electron/contract/day-schemas.ts';
import { call } from '../../bridge/bridge.ts';
import { useCall } from '../../bridge/queries.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { copyText } from '../../components/save-file.ts';
import { StateShape } from '../../components/time-left.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { useDeskUi } from '../../desk-ui.ts';
import { chooseOn, rowId, useCursor, useScreenList } from '../../state/screen-list.ts';
import { FirstSteps } from '../first/first-steps.tsx';
import { EmptyDesk } from '../queue/empty-desk.tsx';
import { FieldsToFill } from '../reports/fields-to-fill.tsx';
import { wantPeriod } from '../reports/wanted-period.ts';
import { CameIn } from './came-in.tsx';
import { Load } from './load.tsx';
import { NeedPane } from './need-pane.tsx';
import { NeedRow } from './need-row.tsx';
import { type Need, needsOf } from './needs.ts';
import { TeamDay } from './team-day.tsx';
import './day.css';

export function DayScreen({ practice }: { practice: boolean }) {
  const ui = useDeskUi();
  const { counts } = ui.list;
  const { data: day, isPending } = useCall('day.get', {});
  if (counts !== undefined && Object.values(counts).every((count) => count === 0))
    return <EmptyDesk practice={practice} />;
  return (
    <main className="room wide" aria-busy={isPending}>
      <section className="list">
        <div className="bar">
          <h1>My day</h1>
          <button type="button" className="button" onClick={() => ui.go('queue')}>
            Open the queue <Kbd keys={keysOf('queue')} />
          </button>
        </div>
        {day !== undefined && <DayOf day={day} />}
      </section>
    </main>
  );
}

function DayOf({ day }: { day: Day }) {
  const ui = useDeskUi();
  const groups = needsOf(day);
  const cursor = useCursor(
    'day',
    groups.flatMap(({ needs }) => needs),
  );
  const { row: chosen } = cursor;

  function open(need: Need | null = chosen): void {
    if (need === null) return;
    if (need.kind === 'decision') {
      chooseOn('outbox', need.key);
      ui.go('outbox');
    } else if (need.kind === 'answer') {
      chooseOn('replies', need.answer.ticketId);
      ui.go('replies');
    } else if (need.kind === 'report') {
      wantPeriod(need.report.period);
      ui.go('reports');
    } else if (need.kind === 'step') ui.ask({ kind: 'follow-up', steps: [need.step] });
    else ui.openCase(need.row.id, need.row);
  }
  const sendAll = () => {
    if (day.steps.length === 0) toast('No follow-up waits to be sent.');
    else ui.ask({ kind: 'follow-up', steps: day.steps });
  };
  useScreenList({
    move: cursor.move,
    open: () => open(),
    acts: {
      'copy-day': () =>
        void call('day.report', {})
          .then(({ text }) => copyText(text))
          .then(() => toast('The report of the day is on the clipboard.'), toastError),
      'send-all': sendAll,
      'ask-team': () => ui.sendFollowUp(chosen?.kind === 'step' ? chosen.step.caseId : undefined),
    },
  });
  return (
    <div className="day">
      <Sums counts={day.counts} />
      <div
        className="needs"
        id="cases"
        role="listbox"
        tabIndex={0}
        aria-label="What needs you now"
        aria-activedescendant={chosen === null ? undefined : rowId(chosen.key)}
      >
        {groups.map(({ name, needs, total }) => (
          <div key={name} role="group" aria-label={name}>
            <div className="head" aria-hidden="true">
              {name} <span>{total > needs.length ? `${needs.length} of ${total.toLocaleString('en-US')}` : total}</span>
            </div>
            {needs.map((need) => (
              <NeedRow
                key={need.key}
                need={need}
                isChosen={need === chosen}
                onClick={() => cursor.choose(need)}
                onOpen={() => open(need)}
              />
            ))}
          </div>
        ))}
        {groups.length === 0 && (
          <div className="hint" role="option" aria-selected="false" aria-disabled="true">
            Nothing needs you now. New cases wait in the queue ({keysOf('queue')}).
          </div>
        )}
      </div>
      <div className="day-side">
        {!ui.practice && <FirstSteps />}
        {chosen !== null && (
          <NeedPane need={chosen} open={() => open()} sendAll={day.steps.length > 1 ? sendAll : null} />
        )}
        {day.lastWeek !== null && <FieldsToFill period={day.lastWeek} only={undefined} />}
        <TeamDay />
        <Load load={day.load} />
        <CameIn rows={day.arrived} />
      </div>
    </div>
  );
}

function Sums({ counts }: { counts: Day['counts'] }) {
  const sums = [
    ['missed', 'missed', counts.missed],
    ['due', 'due soon', counts.due],
    ['soon', 'past half', counts.soon],
    ['paused', 'paused', counts.paused],
  ] as const;
  return (
    <ul className="sums" aria-label="Running clocks">
      {sums.map(([state, words, count]) => (
        <li key={state} className={count > 0 ? state : 'none'}>
          <StateShape state={state} />
          <b>{count.toLocaleString('en-US')}</b> {words}
        </li>
      ))}
      <li className="none">
        <b>{counts.running.toLocaleString('en-US')}</b> running in all
      </li>
    </ul>
  );
}
