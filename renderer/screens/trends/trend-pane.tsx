// One trend: how it grows, who reported it, its cases; and what to do: one ticket, the spreadsheet, merge, what is known.

import { useState } from 'react';
import type { Team } from '../../../electron/contract/schemas.ts';
import type { ProblemRow, Trend } from '../../../electron/contract/trend-calls.ts';
import { STATUS_NAMES } from '../../../electron/core/domain/case.ts';
import { call } from '../../bridge/bridge.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { Bars } from '../../components/bars.tsx';
import { maskedInWords, saveFile, saveWorkbook } from '../../components/save-file.ts';
import { sayQueued } from '../../components/say-queued.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { exactTime, plural, shortReference } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';

const DAY = new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', month: 'short', day: 'numeric' });
const DAY_MS = 86_400_000;

export function TrendPane({
  id,
  others,
  teams,
}: {
  id: string;
  others: readonly ProblemRow[];
  teams: readonly Team[];
}) {
  const { data: trend, error } = useCall('trends.get', { id });
  if (error !== null)
    return (
      <aside className="case" aria-label="Trend">
        <p className="problem">{error.message}</p>
      </aside>
    );
  if (trend === undefined || trend.id !== id) return <aside className="case" aria-label="Trend" />;
  const { size, firstAt, lastAt, pace, tickets } = trend;
  return (
    <aside className="case" id="case" tabIndex={-1} aria-label={`Trend ${trend.title}`}>
      <header>
        <h2>{trend.title}</h2>
        <p className="meta">
          <span>{plural(size, 'case')}</span>
          <span>first {exactTime(firstAt)}</span>
          <span>last {exactTime(lastAt)}</span>
          {pace !== null && <span>{pace.toFixed(1)} times its own past</span>}
        </p>
      </header>
      <div className="case-view">
        <section className="card load" aria-label="Growth">
          <Growth trend={trend} />
          <dl className="fields">
            <dt>Reported through</dt>
            <dd>{trend.sources.map(({ name, n }) => `${name} ${n}`).join(', ')}</dd>
            <dt>Suggested team</dt>
            <dd>{teams.find((team) => team.label === trend.team)?.name ?? 'to Triage'}</dd>
            <dt>{tickets.length > 1 ? 'Tickets' : 'Ticket'}</dt>
            <dd>{tickets.length === 0 ? 'none yet' : tickets.map(describeTicket).join('; ')}</dd>
          </dl>
        </section>
        <Known trend={trend} />
        <Cases trend={trend} />
      </div>
      <TrendActs trend={trend} others={others} />
    </aside>
  );
}

function describeTicket({ number, state }: Trend['tickets'][number], at: number): string {
  const name = number === null ? 'in the outbox' : `#${number}, ${state}`;
  return at === 0 && state === 'open' ? `${name}, new cases go into it` : name;
}

function Growth({ trend: { days } }: { trend: Trend }) {
  const ui = useDeskUi();
  const now = ui.now();
  return (
    <Bars
      title="Reports a day, the last 14"
      labelEvery={3}
      bars={days.map((n, at) => {
        const day = DAY.format(now - (days.length - 1 - at) * DAY_MS);
        return { key: day, label: day, said: `${day}: ${plural(n, 'report')}`, parts: [{ n, kind: 'arrived' }] };
      })}
    />
  );
}

function Known({ trend }: { trend: Trend }) {
  const [words, setWords] = useState(trend.known ?? '');
  const save = useAct('trends.known', () => toast('Kept for agents.'));
  return (
    <section className="card" aria-label="Known issue">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ id: trend.id, known: words }, { onError: toastError });
        }}
      >
        <label>
          What agents are told while it lasts
          <textarea rows={2} value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
        <button type="submit" className="button" disabled={words.trim() === (trend.known ?? '')}>
          Keep it
        </button>
      </form>
    </section>
  );
}

function Cases({ trend }: { trend: Trend }) {
  const ui = useDeskUi();
  return (
    <section className="card" aria-label="Cases of the trend">
      <header>
        <h3>Cases</h3>
        <span>newest first, scrubbed</span>
      </header>
      <ul className="trend-cases">
        {trend.cases.map(({ id, reference, receivedAt, status, text }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => ui.openCase(id)}>
              {shortReference(reference)}
            </button>
            <span className="meta">
              {DAY.format(receivedAt)} <span>{STATUS_NAMES[status]}</span>
            </span>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function TrendActs({ trend, others }: { trend: Trend; others: readonly ProblemRow[] }) {
  const ui = useDeskUi();
  const ticket = useAct('trends.ticket', ({ cases, activityId }) =>
    sayQueued(`One ticket queued for ${plural(cases, 'case')}.`, () => ui.undo(activityId)),
  );
  const merge = useAct('trends.merge', ({ activityId, moved, openTickets }) =>
    toast(
      openTickets > 1
        ? `${plural(moved, 'case')} merged. Both had a ticket: ${openTickets} stay open.`
        : `${plural(moved, 'case')} merged.`,
      () => ui.undo(activityId),
    ),
  );
  async function save(format: 'csv' | 'xlsx'): Promise<void> {
    try {
      const { name, cells, csv, masked } = await call('trends.sheet', { id: trend.id });
      if (format === 'csv') saveFile(name, 'csv', csv);
      else await saveWorkbook(name, cells);
      toast(`${plural(cells.length - 1, 'row')} saved, scrubbed.${maskedInWords(masked)}`);
    } catch (error) {
      toastError(error instanceof Error ? error : new Error(String(error)));
    }
  }
  return (
    <div className="acts">
      {trend.tickets[0]?.state !== 'open' && (
        <button
          type="button"
          className="button primary"
          disabled={ticket.isPending}
          onClick={() => ticket.mutate({ id: trend.id }, { onError: toastError })}
        >
          Queue one ticket
        </button>
      )}
      <button type="button" className="button" onClick={() => save('xlsx')}>
        Spreadsheet
      </button>
      <button type="button" className="button" onClick={() => save('csv')}>
        CSV
      </button>
      <select
        aria-label="Merge into another problem"
        value=""
        onChange={(event) => merge.mutate({ from: trend.id, into: event.target.value }, { onError: toastError })}
      >
        <option value="">Merge into…</option>
        {others
          .filter((other) => other.id !== trend.id)
          .map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
      </select>
    </div>
  );
}
