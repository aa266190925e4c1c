// The tickets of a problem: its own, and those of problems that were merged into it.
import type { TicketId } from '../../core/domain/ids.ts';
import { listProblems } from '../../store/cases/problems.ts';
import type { Db } from '../../store/db.ts';
import { ticketedProblems } from '../../store/tickets/open-tickets.ts';
import { type StoredTicket, ticketsById } from '../../store/tickets/tickets.ts';

/** Without canceled ones: open ones first, its own before those that came with a merge, then newest first. */
export function ticketsOfProblem(db: Db, problem: string): StoredTicket[] {
  const all = listProblems(db);
  const within = new Set([problem]);
  // The list grows as it is walked: a problem merged into a merged problem belongs here too.
  for (const into of within) for (const { id, mergedInto } of all) if (mergedInto === into) within.add(id);
  const own = all.find(({ id }) => id === problem)?.ticketId;
  const ids = all.flatMap(({ id, ticketId }): TicketId[] => (ticketId !== null && within.has(id) ? [ticketId] : []));
  const rank = ({ id, state }: StoredTicket) => (state === 'open' ? 0 : 2) + (id === own ? 0 : 1);
  return [...ticketsById(db, ids).values()]
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .sort((a, b) => rank(a) - rank(b) || b.createdAt - a.createdAt);
}

/** Problems whose later reports go into an open ticket, their own or that of one merged into them. */
export function problemsWithTicket(db: Db): ReadonlySet<string> {
  return new Set(ticketedProblems(db));
}

/** The ticket that later reports of a problem go into; null when none is open. */
export function openTicketOf(db: Db, problem: string): StoredTicket | null {
  const [first] = ticketsOfProblem(db, problem);
  return first !== undefined && first.state === 'open' ? first : null;
}
