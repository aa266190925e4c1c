// The handlers of trends and of the team suggested for each case.
import { needsRegroup, regroup } from '../../actions/join-problem.ts';
import { mergeProblems, moveCases, tellKnown } from '../../actions/problems.ts';
import { readRoutes, readTrend, readTrendRule, readTrends } from '../../actions/read-trends.ts';
import { saveSetting } from '../../actions/time-settings.ts';
import { queueTrendTicket, readSheet } from '../../actions/trend-ticket.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { TREND_CALLS } from '../../contract/trend-calls.ts';
import type { Desk } from './desk.ts';

export function trendHandlers({ office, sync }: Desk): Handlers<keyof typeof TREND_CALLS> {
  const { store } = office;
  return {
    'trends.list': async (input) => {
      // A desk of before problems were kept, asked from a terminal.
      if (needsRegroup(store.db)) await regroup(office);
      return readTrends(office, input);
    },
    'trends.get': (input) => readTrend(office, input),
    'trends.merge': (input) => mergeProblems(office, input),
    'trends.move': (input) => moveCases(office, input),
    'trends.known': (input) => tellKnown(office, input),
    'trends.sheet': (input) => readSheet(office, input),
    'trends.ticket': (input) => {
      const queued = queueTrendTicket(office, input);
      sync.poke();
      return queued;
    },
    'trendRule.get': () => readTrendRule(store.db),
    'trendRule.save': (input) => saveSetting(office, 'trends', input, 'Changed when a problem is a trend'),
    'trends.regroup': () => regroup(office),
    'route.list': () => readRoutes(office),
  };
}
