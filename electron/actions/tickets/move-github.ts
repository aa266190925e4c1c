// "Our GitHub moved": tickets that are verified at the new location move, with everything queued for them; the rest
// stays and is listed. Only a person can start it, and undo reverts all of it.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import type { MoveReport } from '../../contract/move-calls.ts';
import type { Team } from '../../contract/schemas.ts';
import type { ActId } from '../../core/domain/ids.ts';
import { OPEN_STATES } from '../../core/domain/outbox.ts';
import { splitRepository } from '../../core/domain/repository-name.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { casesOfTicket } from '../../store/cases/cases.ts';
import type { Db } from '../../store/db.ts';
import { entriesOfTicket } from '../../store/outbox/outbox.ts';
import { listTeams, replaceTeams } from '../../store/tickets/directory.ts';
import { noteMove, openThere, takeAlong } from '../../store/tickets/github-move.ts';
import { findTicket } from '../../store/tickets/tickets.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import type { Line } from './choices.ts';
import { isInDoubt, type MoveProof, namesOf, proveMove } from './prove-move.ts';

type Input = ParsedInput<'github.tryMove'>;

/** What a move would do. @throws whatever verifying throws */
export async function tryMove(ctx: AppContext, line: Line, input: Input, own: string): Promise<MoveReport> {
  return report(ctx, await proveMove(ctx, line, input, own));
}

/** Moves what is verified. @throws whatever verifying throws */
export async function moveGitHub(
  ctx: AppContext,
  line: Line,
  input: Input,
  own: string,
): Promise<Output<'github.move'>> {
  const proof = await proveMove(ctx, line, input, own);
  const actId = newActId();
  return ctx.store.transaction((db) => {
    const still = stillSo(db, proof);
    const told = report(ctx, still);
    apply(ctx, db, still, actId);
    return { ...told, actId };
  });
}

/** The desk kept working while GitHub was asked: whatever has changed since is left for the next time. */
function stillSo(db: Db, proof: MoveProof): MoveProof {
  const isSame = ({ ticket }: MoveProof['found'][number]) => {
    const now = findTicket(db, ticket.id);
    return now?.repository === proof.from && now.number === ticket.number && !isInDoubt(entriesOfTicket(db, ticket.id));
  };
  const isWaiting = (id: MoveProof['unopened'][number]) => {
    const now = findTicket(db, id);
    return now?.repository === proof.from && now.number === null && !isInDoubt(entriesOfTicket(db, id));
  };
  const changed = proof.found.filter((one) => !isSame(one));
  return {
    ...proof,
    found: proof.found.filter(isSame),
    unopened: proof.unopened.filter(isWaiting),
    missing: [
      ...proof.missing,
      ...changed.map(({ ticket }) => ({ ticket, why: 'it changed during the move: move again' })),
    ],
  };
}

function apply({ now }: AppContext, db: Db, { from, to, found, unopened }: MoveProof, actId: ActId): void {
  const at = now();
  const before: Parameters<typeof takeAlong>[3] = { tickets: [], entries: [], comments: [] };
  const common = { at, actor: LEAD, verb: 'relocate', actId };
  for (const { ticket, issue, comments } of found) {
    const { number, url } = issue;
    takeAlong(db, ticket, { from, to, number, url, comments }, before);
    const summary = `Ticket #${ticket.number} was moved: it is #${number} in ${to} now.`;
    for (const { id: caseId } of casesOfTicket(db, ticket.id))
      addActivity(db, { ...common, caseId, summary, undo: null });
  }
  for (const id of unopened) {
    before.tickets.push({ id, number: null, url: null, remoteUpdatedAt: null });
    openThere(db, id, from, to);
  }
  noteMove(db, from, to);
  const teams = listTeams(db);
  replaceTeams(
    db,
    teams.map((team) => (team.repository === from ? movedTeam(team, from, to) : team)),
  );
  const moved = found.length === 1 ? '1 ticket of' : `${found.length} tickets of`;
  const summary = `GitHub moved: ${moved} ${from} ${found.length === 1 ? 'is' : 'are'} in ${to} now`;
  addActivity(db, { ...common, caseId: null, summary, undo: { kind: 'github-move', from, to, teams, ...before } });
}

function movedTeam(team: Team, from: string, to: string): Team {
  const { project } = team;
  const [old, owner] = [splitRepository(from).owner, splitRepository(to).owner];
  return { ...team, repository: to, project: project?.owner === old ? { ...project, owner } : project };
}

function report(ctx: AppContext, proof: MoveProof): MoveReport {
  const { from, to, found, unopened, missing } = proof;
  const { db } = ctx.store;
  const teams = listTeams(db).filter(({ repository }) => repository === from);
  const all = [...found, ...missing].map(({ ticket }) => ticket);
  const referencesOf = namesOf(ctx, all);
  const isOpen = ({ state }: { state: (typeof OPEN_STATES)[number] }) => OPEN_STATES.includes(state);
  const moving = [...found.map(({ ticket }) => ticket.id), ...unopened];
  const boards = [...new Set(teams.flatMap(({ project }) => (project?.on ? [project.number] : [])))];
  return {
    from,
    to,
    found: found.map(({ ticket, issue }) => ({
      references: referencesOf(ticket),
      was: ticket.number,
      now: issue.number,
      url: issue.url,
    })),
    missing: missing.map(({ ticket, why }) => ({ references: referencesOf(ticket), was: ticket.number, why })),
    waiting: moving.flatMap((id) => entriesOfTicket(db, id)).filter(isOpen).length,
    teams: teams.map(({ name }) => name),
    notes: [
      ...(boards.length === 0
        ? []
        : [
            `Boards may have different numbers there. Check ${boards.map((one) => `${one}`).join(', ')} in the directory.`,
          ]),
      ...(missing.length === 0
        ? []
        : [
            `Stay signed in to the old GitHub until ${missing.length === 1 ? 'the one that stays is' : `the ${missing.length} that stay are`} settled.`,
          ]),
    ],
  };
}
