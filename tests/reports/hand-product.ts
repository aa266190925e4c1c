// The product ledger, counted by hand; problems are counted of all cases, beyond the period too.
import { DAY, H, type Seen } from './hand-case.ts';
import { type HandRules, TEAMS } from './hand-rules.ts';
import { type Counted, type Put, pushTo, sumUp } from './hand-sums.ts';

/** `to` ends the period. */
export function countProduct(put: Put, rules: HandRules, seen: readonly Seen[], to: number): void {
  const { within, did, some, after, closedAfter, earliest, promise, byPriority, hours, had, freshReport } = rules;
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
  const sizes = byProblem(seen);
  put('candidates', 'count', 'problem', (one) => {
    const own = (sizes[one.line.problem ?? ''] ?? []).filter(freshReport);
    const ended = own.filter((other) => other.ended !== undefined);
    const needsNone = own.every(({ ticket }) => ticket === undefined);
    return some(freshReport(one) && one.ended !== undefined && ended.length >= 5 && needsNone);
  });
}

/** Of problems that became a trend: the fifth case within thirty days. */
export function countTrends(rules: HandRules, seen: readonly Seen[], from: number): Record<string, Counted> {
  const { within } = rules;
  const trends = Object.values(byProblem(seen)).flatMap((own) => {
    const times = own.map(({ line }) => line.receivedAt).sort((a, b) => a - b);
    const fifth = times.find((at, index) => index >= 4 && at - times[index - 4]! <= 30 * DAY);
    return fifth === undefined || times.at(-1)! < from ? [] : [{ times, fifth }];
  });
  const sizes = trends.map(({ times }) => times.length);
  const lives = trends.map(({ times }) => (times.at(-1)! - times[0]!) / H);
  const opened = trends.filter(({ fifth }) => within(fifth)).map(() => 1);
  return {
    'trends-opened': { ...sumUp('count', opened), parts: {} },
    'trend-size': { ...sumUp('median', sizes), parts: {} },
    'trend-life': { ...sumUp('median', lives), parts: {} },
  };
}

function byProblem(seen: readonly Seen[]): Record<string, Seen[]> {
  const sizes: Record<string, Seen[]> = {};
  for (const one of seen) if (one.isReport && one.line.problem !== null) pushTo(sizes, one.line.problem, one);
  return sizes;
}
