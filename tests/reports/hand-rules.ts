// The rules of both ledgers, read off the documents and written out anew: what happened in a period, and which promise was kept.
import { H, outcome, type Promised, type Seen, worked } from './hand-case.ts';

/** Business hours, by priority. */
const TARGETS: Record<string, { first: number; last: number }> = {
  critical: { first: 1, last: 24 },
  high: { first: 4, last: 48 },
  medium: { first: 8, last: 120 },
  low: { first: 24, last: 240 },
};
/** Why a promise of the support team may wait. */
export const OWN = ['tier-2', 'hold'];
const ALL = ['tier-2', 'hold', 'release'];
/** Why one of a tool team may. */
export const TEAMS = ['release', 'tier-2', 'answer'];

export type HandRules = ReturnType<typeof createRules>;

/** Those of a period; `to` is exclusive. */
export function createRules(from: number, to: number) {
  const within = (at: number | undefined) => at !== undefined && at >= from && at < to;
  const did = (one: Seen, ...verbs: string[]) => one.acts.some((act) => verbs.includes(act.verb) && within(act.at));
  const some = (holds: unknown) => (holds ? 1 : undefined);
  const after = (one: Seen, start: number | undefined, ...verbs: string[]) =>
    start === undefined ? undefined : one.acts.find((act) => act.at >= start && verbs.includes(act.verb))?.at;
  const closedAfter = (one: Seen, start: number | undefined) =>
    start === undefined ? undefined : one.closings.find((act) => act.at >= start)?.at;
  const earliest = (...times: (number | undefined)[]) => {
    const known = times.filter((at) => at !== undefined);
    return known.length === 0 ? undefined : Math.min(...known);
  };
  const promise = (one: Seen, promised: Promised) => {
    const settled = outcome(one, promised, to);
    return settled !== undefined && within(settled.at) ? settled.kept : undefined;
  };
  const byPriority = (one: Seen, which: 'first' | 'last', stop: number | undefined) => {
    const target = TARGETS[one.priority ?? ''];
    if (target === undefined) return undefined;
    const { receivedAt } = one.line;
    const start = stop !== undefined && stop <= one.raisedAt ? receivedAt : Math.max(receivedAt, one.raisedAt);
    const waits = which === 'first' ? OWN : ALL;
    return promise(one, { start, stop, hours: target[which], waits, always: one.priority === 'critical' });
  };
  const hours = (one: Seen, start: number | undefined, stop: number | undefined, waits: readonly string[]) =>
    start !== undefined && within(stop) ? worked(one, start, stop!, { waits }) / H : undefined;
  const had = (one: Seen, party: string) => (one.isCase && within(one.ended) ? (one.hadBy[party] ?? 0) / H : undefined);
  const endedAlone = (one: Seen) =>
    one.ticket === undefined && within(one.ended)
      ? one.acts.findLast((act) => ['reassign', 'respond', 'out-of-scope'].includes(act.verb) && act.at <= one.ended!)
      : undefined;
  const fresh = (one: Seen) => one.isCase && within(one.line.receivedAt);
  const freshReport = (one: Seen) => one.isReport && within(one.line.receivedAt);
  return {
    within,
    did,
    some,
    after,
    closedAfter,
    earliest,
    promise,
    byPriority,
    hours,
    had,
    endedAlone,
    fresh,
    freshReport,
  };
}
