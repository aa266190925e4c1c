// Every figure of both ledgers, counted a second time from the exported activity alone: no SQL, and nothing of the desk is
// imported. The rules are read off the documents and written out anew.
import {
  type ActivityLine,
  DAY,
  H,
  look,
  MIDNIGHTS,
  open,
  outcome,
  type Promised,
  type Seen,
  worked,
} from './hand-case.ts';

export interface Counted {
  readonly value: number | null;
  readonly n: number;
  /** Dimension → member → the same of its part. */
  readonly parts: Readonly<Record<string, Readonly<Record<string, { value: number | null; n: number }>>>>;
}

const TARGETS: Record<string, { first: number; last: number }> = {
  critical: { first: 1, last: 24 },
  high: { first: 4, last: 48 },
  medium: { first: 8, last: 120 },
  low: { first: 24, last: 240 },
};
const OWN = ['tier-2', 'hold'];
const ALL = ['tier-2', 'hold', 'release'];
const TEAMS = ['release', 'tier-2', 'answer'];

/** Every figure, by ledger and id. `to` is exclusive. */
export function countByHand(lines: readonly ActivityLine[], from: number, to: number): Record<string, Counted> {
  const seen = lines.filter((line) => line.receivedAt < to).map((line) => look(line, to));
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
  const result: Record<string, Counted> = {};

  function put(
    id: string,
    kind: 'count' | 'share' | 'median' | 'mean' | 'sum',
    dimensions: string,
    numberOf: (one: Seen) => number | undefined,
  ) {
    const items = seen.flatMap((one) => {
      const x = numberOf(one);
      return x === undefined ? [] : [{ one, x }];
    });
    const parts: Record<string, Record<string, { value: number | null; n: number }>> = {};
    for (const dimension of dimensions.split(' ').filter((name) => name !== '')) {
      const groups: Record<string, number[]> = {};
      for (const { one, x } of items) pushTo(groups, partOf(dimension, one, x), x);
      parts[dimension] = Object.fromEntries(Object.entries(groups).map(([member, xs]) => [member, sumUp(kind, xs)]));
    }
    result[id] = {
      ...sumUp(
        kind,
        items.map(({ x }) => x),
      ),
      parts,
    };
  }

  // Support.
  put('changed', 'count', 'tier form', (one) =>
    some(
      one.isCase &&
        did(
          one,
          'escalate',
          'reassign',
          'respond',
          'out-of-scope',
          'same-case',
          'create-issue',
          'ticket-closed',
          'ticket-reopened',
        ),
    ),
  );
  put('received', 'count', 'source tier form hour day', (one) => some(fresh(one)));
  put('decided', 'count', 'source tier', (one) => some(one.isCase && within(one.decided)));
  put('acted-in-time', 'share', 'source priority', (one) =>
    one.isCase ? promise(one, { start: one.line.receivedAt, stop: one.decided, hours: 24, waits: OWN }) : undefined,
  );
  put('time-to-act', 'median', 'source', (one) =>
    one.isCase ? hours(one, one.line.receivedAt, one.decided, OWN) : undefined,
  );
  put('time-to-route', 'median', '', (one) => {
    const at = one.first('escalate');
    return one.isCase && within(at) ? open(one.line.receivedAt, at!) / H : undefined;
  });
  put('time-to-ask', 'median', '', (one) => {
    const at = one.acts.find((act) => act.verb === 'pause' && act.reason === 'tier-2')?.at;
    return one.isCase && within(at) ? open(one.line.receivedAt, at!) / H : undefined;
  });
  const asked = (one: Seen) => one.first('question-asked');
  put('time-to-answer', 'median', '', (one) => hours(one, asked(one), after(one, asked(one), 'answer'), ['tier-2']));
  put('answered-in-time', 'share', '', (one) =>
    one.isCase
      ? promise(one, {
          start: asked(one),
          stop: earliest(after(one, asked(one), 'answer'), closedAfter(one, asked(one))),
          hours: 24,
          waits: ['tier-2'],
        })
      : undefined,
  );
  put('first-response-kept', 'share', 'priority', (one) =>
    one.isCase ? byPriority(one, 'first', one.decided) : undefined,
  );
  put('standard-fields', 'share', 'source', (one) => {
    if (!fresh(one)) return undefined;
    const { area, problem, team } = one.line;
    const complete = area !== null && problem !== null && one.priority !== null;
    return complete && (team !== null || one.first('escalate') === undefined) ? 1 : 0;
  });
  put('captured', 'share', 'source', (one) => (fresh(one) ? (one.first('import') === undefined ? 0 : 1) : undefined));
  put('from-template', 'share', '', (one) => {
    const answer = one.acts.findLast((act) => act.verb === 'respond' && within(act.at));
    return answer === undefined ? undefined : answer.template !== undefined || answer.byDesk ? 1 : 0;
  });
  put('by-documentation', 'share', '', (one) =>
    one.isCase && endedAlone(one) !== undefined
      ? Number(one.line.isDocumented || one.line.tags.includes('by-documentation'))
      : undefined,
  );
  put('reopened', 'count', '', (one) => {
    const end = one.acts.findIndex((act) => ['reassign', 'respond', 'out-of-scope', 'same-case'].includes(act.verb));
    return some(end >= 0 && one.acts.slice(end + 1).some((act) => act.verb === 'escalate' && within(act.at)));
  });
  put('transfers', 'count', 'source', (one) => some(did(one, 'reassign')));
  put('resolved', 'count', 'source area', (one) => some(endedAlone(one)?.verb === 'respond'));
  put('out-of-scope', 'count', '', (one) => some(did(one, 'out-of-scope')));
  put('duplicates', 'count', '', (one) => some(did(one, 'same-case')));
  put('status-requests', 'count', '', (one) => some(did(one, 'request-status')));
  put('with-support', 'mean', '', (one) => had(one, 'support'));
  put('minutes-spent', 'sum', 'team area', (one) =>
    within(one.line.receivedAt) ? (one.line.spentMinutes ?? undefined) : undefined,
  );
  put('documentation-gaps', 'count', 'gap', (one) =>
    some(within(one.line.receivedAt) && one.line.tags.some((tag) => tag.startsWith('documentation-'))),
  );
  put('releases-reviewed', 'share', '', (one) => {
    if (one.isCase) return undefined;
    const start = one.first('release-notice');
    const stop = earliest(after(one, start, 'review'), closedAfter(one, start));
    return promise(one, { start, stop, hours: 72, waits: [] });
  });

  // Product.
  put('cases', 'count', 'team area problem tier', (one) => some(freshReport(one)));
  put('tickets-opened', 'count', 'team problem', (one) => some(one.isReport && within(one.ticket)));
  put('closed', 'count', 'team problem', (one) => some(one.isReport && one.ticket !== undefined && within(one.ended)));
  put('tickets-reopened', 'count', 'team', (one) => some(one.isReport && did(one, 'ticket-reopened')));
  const waits = (one: Seen) => one.isReport && one.ticket !== undefined && one.ended === undefined;
  put('waiting', 'count', 'team problem', (one) => some(waits(one)));
  put('waiting-age', 'median', 'team age', (one) => (waits(one) ? (to - one.ticket!) / H : undefined));
  put('at-source', 'mean', '', (one) => had(one, 'queue'));
  put('with-team', 'mean', 'team', (one) => had(one, 'team'));
  put('on-tier-2', 'mean', '', (one) => had(one, 'tier-2'));
  put('on-veteran', 'mean', '', (one) => had(one, 'veteran'));
  put('closed-between', 'mean', '', (one) => had(one, 'closed'));
  put('life', 'mean', 'tier', (one) =>
    one.isCase && within(one.ended) ? (one.ended! - one.line.receivedAt) / H : undefined,
  );
  const opened = (one: Seen) => one.first('create-issue', 'ticket-reopened');
  put('team-first-answer', 'median', 'team', (one) =>
    one.isReport
      ? hours(
          one,
          opened(one),
          earliest(
            after(one, opened(one), 'team-answered', 'question-asked', 'set-eta'),
            closedAfter(one, opened(one)),
          ),
          TEAMS,
        )
      : undefined,
  );
  put('eta-in-time', 'share', 'team', (one) =>
    one.isReport
      ? promise(one, {
          start: opened(one),
          stop: earliest(after(one, opened(one), 'set-eta'), closedAfter(one, opened(one))),
          hours: 48,
          waits: TEAMS,
        })
      : undefined,
  );
  put('resolved-in-time', 'share', 'priority', (one) =>
    one.isReport ? byPriority(one, 'last', one.closings[0]?.at) : undefined,
  );
  put('pm-escalations', 'count', 'team', (one) => some(one.isReport && did(one, 'escalate-pm')));
  put('fixed-by', 'count', 'fix', (one) =>
    some(one.isReport && within(one.ended) && one.line.tags.some((tag) => tag.startsWith('fixed-by-'))),
  );
  put('known-errors', 'count', 'code', (one) => some(freshReport(one) && (one.line.problem ?? '').startsWith('code-')));
  const sizes: Record<string, Seen[]> = {};
  for (const one of seen) if (one.isReport && one.line.problem !== null) pushTo(sizes, one.line.problem, one);
  put('candidates', 'count', 'problem', (one) => {
    const own = (sizes[one.line.problem ?? ''] ?? []).filter(freshReport);
    const ended = own.filter((other) => other.ended !== undefined);
    const needsNone = own.every(({ ticket }) => ticket === undefined);
    return some(freshReport(one) && one.ended !== undefined && ended.length >= 5 && needsNone);
  });
  const trends = Object.values(sizes).flatMap((own) => {
    const times = own.map(({ line }) => line.receivedAt).sort((a, b) => a - b);
    const fifth = times.find((at, index) => index >= 4 && at - times[index - 4]! <= 30 * DAY);
    return fifth === undefined || times.at(-1)! < from ? [] : [{ times, fifth }];
  });
  const openedNow = trends.filter(({ fifth }) => within(fifth));
  result['trends-opened'] = {
    ...sumUp(
      'count',
      openedNow.map(() => 1),
    ),
    parts: {},
  };
  result['trend-size'] = {
    ...sumUp(
      'median',
      trends.map(({ times }) => times.length),
    ),
    parts: {},
  };
  result['trend-life'] = {
    ...sumUp(
      'median',
      trends.map(({ times }) => (times.at(-1)! - times[0]!) / H),
    ),
    parts: {},
  };
  return result;
}

function sumUp(kind: string, xs: readonly number[]): { value: number | null; n: number } {
  const total = xs.reduce((sum, x) => sum + x, 0);
  if (kind === 'count') return { value: xs.length, n: xs.length };
  if (kind === 'sum') return { value: total, n: xs.length };
  if (xs.length === 0) return { value: null, n: 0 };
  if (kind !== 'median') return { value: total / xs.length, n: xs.length };
  const sorted = [...xs].sort((a, b) => a - b);
  const half = Math.floor(xs.length / 2);
  return { value: xs.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2, n: xs.length };
}

function partOf(dimension: string, { line, tier, priority }: Seen, x: number): string {
  if (dimension === 'tier') return tier;
  if (dimension === 'form') {
    const comma = (line.area ?? '').indexOf(',');
    return comma < 0
      ? `${tier}|${line.area ?? ''}|`
      : `${tier}|${line.area!.slice(0, comma)}|${line.area!.slice(comma + 1).trim()}`;
  }
  if (dimension === 'priority') return priority ?? '';
  if (dimension === 'code') return line.problem?.startsWith('code-') ? line.problem : '';
  if (dimension === 'gap') return line.tags.find((tag) => tag.startsWith('documentation-')) ?? '';
  if (dimension === 'fix') return line.tags.find((tag) => tag.startsWith('fixed-by-')) ?? '';
  if (dimension === 'age') {
    const days = x / 24;
    return days < 7 ? '0-7' : days < 14 ? '7-14' : days < 28 ? '14-28' : days < 56 ? '28-56' : '56-';
  }
  if (dimension === 'hour' || dimension === 'day') {
    const index = MIDNIGHTS.findLastIndex(({ at }) => at <= line.receivedAt);
    const offset = (index >= 0 && line.receivedAt >= Date.UTC(2026, 10, 1, 6) ? 5 : 4) * H;
    const wall = new Date(line.receivedAt - offset);
    if (dimension === 'day') return wall.toISOString().slice(0, 10);
    return `${wall.getUTCDay()}-${String(wall.getUTCHours()).padStart(2, '0')}`;
  }
  return (
    ({ source: line.source, team: line.team, area: line.area, problem: line.problem } as Record<string, string | null>)[
      dimension
    ] ?? ''
  );
}

function pushTo<T>(groups: Record<string, T[]>, key: string, one: T): void {
  const own = groups[key];
  if (own === undefined) groups[key] = [one];
  else own.push(one);
}
