// The handlers of trends and of the team suggested for each case.

import { needsRegroup, regroup } from '../../actions/problems/join-problem.ts';
import { readRoutes, readTrend, readTrends } from '../../actions/problems/read-trends.ts';
import { readInform, setInformState, tellHrc } from '../../actions/trends/inform-hrc.ts';
import { mergeProblems, moveCases, renameProblem, tellKnown } from '../../actions/trends/problems.ts';
import { draftOfTrend, queueTrendTicket, readSheet } from '../../actions/trends/trend-ticket.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { TREND_CALLS } from '../../contract/trend-calls.ts';
import type { Desk } from './desk.ts';

export function trendHandlers({ ctx, sync }: Desk): Handlers<keyof typeof TREND_CALLS> {
  const { store } = ctx;
  return {
    'trends.list': async (input) => {
      // A desk from before problems were stored, opened from a terminal.
      if (needsRegroup(store.db)) await regroup(ctx);
      return readTrends(ctx, input);
    },
    'trends.get': (input) => readTrend(ctx, input),
    'trends.merge': (input) => mergeProblems(ctx, input),
    'trends.move': (input) => moveCases(ctx, input),
    'trends.rename': (input) => renameProblem(ctx, input),
    'trends.known': (input) => tellKnown(ctx, input),
    'trends.setState': (input) => setInformState(ctx, input),
    'trends.inform': (input) => readInform(ctx, input),
    'trends.tell': (input) => {
      const told = tellHrc(ctx, input);
      sync.wake();
      return told;
    },
    'trends.sheet': (input) => readSheet(ctx, input),
    'trends.draft': (input) => draftOfTrend(ctx, input),
    'trends.ticket': (input) => {
      const queued = queueTrendTicket(ctx, input);
      sync.wake();
      return queued;
    },
    'trends.regroup': () => regroup(ctx),
    'route.list': () => readRoutes(ctx),
  };
}
