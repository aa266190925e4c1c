// What the clock asks for next, as text, with the key that does it.
import { IconArrowRight } from '@tabler/icons-react';
import type { CaseDetail } from '../../../electron/contract/schemas.ts';
import { PAUSE_NAMES } from '../../../electron/core/domain/obligation.ts';
import { commandOf, keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { durationInWords } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import './next-step.css';

interface NextStepWords {
  readonly words: string;
  /** The command that does it; null if only others can. */
  readonly command: string | null;
  readonly label: string;
}

export function NextStep({ one }: { one: CaseDetail }) {
  const ui = useDeskUi();
  const teamName = ui.teams.find(({ label }) => label === one.suggestion.team)?.name ?? null;
  const next = nextStep(one, teamName);
  if (next === null) return null;
  const { words, command, label } = next;
  return (
    <p className="next-step-line" role="note" aria-label="Next step">
      <IconArrowRight size={15} aria-hidden />
      <span>{words}</span>
      {command !== null && (
        <button type="button" className="link" onClick={() => commandOf(command)?.run(ui)}>
          {label} <Kbd keys={keysOf(command)} />
        </button>
      )}
    </p>
  );
}

/** `teamName`: of the suggested team; null for none. */
function nextStep(one: CaseDetail, teamName: string | null): NextStepWords | null {
  const clock = one.countdowns
    .filter(({ metAt }) => metAt === null)
    .toSorted((a, b) => Number(a.paused !== null) - Number(b.paused !== null) || a.leftMinutes - b.leftMinutes)[0];
  if (clock?.paused)
    return {
      words: `It ${PAUSE_NAMES[clock.paused.reason]}; its clocks are paused.`,
      command: 'time',
      label: 'Resume',
    };
  const when = clock === undefined ? '' : timeInWords(clock.leftMinutes);
  if (one.status === 'undecided') {
    const suggested = teamName === null ? null : { command: 'escalate-suggested', label: `Send it to ${teamName}` };
    return { words: `Decide it${when}.`, ...(suggested ?? { command: 'escalate', label: 'Choose a team' }) };
  }
  if (one.status === 'escalated')
    return { words: `Queue its ticket${when}.`, command: 'queue-ticket', label: 'Queue it' };
  if (one.status !== 'ticketed' || clock === undefined) return null;
  const isMissed = clock.state === 'missed';
  switch (clock.whenMissed) {
    case 'request-status':
      return isMissed
        ? { words: 'The team gave no ETA in time.', command: 'follow-up', label: 'Ask for a status' }
        : { words: `The team owes an ETA${when}; then it is asked.`, command: 'time', label: 'Note the ETA' };
    case 'escalate-pm':
      return isMissed
        ? { words: 'The team did not answer the request.', command: 'follow-up', label: 'Ask the product manager' }
        : { words: `The team owes an answer${when}; then its product manager is asked.`, command: null, label: '' };
    default:
      return { words: `${clock.name}${when}.`, command: null, label: '' };
  }
}

function timeInWords(leftMinutes: number): string {
  if (leftMinutes < 0) return `: ${durationInWords(-leftMinutes)} of business time late`;
  return ` within ${durationInWords(leftMinutes)} of business time`;
}
