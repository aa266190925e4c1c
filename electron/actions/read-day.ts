// My day: what is due next, what waits for a key, what teams answered, what came in.
import type { Output } from '../contract/calls.ts';
import type { CaseRow } from '../contract/shapes.ts';
import { leading } from '../core/follow-up/countdown.ts';
import { unseenComments } from '../store/comments.ts';
import { dueSteps, type OpenClock, openClocks } from './alerts.ts';
import { previewComment } from './follow-up.ts';
import type { Office } from './office.ts';

const NEXT = 8;
const ANSWERS = 6;
const ARRIVED = 6;
const STEPS = 20;
const DAY_MS = 86_400_000;

export function readDay(office: Office): Output<'day.get'> {
  const clocks = openClocks(office);
  const rows = clocks.map(rowOf);
  const running = rows.filter((row) => row.countdown !== null && row.countdown.metAt === null);
  const count = (meaning: string) => running.filter((row) => row.countdown?.meaning === meaning).length;
  const since = office.now() - DAY_MS;
  return {
    counts: {
      missed: count('missed'),
      due: count('due'),
      soon: count('soon'),
      paused: count('paused'),
      running: running.length,
    },
    next: running
      .filter((row) => row.countdown?.meaning !== 'paused')
      .toSorted((a, b) => (a.countdown?.dueAt ?? 0) - (b.countdown?.dueAt ?? 0))
      .slice(0, NEXT),
    steps: dueSteps(clocks)
      .slice(0, STEPS)
      .map(({ row: { id, reference, title }, step }) => ({
        caseId: id,
        reference,
        title,
        step,
        text: previewComment(office, { id, verb: step }).text,
      })),
    answers: unseenComments(office.store.db, ANSWERS).map(({ id, caseId, reference, author, body, saidAt }) => ({
      id,
      caseId,
      reference,
      author,
      body,
      saidAt,
    })),
    arrived: rows.filter((row) => row.receivedAt > since).slice(0, ARRIVED),
  };
}

function rowOf({ row: { ticketId: _, ...row }, countdowns }: OpenClock): CaseRow {
  return { ...row, countdown: leading(countdowns) };
}
