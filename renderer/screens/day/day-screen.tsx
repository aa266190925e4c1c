// My day: what is due next, what waits for a key, what teams answered, what came in.
import type { ReactNode } from 'react';
import type { CaseRow, Day } from '../../../electron/contract/schemas.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { sayQueued } from '../../components/say-queued.ts';
import { TeamChip } from '../../components/team-chip.tsx';
import { MeaningShape, TimeLeft } from '../../components/time-left.tsx';
import { toastError } from '../../components/toast.tsx';
import { exactTime, shortReference } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { EmptyDesk } from '../queue/empty-desk.tsx';
import { Load } from './load.tsx';
import './day.css';

export function DayScreen({ practice }: { practice: boolean }) {
  const ui = useDeskUi();
  const { counts } = ui.list;
  const day = useCall('day.get', {}).data;
  if (counts !== undefined && Object.values(counts).every((count) => count === 0))
    return <EmptyDesk practice={practice} />;
  return (
    <main className="room wide">
      <section className="list">
        <div className="bar">
          <h1>My day</h1>
          <button type="button" className="button" onClick={() => ui.go('queue')}>
            Open the queue <Kbd keys={keysOf('queue')} />
          </button>
        </div>
        {day !== undefined && (
          <div className="day" id="cases" role="region" tabIndex={0} aria-label="My day">
            <Sums counts={day.counts} />
            <Panel
              title="Due next"
              note="least time left first"
              empty={day.next.length === 0 && 'No clock is running.'}
            >
              {day.next.map((row) => (
                <DayRow key={row.id} row={row} />
              ))}
            </Panel>
            <div className="day-side">
              <Load load={day.load} />
              <Panel
                title="Waits for your key"
                note="drafted by the desk"
                empty={day.steps.length === 0 && 'No team owes an answer past its time.'}
              >
                {day.steps.map((step, at) => (
                  <Step key={`${step.caseId} ${step.step}`} step={step} first={at === 0} />
                ))}
              </Panel>
              <Panel
                title="Teams answered"
                note="not read yet"
                empty={day.answers.length === 0 && 'Nothing new on your tickets.'}
              >
                {day.answers.map((answer) => (
                  <Answer key={answer.id} answer={answer} />
                ))}
              </Panel>
              <Panel title="Came in" note="last 24 hours" empty={day.arrived.length === 0 && 'Nothing came in.'}>
                {day.arrived.map((row) => (
                  <DayRow key={row.id} row={row} />
                ))}
              </Panel>
            </div>
          </div>
        )}
      </section>
    </main>
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
      {sums.map(([meaning, words, count]) => (
        <li key={meaning} className={count > 0 ? meaning : 'none'}>
          <MeaningShape meaning={meaning} />
          <b>{count}</b> {words}
        </li>
      ))}
      <li className="none">
        <b>{counts.running}</b> running in all
      </li>
    </ul>
  );
}

function Panel({
  title,
  note,
  empty,
  children,
}: {
  title: string;
  note: string;
  empty: string | false;
  children: ReactNode;
}) {
  return (
    <section className="card" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span>{note}</span>
      </header>
      {empty === false ? <ul>{children}</ul> : <p className="hint">{empty}</p>}
    </section>
  );
}

function DayRow({ row }: { row: CaseRow }) {
  const ui = useDeskUi();
  return (
    <li>
      <button type="button" className="day-row" onClick={() => ui.openCase(row.id, row)}>
        <TimeLeft countdown={row.countdown} />
        <span className="words">{row.title}</span>
        <span className="ref">{shortReference(row.reference)}</span>
        <TeamChip label={row.team} teams={ui.teams} />
      </button>
    </li>
  );
}

const STEP_NAMES = {
  'request-status': { title: 'No ETA after 48 hours', button: 'Ask the team' },
  'escalate-pm': { title: 'No answer to the request', button: 'Ask the product manager' },
} as const;

function Step({ step, first }: { step: Day['steps'][number]; first: boolean }) {
  const ui = useDeskUi();
  const send = useAct('follow-up.comment', ({ activityId }) =>
    sayQueued(`${step.reference}: comment queued.`, () => ui.undo(activityId)),
  );
  const { title, button } = STEP_NAMES[step.step];
  return (
    <li className="step">
      <p>
        <b>{title}</b>{' '}
        <button type="button" className="link" onClick={() => ui.openCase(step.caseId)}>
          {step.reference}
        </button>
      </p>
      <blockquote>{step.text}</blockquote>
      <button
        type="button"
        className="button"
        disabled={send.isPending}
        onClick={() => send.mutate({ id: step.caseId, verb: step.step }, { onError: toastError })}
      >
        {button} {first && <Kbd keys={keysOf('follow-up')} />}
      </button>
    </li>
  );
}

function Answer({ answer }: { answer: Day['answers'][number] }) {
  const ui = useDeskUi();
  return (
    <li>
      <button type="button" className="answer" onClick={() => ui.openCase(answer.caseId)}>
        <span className="meta">
          <b>{answer.author}</b> <span>{shortReference(answer.reference)}</span> <span>{exactTime(answer.saidAt)}</span>
        </span>
        <span className="words">{answer.body}</span>
      </button>
    </li>
  );
}
