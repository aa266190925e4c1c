// The handlers of the first run.

import { findBoards, findTeams, keepFirstRun, readFirstRun } from '../../actions/settings/first-run.ts';
import type { Line } from '../../actions/tickets/choices.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { FIRST_CALLS } from '../../contract/first-calls.ts';
import type { Desk } from './desk.ts';

export function firstHandlers({ ctx }: Desk, line: Line): Handlers<keyof typeof FIRST_CALLS> {
  return {
    'first.get': () => readFirstRun(ctx, line),
    'first.findTeams': () => findTeams(ctx, line),
    'first.findBoards': () => findBoards(ctx, line),
    'first.hide': (change) => keepFirstRun(ctx, change),
  };
}
