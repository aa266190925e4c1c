// The calls of a desk that shares its queue: joining a team, who is in it, leaving it.
import { z } from 'zod';
import { actId, caseId } from '../core/domain/ids.ts';
import { defineAct, defineRead } from './define-call.ts';

const nothing = z.object({});
const name = z.string().trim().min(1, 'Enter the name that the team will see.').max(80);

const teamMember = z.object({
  /** Of their desk. */
  id: z.uuid(),
  name: z.string(),
  isThisDesk: z.boolean(),
  state: z.enum(['invited', 'active', 'removed']),
  /** UTC ms. */
  changedAt: z.number(),
});
export type TeamMember = z.infer<typeof teamMember>;

const teamState = z.object({
  /** `alone` without a team; `shut-out` when the team's database no longer accepts this desk. */
  line: z.enum(['alone', 'connecting', 'connected', 'offline', 'shut-out']),
  name: z.string().nullable(),
  /** Address of the team's database. */
  host: z.string().nullable(),
  /** Local changes that have not reached the team. */
  waiting: z.number(),
  /** What is to be done about a database that is older or newer than this desk; null where they fit. */
  advice: z.string().nullable(),
  /** Null while they cannot be asked for. */
  members: z.array(teamMember).nullable(),
});
export type TeamState = z.infer<typeof teamState>;

/** Who owns a case, and who else is viewing it now. */
const caseInTeam = z.object({
  /** False on a desk without a team: there is nobody to share with. */
  inTeam: z.boolean(),
  takenBy: z
    .object({ name: z.string(), isYou: z.boolean(), note: z.string().nullable(), since: z.number() })
    .nullable(),
  lookedAtBy: z.array(z.string()),
  /** Concurrent decisions by members that were overridden; until someone decides again. */
  alsoDecided: z.array(z.object({ name: z.string(), decision: z.string() })),
  /** To whom it can be assigned. */
  others: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type CaseInTeam = z.infer<typeof caseInTeam>;

/** What My day shows of the team. */
const teamDay = z.object({
  inTeam: z.boolean(),
  /** What a member wrote to this desk or assigned to it, and nobody here has read yet; newest first. Notes are raw. */
  forYou: z.array(
    z.object({
      actId,
      /** `lost`: a decision of this desk does not stand, because the member decided at the same time. */
      kind: z.enum(['note', 'hand-over', 'lost']),
      at: z.number(),
      from: z.string(),
      caseId,
      reference: z.string(),
      title: z.string(),
      text: z.string().nullable(),
    }),
  ),
  /** Open cases by owner, largest first. */
  holdings: z.array(z.object({ name: z.string(), isYou: z.boolean(), caseIds: z.array(caseId) })),
});
export type TeamDay = z.infer<typeof teamDay>;

const cases = z.object({ caseIds: z.array(caseId).min(1).max(1_000) });
const acted = z.object({ actId });

const invitation = z.object({ invitation: z.string() });

export const TEAM_CALLS = {
  'team.get': defineRead(nothing, teamState, ['team']),
  /** Creates schema, roles and a team in a PostgreSQL database; the login in the URL is used once and not stored. */
  'team.create': defineAct(z.object({ databaseUrl: z.string().min(1), name }), invitation, ['settings', 'team']),
  /** Runs in a team's database what a newer desk needs of it; the login in the URL is used once and not kept. */
  'team.upgrade': defineAct(z.object({ databaseUrl: z.string().min(1) }), nothing, ['team']),
  /** An invitation for one more desk, good once and for seven days. */
  'team.invite': defineAct(nothing, invitation, ['settings', 'team']),
  'team.join': defineAct(z.object({ invitation: z.string().min(1), name }), nothing, [
    'settings',
    'team',
    'cases',
    'outbox',
  ]),
  /** The desk keeps everything it shows; the team keeps its copy. */
  'team.leave': defineAct(nothing, nothing, ['settings', 'team', 'outbox']),
  /** Removes a desk at once, and changes the team's key. */
  'team.remove': defineAct(z.object({ id: z.uuid() }), nothing, ['settings', 'team']),
  /** Changes the team's key: from now on, only its current members can read what is written. */
  'team.rotate': defineAct(nothing, nothing, ['settings', 'team']),
  'team.case': defineRead(z.object({ id: caseId }), caseInTeam, ['team']),
  /** Which cases other members are viewing now, and who: for the rows of a list. */
  'team.looks': defineRead(nothing, z.object({ looks: z.array(z.object({ caseId, names: z.array(z.string()) })) }), [
    'team',
  ]),
  'team.day': defineRead(nothing, teamDay, ['team', 'cases']),
  /** Dismisses what a member wrote from My day. */
  'team.read': defineAct(z.object({ actId, caseId }), acted, ['team']),
  /** Tells the other desks which case this desk is viewing; null for none. */
  'team.look': defineAct(z.object({ id: caseId.nullable() }), nothing, []),
  'team.take': defineAct(cases, acted, ['cases', 'team']),
  'team.handOver': defineAct(cases.extend({ to: z.uuid(), note: z.string().trim().max(1_000) }), acted, [
    'cases',
    'team',
  ]),
  /** Releases them to nobody in particular. */
  'team.putBack': defineAct(cases, acted, ['cases', 'team']),
  /** Exchanges everything pending with the team, now. */
  'team.sync': defineAct(nothing, z.object({ waiting: z.number() }), ['settings', 'team', 'cases', 'outbox']),
} as const;
