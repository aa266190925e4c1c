// What to do with an entry after an attempt or a look. Pure, so that every path can be read and tested in one place.
import type { EntryState } from '../core/domain/outbox.ts';
import type { FieldConflict } from '../core/domain/ticket.ts';
import type { LookUp, Outcome } from './outcome.ts';

export interface EntryProgress {
  readonly attempts: number;
  readonly lookUps: number;
  /** It sets values that are read before they are written, and keeps itself what may have left; nothing is looked for. */
  readonly repeatable: boolean;
  /** It carries a mark by which the service can be asked for it. */
  readonly lookable: boolean;
}

export interface Step {
  readonly state: EntryState;
  readonly nextTryAt: number | null;
  readonly reason: string | null;
  /** Fields the lead is to choose between. */
  readonly conflicts?: readonly FieldConflict[];
  /** Whether it is certain again that nothing left. */
  readonly clearLeft?: boolean;
  readonly lookUps?: number;
  /** An open ticket that names the same record number: the lead is to choose. */
  readonly sameRecord?: { readonly number: number; readonly url: string };
}

/** After an ambiguous failure the entry is looked for at these distances: lists lag too, so absence counts only at the end. */
export const LOOK_UP_DELAYS_MS = [10_000, 60_000, 600_000] as const;
const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 300_000;
/** A service that is limiting and does not say for how long is left alone for a minute at least (GitHub's rule). */
const LEAST_LIMIT_MS = 60_000;

/**
 * Growing distance between tries, in ms: from half of it on, so that desks which failed together do not come back together.
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
    case 'later': {
      // Without a network the next tick tries again by itself, and whoever asks is not told to wait.
      const pauseMs = backoff(entry.attempts, chance) + (outcome.limited === true ? LEAST_LIMIT_MS : 0);
      const nextTryAt = outcome.offline ? null : (outcome.retryAt ?? now + pauseMs);
      // An answer that came back may be one of a proxy, after the effect: the note that it left stays until it was looked for.
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
    case 'refused':
      return { state: 'failed', nextTryAt: null, reason: outcome.reason, clearLeft: !entry.repeatable };
    case 'ambiguous':
      if (entry.repeatable)
        return { state: 'queued', nextTryAt: now + backoff(entry.attempts, chance), reason: outcome.reason };
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

/** What left once is looked for before it is sent again; null when it is not there and may be sent. */
export function beforeAttempt(entry: EntryProgress, look: LookUp, now: number, chance: number): Step | null {
  switch (look.kind) {
    case 'found':
      return { state: 'sent', nextTryAt: null, reason: null };
    case 'absent':
      return null;
    case 'later':
      return {
        state: 'queued',
        nextTryAt: look.retryAt ?? now + backoff(entry.attempts, chance),
        reason: look.reason,
      };
  }
}

/**
 * A refusal that a proxy can write after the effect stands once the entry was looked for and is not there. A look that fails
 * leaves it in doubt, and the next one that shows nothing hands it to the lead.
 */
export function afterRefusal(reason: string, look: LookUp, now: number): Step {
  switch (look.kind) {
    case 'found':
      return { state: 'sent', nextTryAt: null, reason: null };
    case 'absent':
      return { state: 'failed', nextTryAt: null, reason, clearLeft: true };
    case 'later':
      return {
        state: 'unknown',
        nextTryAt: look.retryAt ?? now + FIRST_RETRY_MS,
        reason: `${reason} Looking whether it arrived all the same.`,
        lookUps: LOOK_UP_DELAYS_MS.length - 1,
      };
  }
}

export function sameRecordFound(repository: string, { number, url }: { number: number; url: string }): Step {
  return {
    state: 'undecided',
    nextTryAt: null,
    reason: `Ticket #${number} in ${repository} is open and names the same record number. Nothing was sent; join that ticket, or send anyway.`,
    sameRecord: { number, url },
  };
}

function whyToChoose(conflicts: readonly FieldConflict[]): string {
  const unsure = conflicts.filter(({ was, theirs }) => was === theirs);
  return unsure.length === conflicts.length
    ? `It cannot be told whether your change of the ${inWords(unsure)} arrived and was changed back. Choose what stands.`
    : `Somebody changed the ${inWords(conflicts)} meanwhile. Nothing of theirs was written over; choose what stands.`;
}

function inWords(conflicts: readonly FieldConflict[]): string {
  return conflicts.map(({ field }) => (field === 'body' ? 'description' : field)).join(' and the ');
}

export function afterLookUp(entry: EntryProgress, look: LookUp, now: number): Step {
  switch (look.kind) {
    case 'found':
      return { state: 'sent', nextTryAt: null, reason: null };
    case 'later':
      return { state: 'unknown', nextTryAt: look.retryAt ?? now + FIRST_RETRY_MS, reason: look.reason };
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
