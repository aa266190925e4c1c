// The calls of a desk that shares its queue with others: coming into a team, who is in it, leaving it.
import { z } from 'zod';
import { activityId, caseId } from '../core/domain/ids.ts';
import { defineAct, defineRead } from './define-call.ts';

const nothing = z.object({});
const name = z.string().trim().min(1, 'Say under which name the team is to see you.').max(80);

export const teamMember = z.object({
  /** Of their desk. */
  id: z.uuid(),
  name: z.string(),
  isThisDesk: z.boolean(),
  state: z.enum(['invited', 'active', 'removed']),
  /** UTC ms. */
  changedAt: z.number(),
});
export type TeamMember = z.infer<typeof teamMember>;

export const teamState = z.object({
  /** `alone` without a team; `shut-out` when the team's database does not let this desk in any more. */
  line: z.enum(['alone', 'connecting', 'connected', 'offline', 'shut-out']),
  name: z.string().nullable(),
  /** Where the team's database is. */
  host: z.string().nullable(),
  /** What was done here and has not reached the team. */
  waiting: z.number(),
  /** What is to be done about a database that is older or newer than this desk; null where they fit. */
  advice: z.string().nullable(),
  /** Null while they cannot be asked for. */
  members: z.array(teamMember).nullable(),
});
export type TeamState = z.infer<typeof teamState>;

/** Who has a case, and who else looks at it now. */
export const caseInTeam = z.object({
  /** False on a desk without a team: there is nobody to tell. */
  inTeam: z.boolean(),
  takenBy: z
    .object({ name: z.string(), isYou: z.boolean(), note: z.string().nullable(), since: z.number() })
    .nullable(),
  lookedAtBy: z.array(z.string()),
  /** What members decided at the same time without knowing of each other, and does not stand; until somebody decides anew. */
  alsoDecided: z.array(z.object({ name: z.string(), decision: z.string() })),
  /** To whom it can be handed over. */
  others: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type CaseInTeam = z.infer<typeof caseInTeam>;

/** What My day shows of the team. */
export const teamDay = z.object({
  inTeam: z.boolean(),
  /** What a member wrote to this desk or handed to it, and nobody here has read yet; newest first. Notes are raw. */
  forYou: z.array(
    z.object({
      actId: activityId,
      kind: z.enum(['note', 'hand-over']),
      at: z.number(),
      from: z.string(),
      caseId,
      reference: z.string(),
      title: z.string(),
      text: z.string().nullable(),
    }),
  ),
  /** Who has which open cases, the most first. */
  holdings: z.array(z.object({ name: z.string(), isYou: z.boolean(), caseIds: z.array(caseId) })),
});
export type TeamDay = z.infer<typeof teamDay>;

const cases = z.object({ caseIds: z.array(caseId).min(1).max(1_000) });
const acted = z.object({ activityId });

const invitation = z.object({ invitation: z.string() });

export const TEAM_CALLS = {
  'team.get': defineRead(nothing, teamState, ['team']),
  /** Makes schema, roles and a team in a PostgreSQL database; the login in the URL is used once and not kept. */
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
  /** Shuts a desk out at once, and changes the team's key. */
  'team.remove': defineAct(z.object({ id: z.uuid() }), nothing, ['settings', 'team']),
  /** Changes the team's key: what is written from now on is read by its members of now. */
  'team.rotate': defineAct(nothing, nothing, ['settings', 'team']),
  'team.case': defineRead(z.object({ id: caseId }), caseInTeam, ['team']),
  'team.day': defineRead(nothing, teamDay, ['team', 'cases']),
  /** Takes what a member wrote off My day. */
  'team.read': defineAct(z.object({ actId: activityId, caseId }), acted, ['team']),
  /** Tells the others which case this desk looks at; null for none. */
  'team.look': defineAct(z.object({ id: caseId.nullable() }), nothing, []),
  'team.take': defineAct(cases, acted, ['cases', 'team']),
  'team.handOver': defineAct(cases.extend({ to: z.uuid(), note: z.string().trim().max(1_000) }), acted, [
    'cases',
    'team',
  ]),
  /** Nobody in particular has them any more. */
  'team.putBack': defineAct(cases, acted, ['cases', 'team']),
  /** Tells and hears everything there is, now. */
  'team.sync': defineAct(nothing, z.object({ waiting: z.number() }), ['settings', 'team', 'cases', 'outbox']),
} as const;
