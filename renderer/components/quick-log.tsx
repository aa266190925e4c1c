// The quick log: one line becomes a case. How the desk understands the line is shown while it is typed.

import { useEffect, useRef } from 'react';
import type { LoggedProblem } from '../../electron/contract/queue-calls.ts';
import { SOURCE_NAMES } from '../../electron/core/domain/case.ts';
import { caseName } from '../../electron/core/domain/case-name.ts';
import { useAct, useCall } from '../bridge/queries.ts';
import { useDeskUi } from '../desk-ui.ts';
import { holdKeys } from '../state/held-keys.ts';
import { useTypedWords } from '../state/typed-words.ts';
import { DeskDialog } from './dialog.tsx';
import { toast, toastError } from './toast.tsx';
import { TypedNote } from './typed-note.tsx';
import { plural } from './words.ts';

const SHORTEST = 3;

export function QuickLog() {
  return (
    <DeskDialog kind="log" title="Log a case">
      <LogLine />
    </DeskDialog>
  );
}

const RANKS = new Intl.PluralRules('en-US', { type: 'ordinal' });
const ENDS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

function nth(n: number): string {
  return `${n}${ENDS[RANKS.select(n)] ?? 'th'}`;
}

/** @param times how often it came up within seven days, including this one */
function problemInWords({ title, guide }: LoggedProblem, times: number): string {
  const often = times <= 1 ? 'the first within seven days' : `the ${nth(times)} within seven days`;
  return `${title}, ${often}${guide === null ? '' : `; ${guide}`}`;
}

/** The line with this topic instead of its own. */
function withTopic(line: string, topic: string): string {
  const words = line.split(' ').filter((word) => word !== '');
  const at = words.findIndex((word) => word.startsWith('#'));
  if (at >= 0) words[at] = `#${topic}`;
  else words.unshift(`#${topic}`);
  return `${words.join(' ')} `;
}

function LogLine() {
  const ui = useDeskUi();
  const typed = useTypedWords('log', '', { line: '' });
  const { line } = typed.words;
  const field = useRef<HTMLTextAreaElement>(null);
  const { isRestored } = typed;
  // The next call replaces what is left from before; whoever wants that moves the caret.
  const hasTyped = useRef(false);
  useEffect(() => {
    if (isRestored && !hasTyped.current) field.current?.select();
  }, [isRestored]);
  const isReady = line.trim().length >= SHORTEST;
  const read = useCall('cases.readLog', { line }, isReady).data;
  const topics = useCall('cases.topics', {}).data?.topics ?? [];
  const log = useAct('cases.log', ({ reference, id, topic, thisWeek, problem, actId }) => {
    typed.clear();
    ui.ask(null);
    const ofTopic = thisWeek > 1 ? `, the ${nth(thisWeek)} of #${topic} within seven days` : '';
    const told = problem === null ? '' : ` ${problemInWords(problem, problem.thisWeek)}.`;
    toast(`${caseName(reference)} logged${ofTopic}.${told}`, () => ui.undo(actId));
    if (ui.screen === 'queue') ui.openCase(id);
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) holdKeys(log.mutateAsync({ line }).catch(toastError));
      }}
    >
      <label>
        Source, #topic, time spent, then what is wrong
        <textarea
          ref={field}
          autoFocus
          data-autofocus
          rows={2}
          value={line}
          placeholder="iris #records 5m download fails since Monday; or a pasted message, or the link of one in Slack"
          onChange={(event) => {
            hasTyped.current = true;
            typed.type({ line: event.target.value });
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
      </label>
      <fieldset className="topics" aria-label="Topics">
        {topics.map(({ topic, name, n }) => (
          <button
            key={topic}
            type="button"
            className="chip"
            onClick={() => {
              typed.type({ line: withTopic(line, topic) });
              field.current?.focus();
            }}
          >
            {name}
            {n > 0 && <span className="count">{n}</span>}
          </button>
        ))}
      </fieldset>
      <dl className="log-read" aria-live="polite">
        <dt>Source</dt>
        <dd>{read && isReady ? SOURCE_NAMES[read.source] : 'Typed in'}</dd>
        <dt>Topic</dt>
        <dd>
          {(isReady && read?.topic) || 'none'}
          {isReady &&
            read !== undefined &&
            read.thisWeek > 0 &&
            `, logged ${plural(read.thisWeek, 'time')} within seven days`}
        </dd>
        <dt>Problem</dt>
        <dd>
          {(isReady && read?.problem && problemInWords(read.problem, read.problem.thisWeek + 1)) || 'not known yet'}
        </dd>
        <dt>Time spent</dt>
        <dd>{isReady && read?.spentMinutes ? plural(read.spentMinutes, 'minute') : 'not given'}</dd>
        <dt>Scrubbed</dt>
        <dd>{isReady ? read?.text : ''}</dd>
      </dl>
      <span className="row-actions">
        <button type="submit" className="button primary" disabled={!isReady || log.isPending}>
          Log the case
        </button>
        <TypedNote typed={typed} />
      </span>
    </form>
  );
}
