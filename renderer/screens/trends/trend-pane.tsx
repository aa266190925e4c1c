// One trend: its growth, what agents are told, its cases; and the actions: a ticket, merge, rename, split, the
// spreadsheet.
import { useEffect, useRef, useState } from 'react';
import type { Trend } from '../../../electron/contract/trend-calls.ts';
import { cutWords } from '../../../electron/core/domain/cut-words.ts';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { call } from '../../bridge/bridge.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { focus } from '../../commands/command.ts';
import { submitByKey, useWayBack } from '../../components/form-keys.ts';
import { Kbd } from '../../components/kbd.tsx';
import { copyText, maskedInWords, saveFile, saveWorkbook } from '../../components/save-file.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { TypedNote } from '../../components/typed-note.tsx';
import { exactTime, plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { holdKeys } from '../../state/held-keys.ts';
import { useCursor, useScreenList } from '../../state/screen-list.ts';
import { useTypedWords } from '../../state/typed-words.ts';
import { Growth } from './growth.tsx';
import { InformHrc } from './inform-hrc.tsx';
import { TrendCases } from './trend-cases.tsx';

const NONE: Trend['cases'] = [];
/** The name proposed for a split: the beginning of its first case. */
const LONGEST_NAME = 80;

/** `moveTrend` chooses another trend while the keyboard is in the list. */
export function TrendPane({ id, moveTrend }: { id: string; moveTrend: (by: number) => void }) {
  const ui = useDeskUi();
  const { data, error } = useCall('trends.get', { id });
  const trend = data?.id === id ? data : undefined;
  const [isInCases, setInCases] = useState(false);
  // Enter was pressed before the cases had loaded.
  const wantsIn = useRef(false);
  const [marked, setMarked] = useState<ReadonlySet<CaseId>>(new Set());
  const cases = useCursor(
    `trend ${id}`,
    (trend?.cases ?? NONE).map((one) => ({ ...one, key: one.id })),
  );
  const targets = marked.size > 0 ? [...marked] : cases.row === null ? [] : [cases.row.id];
  const toggle = (one: CaseId) =>
    setMarked(new Set(marked.has(one) ? [...marked].filter((id) => id !== one) : [...marked, one]));
  const hasTicket = trend?.tickets[0]?.state === 'open';
  const acts =
    trend === undefined
      ? {}
      : {
          ...(!hasTicket && { 'trend-ticket': () => ui.ask({ kind: 'trend-ticket', id }) }),
          'trend-merge': () => ui.ask({ kind: 'trend-merge', id }),
          'trend-rename': () => ui.ask({ kind: 'trend-name', id, title: trend.title }),
          'trend-mark': () => isInCases && cases.row !== null && toggle(cases.row.id),
          'trend-split': () =>
            targets.length > 0 &&
            ui.ask({ kind: 'trend-split', caseIds: targets, title: cutWords(cases.row?.text ?? '', LONGEST_NAME) }),
          'trend-move': () => targets.length > 0 && ui.ask({ kind: 'trend-move', caseIds: targets, from: id }),
          'trend-known': () => focus('trend-known'),
          'trend-copy': () => void copyKnown(trend.id),
        };
  useScreenList({
    move: isInCases ? cases.move : moveTrend,
    open: () => {
      if (trend === undefined) wantsIn.current = true;
      else if (!isInCases) focus('trend-cases');
      else if (cases.row !== null) ui.openCase(cases.row.id);
    },
    acts,
  });
  const isThere = trend !== undefined;
  useEffect(() => {
    if (isThere && wantsIn.current) focus('trend-cases');
    wantsIn.current = false;
  }, [isThere]);
  if (error !== null)
    return (
      <aside className="case" aria-label="Trend">
        <p className="problem">{error.message}</p>
      </aside>
    );
  if (trend === undefined) return <aside className="case" aria-label="Trend" aria-busy="true" />;
  const { size, firstAt, lastAt, pace, tickets } = trend;
  return (
    <aside className="case" id="case" tabIndex={-1} aria-label={`Trend ${trend.title}`}>
      <header>
        <h2>{trend.title}</h2>
        <p className="meta">
          <span>{plural(size, 'case')}</span>
          <span>first {exactTime(firstAt)}</span>
          <span>last {exactTime(lastAt)}</span>
          {pace !== null && <span>{paceInWords(pace)}</span>}
        </p>
      </header>
      <div className="case-view">
        <section className="card trend-growth" aria-label="Growth">
          <Growth trend={trend} />
          <dl className="fields">
            <dt>Reported through</dt>
            <dd>{trend.sources.map(({ name, n }) => `${name} ${n}`).join(', ')}</dd>
            <dt>Suggested team</dt>
            <dd>{ui.teams.find((team) => team.label === trend.team)?.name ?? 'no team yet'}</dd>
            <dt>{tickets.length > 1 ? 'Tickets' : 'Ticket'}</dt>
            <dd>{tickets.length === 0 ? 'none yet' : tickets.map(describeTicket).join('; ')}</dd>
          </dl>
        </section>
        <Known key={trend.id} trend={trend} />
        <InformHrc id={id} />
        <TrendCases
          cases={trend.cases}
          chosen={cases.row?.id ?? null}
          isHere={isInCases}
          marked={marked}
          choose={(one) => cases.choose({ ...one, key: one.id })}
          toggle={toggle}
          enter={setInCases}
        />
      </div>
      <TrendActs trend={trend} acts={acts} hasTicket={hasTicket} n={marked.size} />
    </aside>
  );
}

/** Reports per day of the last two days, compared with all days before. */
function paceInWords(pace: number): string {
  if (pace === 0) return 'none in the last two days';
  if (pace < 0.8) return 'slower than before';
  if (pace < 1.25) return 'as many a day as before';
  return `${pace < 10 ? pace.toFixed(1) : Math.round(pace)} times as many a day as before`;
}

function describeTicket({ number, state }: Trend['tickets'][number], at: number): string {
  const name = number === null ? 'in the outbox' : `#${number}, ${state}`;
  return at === 0 && state === 'open' ? `${name}, new cases go into it` : name;
}

/** Refetched: text that was saved a moment ago counts. */
async function copyKnown(id: string): Promise<void> {
  try {
    const { known } = await call('trends.get', { id });
    if (known === null) {
      toast(`No guidance for agents yet: write it first (${keysOf('trend-known')}).`);
      return;
    }
    await copyText(known);
    toast('Copied the guidance for agents.');
  } catch {
    toastError(new Error('This window cannot use the clipboard. Select the text and copy it.'));
  }
}

function Known({ trend }: { trend: Trend }) {
  const ui = useDeskUi();
  const typed = useTypedWords('agents', trend.id, { text: trend.known ?? '' });
  const { text: words } = typed.words;
  const save = useAct('trends.known', ({ actId }) => {
    typed.clear();
    toast('Saved.', () => ui.undo(actId));
  });
  const { leave, ...wayBack } = useWayBack();
  return (
    <section className="card" aria-label="Known issue">
      <form
        className="form"
        {...wayBack}
        onKeyDown={submitByKey}
        onSubmit={(event) => {
          event.preventDefault();
          // What is typed meanwhile is not of what is saved any more.
          holdKeys(save.mutateAsync({ id: trend.id, known: words }).then(leave, toastError));
        }}
      >
        <label>
          <span>
            For agents, while it lasts: a workaround, or what to tell callers <Kbd keys={keysOf('trend-known')} />
          </span>
          <textarea
            id="trend-known"
            rows={2}
            value={words}
            onChange={(event) => typed.type({ text: event.target.value })}
          />
        </label>
        <span className="row-actions">
          <button type="submit" className="button" disabled={words.trim() === (trend.known ?? '')}>
            Keep it <Kbd keys="$mod+Enter" />
          </button>
          <button
            type="button"
            className="button"
            disabled={trend.known === null}
            onClick={() => void copyKnown(trend.id)}
          >
            Copy <Kbd keys={keysOf('trend-copy')} />
          </button>
          <TypedNote typed={typed} />
        </span>
      </form>
    </section>
  );
}

interface ActsProps {
  readonly trend: Trend;
  readonly acts: Readonly<Record<string, () => void>>;
  readonly hasTicket: boolean;
  /** Marked cases. */
  readonly n: number;
}

function TrendActs({ trend, acts, hasTicket, n }: ActsProps) {
  async function save(format: 'csv' | 'xlsx'): Promise<void> {
    try {
      const { name, cells, csv, masked } = await call('trends.sheet', { id: trend.id });
      if (format === 'csv') saveFile(name, 'csv', csv);
      else await saveWorkbook(name, cells);
      toast(`${plural(cells.length - 1, 'row')} saved, scrubbed.${maskedInWords(masked)}`);
    } catch (error) {
      toastError(error);
    }
  }
  const button = (id: string, words: string, isPrimary = false) => (
    <button key={id} type="button" className={isPrimary ? 'button primary' : 'button'} onClick={acts[id]}>
      {words} <Kbd keys={keysOf(id)} />
    </button>
  );
  return (
    <div className="acts">
      {!hasTicket && button('trend-ticket', 'Draft one ticket', true)}
      {button('trend-merge', 'Merge into…')}
      {button('trend-rename', 'Rename')}
      {n > 0 && button('trend-split', `Split off ${plural(n, 'case')}`)}
      {n > 0 && button('trend-move', 'Move to…')}
      <button type="button" className="button" onClick={() => save('xlsx')}>
        Spreadsheet
      </button>
      <button type="button" className="button" onClick={() => save('csv')}>
        CSV
      </button>
    </div>
  );
}
