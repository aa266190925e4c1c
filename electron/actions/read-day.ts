// My day: what is due next, what waits for a key, what teams answered, what came in, and pictures of the queue.
import type { Output } from '../contract/calls.ts';
import { countByTime } from '../core/triage/case-index.ts';
import { unseenComments } from '../store/comments.ts';
import { importedSince } from '../store/imported-cases.ts';
import { waitingSteps } from './alerts.ts';
import type { AppContext } from './app-context.ts';
import { previewComment } from './follow-up.ts';
import { readRows } from './list-cases.ts';
import { arrivals, hoursLeft } from './load.ts';

const NEXT = 8;
const ANSWERS = 6;
const ARRIVED = 6;
const STEPS = 20;
const DAY_MS = 86_400_000;

export function readDay(ctx: AppContext): Output<'day.get'> {
  const columns = ctx.queue.all();
  const { order, clock } = columns;
  const at = ctx.now();
  const { missed, due, soon, fine, paused } = countByTime(columns, at);
  // By when they came into the desk: an export of this morning holds reports of days ago.
  const arrived = importedSince(ctx.store.db, at - DAY_MS, ARRIVED).flatMap((id) => columns.slotOfId(id) ?? []);
  return {
    counts: { missed, due, soon, paused, running: missed + due + soon + fine + paused },
    next: readRows(
      ctx,
      order.subarray(0, NEXT).filter((slot) => clock[slot] === 0),
    ),
    steps: waitingSteps(ctx, STEPS).map(({ row: { id, reference, title }, step }) => ({
      caseId: id,
      reference,
      title,
      step,
      text: previewComment(ctx, { id, verb: step }).text,
    })),
    answers: unseenComments(ctx.store.db, ANSWERS).map(({ id, caseId, reference, author, body, saidAt }) => ({
      id,
      caseId,
      reference,
      author,
      body,
      saidAt,
    })),
    arrived: readRows(ctx, arrived),
    load: { days: arrivals(ctx, at), left: hoursLeft(columns, at) },
  };
}
