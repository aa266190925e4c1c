// The life of a case by who had it: consecutive spans without gaps or overlaps.
import type { Party } from '../domain/report.ts';
import { type CaseHistory, pauseReason } from './history.ts';

/** UTC ms, end exclusive. */
export interface Stretch {
  readonly party: Party;
  readonly from: number;
  readonly to: number;
}

export interface Life {
  readonly stretches: readonly Stretch[];
  /** When it was closed; null while it is open. */
  readonly endedAt: number | null;
  /** When its ticket was first opened; null without a ticket. */
  readonly ticketAt: number | null;
}

/** Decisions that end a case without a ticket. */
export const ENDINGS: ReadonlySet<string> = new Set(['reassign', 'respond', 'out-of-scope', 'same-case']);
/** "On hold" means that Tier 2 asks the user; a case that waits for a release waits for the tool team. */
const PARTY_OF_PAUSE = { 'tier-2': 'tier-2', hold: 'veteran', release: 'team' } as const;

/** The state that decides who has a case. Times are UTC ms. */
interface State {
  readonly waitsFor: Party | null;
  readonly ticketAt: number | null;
  /** The team has an open question to Tier 3. */
  readonly isAsked: boolean;
  readonly closedAt: number | null;
}

const START: State = { waitsFor: null, ticketAt: null, isAsked: false, closedAt: null };
/** `when` is the date of the activity; `at` is never earlier than that of the activity before. */
interface Moment {
  readonly when: number;
  readonly at: number;
}
const opened = (state: State, { when }: Moment) => ({
  ticketAt: state.ticketAt ?? when,
  isAsked: false,
  closedAt: null,
});
const closed = (state: State, { at }: Moment) => ({ closedAt: state.closedAt ?? at, isAsked: false, waitsFor: null });
const ended = (state: State, moment: Moment) => (state.ticketAt === null ? closed(state, moment) : {});

/** What each verb changes. */
const CHANGES: Readonly<Record<string, (state: State, moment: Moment, fact: unknown) => Partial<State>>> = {
  'create-issue': opened,
  'ticket-reopened': opened,
  escalate: () => ({ closedAt: null }),
  'question-asked': () => ({ isAsked: true }),
  answer: () => ({ isAsked: false }),
  pause: (_, __, fact) => {
    const reason = pauseReason(fact);
    return reason === null ? {} : { waitsFor: PARTY_OF_PAUSE[reason] };
  },
  resume: () => ({ waitsFor: null }),
  'ticket-closed': closed,
  ...Object.fromEntries([...ENDINGS].map((verb) => [verb, ended])),
};

/** A pause outranks a ticket, and a ticket outranks support: time spent waiting for Tier 2 counts for no one else. */
function partyOf({ closedAt, waitsFor, ticketAt, isAsked }: State): Party {
  if (closedAt !== null) return 'closed';
  return waitsFor ?? (ticketAt !== null && !isAsked ? 'team' : 'support');
}

/** Who had a case when, up to an instant (UTC ms); an open case lasts until then. */
export function lifeOf({ facts, acts }: CaseHistory, upTo: number): Life {
  const stretches: Stretch[] = [];
  let at = facts.receivedAt;
  function reach(to: number, party: Party): void {
    if (to <= at) return;
    const last = stretches.at(-1);
    if (last?.party === party) stretches[stretches.length - 1] = { ...last, to };
    else stretches.push({ party, from: at, to });
    at = to;
  }

  reach(Math.min(facts.importedAt, upTo), 'queue');
  let state = START;
  for (const { verb, at: when, fact } of acts) {
    if (when >= upTo) break;
    reach(when, partyOf(state));
    state = { ...state, ...CHANGES[verb]?.(state, { when, at }, fact) };
  }
  if (state.closedAt === null) reach(upTo, partyOf(state));
  // Activity after the end does not count.
  else if (stretches.at(-1)?.party === 'closed') stretches.pop();
  return { stretches, endedAt: state.closedAt, ticketAt: state.ticketAt };
}

/** Wall-clock ms a party had the case. */
export function timeWith(stretches: readonly Stretch[], party: Party): number {
  return stretches.reduce((sum, one) => sum + (one.party === party ? one.to - one.from : 0), 0);
}
