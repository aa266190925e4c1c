// The life of a case, told by who had it: stretches that follow each other without a gap and without an overlap.
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
  /** When its ticket first opened; null while it has none. */
  readonly ticketAt: number | null;
}

/** Decisions that end a case without a ticket. */
export const ENDINGS: ReadonlySet<string> = new Set(['reassign', 'respond', 'out-of-scope', 'same-case']);
/** "On hold" is a case about which Tier 2 asks its user; what waits for a release waits for the tool team. */
const PARTY_OF_PAUSE = { 'tier-2': 'tier-2', hold: 'veteran', release: 'team' } as const;

/**
 * Reads who had a case when, up to an instant (UTC ms). A pause goes before a ticket and a ticket before support: what waits
 * for Tier 2 is nobody else's time. An open case lives until that instant.
 */
export function lifeOf({ facts, acts }: CaseHistory, upTo: number): Life {
  const stretches: Stretch[] = [];
  let at = facts.receivedAt;
  let party: Party = 'queue';
  let waitsFor: Party | null = null;
  let ticketAt: number | null = null;
  let isAsked = false;
  let closedAt: number | null = null;

  function reach(to: number): void {
    if (to <= at) return;
    const last = stretches.at(-1);
    if (last?.party === party) stretches[stretches.length - 1] = { ...last, to };
    else stretches.push({ party, from: at, to });
    at = to;
  }
  function settle(): void {
    if (closedAt !== null) party = 'closed';
    else party = waitsFor ?? (ticketAt !== null && !isAsked ? 'team' : 'support');
  }

  reach(Math.min(facts.importedAt, upTo));
  settle();
  for (const { verb, at: when, fact } of acts) {
    if (when >= upTo) break;
    reach(when);
    if (verb === 'create-issue' || verb === 'ticket-reopened') {
      ticketAt ??= when;
      [isAsked, closedAt] = [false, null];
    } else if (verb === 'escalate') closedAt = null;
    else if (verb === 'question-asked') isAsked = true;
    else if (verb === 'answer') isAsked = false;
    else if (verb === 'pause') {
      const reason = pauseReason(fact);
      if (reason !== null) waitsFor = PARTY_OF_PAUSE[reason];
    } else if (verb === 'resume') waitsFor = null;
    else if (verb === 'ticket-closed' || (ENDINGS.has(verb) && ticketAt === null)) {
      [closedAt, isAsked, waitsFor] = [closedAt ?? at, false, null];
    }
    settle();
  }
  if (closedAt !== null) {
    // What was noted after the end is no part of the life.
    if (stretches.at(-1)?.party === 'closed') stretches.pop();
    return { stretches, endedAt: closedAt, ticketAt };
  }
  reach(upTo);
  return { stretches, endedAt: null, ticketAt };
}

/** Wall-clock ms a party had the case. */
export function timeWith(stretches: readonly Stretch[], party: Party): number {
  return stretches.reduce((sum, one) => sum + (one.party === party ? one.to - one.from : 0), 0);
}
