// The support ledger, counted by hand.
import { H, open, type Seen } from './hand-case.ts';
import { type HandRules, OWN } from './hand-rules.ts';
import type { Put } from './hand-sums.ts';

export function countSupport(put: Put, rules: HandRules): void {
  const { within, did, some, after, closedAfter, earliest, promise, byPriority, hours, had, endedAlone, fresh } = rules;
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
}
