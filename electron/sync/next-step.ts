// What to do with an entry after an attempt or a search. Pure, so that every path can be read and tested in one place.
import type { EntryState } from '../core/domain/outbox.ts';
import type { FieldConflict } from '../core/domain/ticket.ts';
import type { LookUp, Outcome } from './outcome.ts';

export interface EntryProgress {
  readonly attempts: number;
  readonly lookUps: number;
  /**
   * It sets values that are read before they are written, and tracks itself what may have left; nothing is searched
   * for.
   */
  readonly repeatable: boolean;
  /** It carries a marker by which the service can be searched. */
  readonly lookable: boolean;
}

export interface Step {
  readonly state: EntryState;
  readonly nextTryAt: number | null;
  readonly reason: string | null;
  /** Fields for which the lead has to choose a value. */
  readonly conflicts?: readonly FieldConflict[];
  /** Whether it is certain again that nothing left. */
  readonly clearLeft?: boolean;
  readonly lookUps?: number;
  /** An open ticket with the same record number: the lead has to choose. */
  readonly sameRecord?: { readonly number: number; readonly url: string };
}

/**
 * After an indeterminate failure the entry is searched for at these intervals: lists lag too, so absence only counts at
 * the end.
 */
export const LOOK_UP_DELAYS_MS = [10_000, 60_000, 600_000] as const;
const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 300_000;
/** A rate-limited service that does not say for how long is left alone for at least a minute (GitHub's rule). */
const LEAST_LIMIT_MS = 60_000;

/**
 * Exponential backoff, in ms, with jitter over its upper half so that desks that failed together do not retry together.
 * `chance` is from 0 to 1.
 */
export function backoff(attempts: number, chance: number): number {
  const whole = Math.min(FIRST_RETRY_MS * 2 ** Math.max(0, attempts - 1), LAST_RETRY_MS);
  return Math.round((whole * (1 + chance)) / 2);
}

export function afterAttempt(entry: EntryProgress, outcome: Outcome, now: number, chance: number): Step {
  switch (outcome.kind) {
    case 'arrived':
      return { state: 'sent', nextTryAt: null, reason: outcome.note };
    case 'retryable': {
      // Without a network the next tick retries on its own, and callers are not told to wait.
      const pauseMs = backoff(entry.attempts, chance) + (outcome.limited === true ? LEAST_LIMIT_MS : 0);
      const nextTryAt = outcome.offline ? null : (outcome.retryAt ?? now + pauseMs);
      // The response may be a proxy's, sent after the effect: the record that it left stays until the entry was
      // searched for.
      const clearLeft = !entry.repeatable && (outcome.offline || !entry.lookable);
      return { state: 'queued', nextTryAt, reason: outcome.reason, clearLeft };
    }
    case 'moved':
      return {
        state: 'queued',
        nextTryAt: null,
        reason: `It is ${outcome.to.repository} now.`,
        clearLeft: !entry.repeatable,
      };
    case 'conflict':
      return {
        state: 'undecided',
        nextTryAt: null,
        reason: whyToChoose(outcome.conflicts),
        conflicts: outcome.conflicts,
      };
    case 'rejected':
      return { state: 'failed', nextTryAt: null, reason: outcome.reason, clearLeft: !entry.repeatable };
    case 'indeterminate':
      if (entry.repeatable)
        return { state: 'queued', nextTryAt: now + backoff(entry.attempts, chance), reason: outcome.reason };
      if (!entry.lookable)
        return {
          state: 'undecided',
          nextTryAt: null,
          reason: `${outcome.reason} Check there, then try again or leave it.`,
        };
      return {
        state: 'unknown',
        nextTryAt: now + LOOK_UP_DELAYS_MS[0],
        reason: `${outcome.reason} It may have arrived. Searching for it.`,
        lookUps: 0,
      };
  }
}

/** What has left once is searched for before it is sent again; null when it is not there and may be sent. */
export function beforeAttempt(entry: EntryProgress, look: LookUp, now: number, chance: number): Step | null {
  switch (look.kind) {
    case 'found':
      return { state: 'sent', nextTryAt: null, reason: null };
    case 'absent':
      return null;
    case 'retryable':
      return {
        state: 'queued',
        nextTryAt: look.retryAt ?? now + backoff(entry.attempts, chance),
        reason: look.reason,
      };
  }
}

/**
 * A refusal that a proxy could have sent after the effect counts once the entry was searched for and not found. A
 * failed search leaves it in doubt, and the next one that finds nothing hands it to the lead.
 */
export function afterRefusal(reason: string, look: LookUp, now: number): Step {
  switch (look.kind) {
    case 'found':
      return { state: 'sent', nextTryAt: null, reason: null };
    case 'absent':
      return { state: 'failed', nextTryAt: null, reason, clearLeft: true };
    case 'retryable':
      return {
        state: 'unknown',
        nextTryAt: look.retryAt ?? now + FIRST_RETRY_MS,
        reason: `${reason} Checking whether it arrived anyway.`,
        lookUps: LOOK_UP_DELAYS_MS.length - 1,
      };
  }
}

export function sameRecordFound(repository: string, { number, url }: { number: number; url: string }): Step {
  return {
    state: 'undecided',
    nextTryAt: null,
    reason: `Ticket #${number} in ${repository} is open and has the same record number. Nothing was sent. Join that ticket, or send anyway.`,
    sameRecord: { number, url },
  };
}

function whyToChoose(conflicts: readonly FieldConflict[]): string {
  const unsure = conflicts.filter(({ was, theirs }) => was === theirs);
  return unsure.length === conflicts.length
    ? `It is unclear whether your change of the ${inWords(unsure)} arrived and was changed back. Choose which value to keep.`
    : `Someone changed the ${inWords(conflicts)} in the meantime. Nothing was overwritten. Choose which value to keep.`;
}

function inWords(conflicts: readonly FieldConflict[]): string {
  return conflicts.map(({ field }) => (field === 'body' ? 'description' : field)).join(' and the ');
}

export function afterLookUp(entry: EntryProgress, look: LookUp, now: number): Step {
  switch (look.kind) {
    case 'found':
      return { state: 'sent', nextTryAt: null, reason: null };
    case 'retryable':
      return { state: 'unknown', nextTryAt: look.retryAt ?? now + FIRST_RETRY_MS, reason: look.reason };
    case 'absent': {
      const lookUps = entry.lookUps + 1;
      const delay = LOOK_UP_DELAYS_MS[lookUps];
      if (delay !== undefined)
        return { state: 'unknown', nextTryAt: now + delay, reason: 'Not found yet. Searching again.', lookUps };
      return {
        state: 'undecided',
        nextTryAt: null,
        reason: 'It was not found at GitHub. Check there, then try again or pull it back.',
        lookUps,
      };
    }
  }
}
