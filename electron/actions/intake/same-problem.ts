// What is known right away about the problem of a logged line: how often it came in this week, and what helps.

import type { LoggedProblem } from '../../contract/queue-calls.ts';
import { WEEK_MS } from '../../core/domain/time.ts';
import { readProblem } from '../../core/route/read-problem.ts';
import { knownWords } from '../../store/cases/problems.ts';
import { listTemplates } from '../../store/tickets/templates.ts';
import type { AppContext } from '../app-context.ts';
import { openTicketOf } from '../problems/problem-tickets.ts';
import { problemTitles } from '../problems/read-trends.ts';

/** By the lexicon alone, so that no group is opened while someone types. */
export function problemOfWords(scrubbedText: string, area: string | null): string | null {
  return readProblem(scrubbedText, area).problem?.id ?? null;
}

/** Null if the problem has no name. */
export function describeProblem(ctx: AppContext, problem: string | null): LoggedProblem | null {
  const { db } = ctx.store;
  const title = problem === null ? undefined : problemTitles(db).get(problem);
  if (problem === null || title === undefined) return null;
  return { title, thisWeek: timesThisWeek(ctx, problem), guide: guideTo(ctx, problem) };
}

function timesThisWeek({ queue, now }: AppContext, problem: string): number {
  const { trend, receivedAt, words, size } = queue.all();
  const [code, since] = [words.trend.find(problem), now() - WEEK_MS];
  let times = 0;
  for (let slot = 0; slot < size; slot += 1) if (trend[slot] === code && (receivedAt[slot] ?? 0) >= since) times += 1;
  return code === undefined ? 0 : times;
}

/** The guidance for agents, else an answer template, else the ticket. */
function guideTo({ store: { db } }: AppContext, problem: string): string | null {
  const known = knownWords(db).get(problem);
  if (known != null) return `tell callers: ${known}`;
  const template = listTemplates(db).find((one) => one.problem === problem);
  if (template !== undefined) return `answer from the template "${template.name}"`;
  const ticket = openTicketOf(db, problem);
  return ticket?.number == null ? null : `it is on ticket #${ticket.number}`;
}
