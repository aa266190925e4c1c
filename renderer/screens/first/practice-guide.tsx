// The first practice ticket, step by step: a line above the status bar says what to do next and with which key. It
// disappears when the ticket is open.
import { useState } from 'react';
import type { Output } from '../../../electron/contract/calls.ts';
import { useCall } from '../../bridge/queries.ts';
import { commandOf, keysOf } from '../../commands/catalogue.ts';
import { Kbd, keysInWords } from '../../components/kbd.tsx';
import { type DeskUi, useDeskUi } from '../../desk-ui.ts';
import { useBodyClass } from '../../state/use-body-class.ts';
import './first-steps.css';

interface GuideStep {
  readonly isDone: (known: Output<'first.get'>, ui: DeskUi) => boolean;
  readonly words: string;
  /** The command that does it; null where only a button does. */
  readonly command: string | null;
  /** Where the command does nothing for what is chosen: what to do before, and with which command; null to go on. */
  readonly before?: (ui: DeskUi) => { readonly words: string; readonly command: string } | null;
}

const STEPS: readonly GuideStep[] = [
  {
    isDone: ({ cases }) => cases > 0,
    words: 'Load the sample cases with the button above: Tab leads to it, Enter presses it.',
    command: null,
  },
  {
    isDone: ({ escalated }, { screen }) => escalated || screen === 'queue' || screen === 'board',
    words: 'Go to the queue: the case with the least time left is chosen.',
    command: 'queue',
  },
  {
    isDone: ({ escalated }) => escalated,
    words: 'Read the case, then send it to the team that is suggested in its row.',
    command: 'escalate-suggested',
  },
  {
    isDone: ({ queued }) => queued,
    words: 'Its ticket is written, with the personal words masked. Look it over, then queue it.',
    command: 'queue-ticket',
    before: ({ screen, list: { selected, marked } }) =>
      marked.size > 0 || selected?.status === 'escalated'
        ? null
        : {
            words: 'Its ticket waits to be queued. Go to the cases with teams in the queue, and choose it there.',
            command: screen === 'queue' || screen === 'board' ? 'view-2' : 'queue',
          },
  },
  {
    isDone: ({ opened }) => opened,
    words: 'It leaves after the sending delay; until then Undo takes it back. Send it now.',
    command: 'sync',
  },
];

export function PracticeGuide() {
  const ui = useDeskUi();
  const known = useCall('first.get', {}, ui.practice).data;
  /** Anyone who saw the guide sees that they are done. */
  const [wasShown, setShown] = useState(false);
  const isWanted = ui.practice && known !== undefined && !known.isHidden;
  const at = isWanted ? STEPS.findIndex(({ isDone }) => !isDone(known, ui)) : -1;
  const whole = STEPS[at];
  const step = whole && { ...whole, ...whole.before?.(ui) };
  const isShown = isWanted && (step !== undefined || wasShown);
  useBodyClass('with-guide', isShown);
  if (!isShown) return null;
  if (step !== undefined && !wasShown) setShown(true);
  return (
    <section className="practice-guide" aria-label="Your first ticket">
      <p role="status">
        {step === undefined ? (
          <>
            <b>Your first ticket is open.</b> Its team answers in Replies; one day later (
            <Kbd keys={keysOf('advance-day')} />) the clock asks for more.
          </>
        ) : (
          <>
            <b>
              Your first ticket, {at + 1} of {STEPS.length}:
            </b>{' '}
            {step.words}
          </>
        )}
      </p>
      {step !== undefined && step.command !== null && (
        <span>
          Press <Kbd keys={keysOf(step.command)} />
          <span className="visually-hidden">{keysInWords(keysOf(step.command))}</span>
        </span>
      )}
      {step === undefined && (
        <button type="button" className="button" onClick={() => ui.go('help')}>
          Help <Kbd keys={keysOf('help')} />
        </button>
      )}
      <button type="button" className="button quiet" onClick={() => commandOf('first-steps')?.run(ui)}>
        {step === undefined ? 'Close' : 'Hide the guide'}
      </button>
    </section>
  );
}
