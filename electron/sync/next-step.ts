// What to do with an entry after an attempt or a look. Pure, so that every path can be read and tested in one place.
import type { EntryState } from '../core/words/outbox.ts';
import type { LookUp, Outcome } from './outcome.ts';

export interface EntryProgress {
  readonly attempts: number;
  readonly lookUps: number;
  /** A repeated send does no harm (moving to a pipeline); then nothing needs to be looked for. */
  readonly repeatable: boolean;
  /** It carries a mark by which the service can be asked for it. */
  readonly lookable: boolean;
}

export interface Step {
  readonly state: EntryState;
  readonly nextTryAt: number | null;
  readonly reason: string | null;
  /** Whether it is certain again that nothing left. */
  readonly clearLeft?: boolean;
  readonly lookUps?: number;
}

/** After an ambiguous failure the issue is looked for at these distances: lists lag too, so absence counts only at the end. */
export const LOOK_UP_DELAYS_MS = [10_000, 60_000, 600_000] as const;
const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 300_000;

/** Growing distance between tries, in ms. */
export function backoff(attempts: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** Math.max(0, attempts - 1), LAST_RETRY_MS);
}

export function afterAttempt(entry: EntryProgress, outcome: Outcome, now: number): Step {
  switch (outcome.kind) {
    case 'arrived':
      return { state: 'sent', nextTryAt: null, reason: outcome.note };
    case 'later': {
      const nextTryAt = outcome.retryAt ?? now + (outcome.offline ? FIRST_RETRY_MS : backoff(entry.attempts));
      return { state: 'queued', nextTryAt, reason: outcome.reason, clearLeft: true };
    }
    case 'refused':
      return { state: 'failed', nextTryAt: null, reason: outcome.reason, clearLeft: true };
    case 'ambiguous':
      if (entry.repeatable)
        return { state: 'queued', nextTryAt: now + backoff(entry.attempts), reason: outcome.reason };
      if (!entry.lookable)
        return {
          state: 'undecided',
          nextTryAt: null,
          reason: `${outcome.reason} Look there, then try again or let it be.`,
        };
      return {
        state: 'unknown',
        nextTryAt: now + LOOK_UP_DELAYS_MS[0],
        reason: `${outcome.reason} It may have arrived; looking for it.`,
        lookUps: 0,
      };
  }
}

export function afterLookUp(entry: EntryProgress, look: LookUp, now: number): Step {
  switch (look.kind) {
    case 'found':
      return { state: 'sent', nextTryAt: null, reason: null };
    case 'later':
      return { state: 'unknown', nextTryAt: now + FIRST_RETRY_MS, reason: look.reason };
    case 'absent': {
      const lookUps = entry.lookUps + 1;
      const delay = LOOK_UP_DELAYS_MS[lookUps];
      if (delay !== undefined)
        return { state: 'unknown', nextTryAt: now + delay, reason: 'Not found yet; looking again.', lookUps };
      return {
        state: 'undecided',
        nextTryAt: null,
        reason: 'It was not found at GitHub. Look there, then try again or pull it back.',
        lookUps,
      };
    }
  }
}
