// Tracks the progress of an entry that sets several values one by one. Each step is recorded before it leaves and when
// its answer arrives, so that a later attempt knows what is done and what may have arrived.
import type { Progress, Tried } from '../core/domain/outbox.ts';
import { isOffline, type Outcome } from './outcome.ts';

export interface Track {
  /** Done by one of our attempts; whatever someone has made of it since stays. */
  isDone(step: string): boolean;
  /** What was there when the step was tried without an answer; null when it was not tried, or was answered. */
  triedBefore(step: string): Tried | null;
  /** Writes one step, recording what was there right before. @throws whatever `write` throws */
  take<T>(tried: Tried, write: () => Promise<T>): Promise<T>;
  /** The step turned out to be done already. */
  pass(step: string): void;
  /** Passes on the outcome of an attempt; if nothing was accepted, the last try is erased. */
  end(outcome: Outcome): Outcome;
}

export const UNTOUCHED: Progress = { done: [], tried: null };

export function createTrack(from: Progress, keep: (progress: Progress) => void): Track {
  let { done, tried } = from;
  let takenBack: Tried | null = null;
  let isOpen = false;
  const note = () => keep({ done, tried });
  const pass = (step: string) => {
    done = [...new Set([...done, step])];
    tried = null;
    isOpen = false;
    note();
  };
  return {
    isDone: (step) => done.includes(step),
    triedBefore: (step) => (tried?.step === step ? tried : null),
    async take(now, write) {
      takenBack = tried;
      tried = now;
      isOpen = true;
      note();
      const answer = await write();
      pass(now.step);
      return answer;
    },
    pass(step) {
      if (tried?.step === step) pass(step);
    },
    end(outcome) {
      if (isOpen && isNotTaken(outcome)) {
        tried = takenBack;
        note();
      }
      return outcome;
    },
  };
}

/** A refusal that a proxy can send after the effect does not count. */
function isNotTaken(outcome: Outcome): boolean {
  return isOffline(outcome) || outcome.kind === 'moved' || (outcome.kind === 'rejected' && outcome.doubtful !== true);
}
