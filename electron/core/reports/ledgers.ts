// The two ledgers of a case. Only this file sees both; a figure gets one of them and, by its type, cannot read the
// other.

import type { ClockEvent } from '../domain/obligation.ts';
import type { Ledger, Party, Tier } from '../domain/report.ts';
import { readEvents } from '../follow-up/events.ts';
import { type CasePause, pausesOf } from '../follow-up/pauses.ts';
import { type Act, type CaseFacts, type CaseHistory, isReadBy } from './history.ts';
import { lifeOf, timeWith } from './life.ts';

interface Shared<L extends Ledger, P extends Party> {
  readonly ledger: L;
  readonly facts: CaseFacts;
  /** Only the activity this ledger may read. */
  readonly acts: readonly Act[];
  readonly events: readonly ClockEvent[];
  readonly pauses: readonly CasePause[];
  readonly tier: Tier;
  readonly endedAt: number | null;
  readonly ticketAt: number | null;
  /** Wall-clock ms for which the parties of this ledger had it. */
  readonly had: Readonly<Record<P, number>>;
}

export type SupportCase = Shared<'support', 'support'>;
/** `lifeMs` is the whole time, from the queue at the source to the end. */
export type ProductCase = Shared<'product', Exclude<Party, 'support'>> & { readonly lifeMs: number };

export interface ViewOf {
  readonly support: SupportCase;
  readonly product: ProductCase;
}

/** Both ledgers of one case. */
export type SplitCase = { readonly [L in Ledger]: ViewOf[L] };

/** Both ledgers of a case as of an instant (UTC ms); null if the case did not exist yet. */
export function splitLedgers({ facts, acts }: CaseHistory, upTo: number): SplitCase | null {
  if (facts.receivedAt >= upTo) return null;
  const past = acts.filter(({ at }) => at < upTo);
  const { stretches, endedAt, ticketAt } = lifeOf({ facts, acts: past }, upTo);
  const tier: Tier = ticketAt !== null ? 'tier-3' : endedAt !== null ? 'tier-2' : 'open';
  const shared = <L extends Ledger>(ledger: L) => {
    const own = past.filter(({ verb }) => isReadBy(ledger, verb));
    const events = readEvents(facts.receivedAt, own);
    return { ledger, facts, acts: own, events, pauses: pausesOf(events), tier, endedAt, ticketAt };
  };
  const time = (party: Party) => timeWith(stretches, party);
  return {
    support: { ...shared('support'), had: { support: time('support') } },
    product: {
      ...shared('product'),
      had: {
        queue: time('queue'),
        team: time('team'),
        'tier-2': time('tier-2'),
        veteran: time('veteran'),
        closed: time('closed'),
      },
      lifeMs: stretches.reduce((sum, { from, to }) => sum + to - from, 0),
    },
  };
}

/** A report of a problem, counted once. */
export interface ReportOfProblem {
  readonly id: string;
  readonly receivedAt: number;
}

/** The input of a figure: its ledger of the cases, and when each problem was reported, oldest first. */
export interface LedgerView<L extends Ledger> {
  readonly cases: readonly ViewOf[L][];
  readonly problems: ReadonlyMap<string, readonly ReportOfProblem[]>;
}
