// Who in the team owns a case: whoever took it last, or had it assigned. These are acts like any other: they are shared
// with the team, and one undo reverts them.
import { z } from 'zod';
import { AppError } from '../../contract/errors.ts';
import type { CaseInTeam } from '../../contract/team-calls.ts';
import type { ActId, CaseId } from '../../core/domain/ids.ts';
import { foldCase } from '../../core/team/fold.ts';
import { deskOf } from '../../core/team/stamp.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { actsOf } from '../../store/activity/acts-that-stand.ts';
import type { Db } from '../../store/db.ts';
import { subjectOfCase } from '../../store/team/team.ts';
import type { Member } from '../../team/members.ts';
import type { Membership } from '../../team/membership.ts';
import type { Look } from '../../team/team-log.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { requireCase } from '../require-case.ts';
import { decisionInWords } from './lost-decisions.ts';
import { readMembership } from './membership.ts';
import { caseOf, saidOf } from './subjects.ts';

export const OWNER_VERBS = ['take-case', 'hand-over', 'put-back'] as const;
/** The owner from then on, by desk; null for nobody. */
export const ownerFact = z.object({ owner: z.uuid().nullable(), name: z.string(), note: z.string().nullable() });
type Fact = z.output<typeof ownerFact>;

function ownerOf(db: Db, caseId: CaseId): (Fact & { readonly since: number }) | null {
  const last = actsOf(db, OWNER_VERBS, { caseIds: [caseId] }).at(-1);
  return last === undefined ? null : { ...ownerFact.parse(last.fact), since: last.at };
}

/** @throws AppError `refused` on a desk that is not in a team */
function requireTeam(db: Db): Membership {
  const member = readMembership(db);
  if (member === null)
    throw new AppError('refused', 'This desk is not in a team: there is nobody to share cases with.');
  return member;
}

function act(
  ctx: AppContext,
  caseIds: readonly CaseId[],
  what: { readonly verb: (typeof OWNER_VERBS)[number]; readonly summary: string; readonly fact: Fact },
): { actId: ActId } {
  const actId = newActId();
  ctx.store.transaction((db) => {
    for (const caseId of caseIds) {
      requireCase(ctx, caseId);
      const undo = { kind: 'note' } as const;
      addActivity(db, { at: ctx.now(), actor: LEAD, caseId, ...what, undo, actId });
    }
  });
  return { actId };
}

export function takeCases(ctx: AppContext, caseIds: readonly CaseId[]): { actId: ActId } {
  const { device, name } = requireTeam(ctx.store.db);
  return act(ctx, caseIds, {
    verb: 'take-case',
    summary: `Taken by ${name}`,
    fact: { owner: device, name, note: null },
  });
}

/** @throws AppError `not-found` for someone who is not in the team */
export function handOver(
  ctx: AppContext,
  members: readonly Member[],
  { caseIds, to, note }: { readonly caseIds: readonly CaseId[]; readonly to: string; readonly note: string },
): { actId: ActId } {
  requireTeam(ctx.store.db);
  const member = members.find(({ device, state }) => device === to && state === 'active');
  if (member === undefined) throw new AppError('not-found', 'This member is no longer in the team.');
  const { name } = member;
  const told = note === '' ? null : note;
  return act(ctx, caseIds, {
    verb: 'hand-over',
    summary: `Handed over to ${name}`,
    fact: { owner: to, name, note: told },
  });
}

export function putBack(ctx: AppContext, caseIds: readonly CaseId[]): { actId: ActId } {
  const { name } = requireTeam(ctx.store.db);
  return act(ctx, caseIds, {
    verb: 'put-back',
    summary: 'Released for anyone to take',
    fact: { owner: null, name, note: null },
  });
}

interface Others {
  readonly looks: readonly Look[];
  readonly members: readonly Member[];
}

const nameIn = (members: readonly Member[], device: string) =>
  members.find((one) => one.device === device)?.name ?? 'A member';

/** The cases of this desk that other members are viewing now, each with their names. */
export function readLooks(
  { store: { db } }: AppContext,
  { looks, members }: Others,
): { readonly caseId: CaseId; readonly names: string[] }[] {
  const names = new Map<CaseId, string[]>();
  for (const { device, what } of looks) {
    const id = what === '' ? null : caseOf(db, what);
    if (id !== null) names.set(id, [...(names.get(id) ?? []), nameIn(members, device)]);
  }
  return [...names].map(([caseId, who]) => ({ caseId, names: who }));
}

/** What the window shows about a case in the team. */
export function readCaseInTeam({ store: { db } }: AppContext, { looks, members }: Others, id: CaseId): CaseInTeam {
  const member = readMembership(db);
  if (member === null) return { inTeam: false, takenBy: null, lookedAtBy: [], alsoDecided: [], others: [] };
  const owner = ownerOf(db, id);
  const subject = subjectOfCase(db, id);
  const nameOf = (device: string) => (device === member.device ? 'You' : nameIn(members, device));
  return {
    inTeam: true,
    takenBy:
      owner === null || owner.owner === null
        ? null
        : { name: owner.name, isYou: owner.owner === member.device, note: owner.note, since: owner.since },
    lookedAtBy: looks.filter(({ what }) => what !== '' && what === subject).map(({ device }) => nameOf(device)),
    alsoDecided: subject === null ? [] : otherDecisions(db, subject, nameOf),
    others: members
      .filter(({ state, isThisDesk }) => state === 'active' && !isThisDesk)
      .map(({ device, name }) => ({ id: device, name })),
  };
}

function otherDecisions(db: Db, subject: string, nameOf: (device: string) => string): CaseInTeam['alsoDecided'] {
  const { winner, others } = foldCase(saidOf(db, `case ${subject}`)).decision;
  return others
    .map(({ stamp, value }) => ({ name: nameOf(deskOf(stamp)), decision: decisionInWords(value) }))
    .filter(({ decision }) => winner === null || decision !== decisionInWords(winner.value));
}
