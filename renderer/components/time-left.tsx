// Time left: a ring that fills up, then a solid mark; the text says the same.
import type { Countdown } from '../../electron/contract/time-schemas.ts';
import { exactTime, leftInWords } from './words.ts';

const ROUND = 2 * Math.PI * 6;

export function TimeLeft({ countdown }: { countdown: Countdown | null }) {
  if (countdown === null) return <span className="time met">no clock</span>;
  const { state, leftMinutes, targetMinutes, metAt, dueAt } = countdown;
  const words = metAt !== null ? (state === 'missed' ? 'late' : 'met') : leftInWords(leftMinutes);
  return (
    <span className={`time ${metAt !== null && state === 'missed' ? 'met' : state}`} title={`Due ${exactTime(dueAt)}`}>
      <Shape state={metAt !== null ? 'met' : state} used={1 - leftMinutes / targetMinutes} />
      {words}
      <span className="visually-hidden">{metAt === null ? ` left, ${state}` : ''}</span>
    </span>
  );
}

function Shape({ state, used }: { state: Countdown['state']; used: number }) {
  if (state === 'missed') {
    return (
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M8 1.5l6.5 12h-13z" fill="currentColor" />
      </svg>
    );
  }
  if (state === 'paused') {
    return (
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
        <path d="M4 3h3v10H4zM9 3h3v10H9z" />
      </svg>
    );
  }
  if (state === 'met') {
    return (
      <svg
        width="14"
        height="14"
        viewBox="0 0 16 16"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      >
        <path d="M3 8.5l3.2 3.2L13 5" />
      </svg>
    );
  }
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
    >
      <circle cx="8" cy="8" r="6" strokeOpacity=".25" />
      <circle
        cx="8"
        cy="8"
        r="6"
        strokeDasharray={`${Math.max(0.04, Math.min(1, used)) * ROUND} ${ROUND}`}
        transform="rotate(-90 8 8)"
      />
    </svg>
  );
}

/** The symbol of an SLA state on its own, as in a total. */
export function StateShape({ state }: { state: Countdown['state'] }) {
  return <Shape state={state} used={state === 'due' ? 0.85 : 0.5} />;
}
