// The calls of a desk that shares its queue with others: coming into a team, who is in it, leaving it.
import { z } from 'zod';
import { defineCall } from './define-call.ts';

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
  /** Null while they cannot be asked for. */
  members: z.array(teamMember).nullable(),
});
export type TeamState = z.infer<typeof teamState>;

const invitation = z.object({ invitation: z.string() });

export const TEAM_CALLS = {
  'team.get': defineCall(nothing, teamState),
  /** Makes schema, roles and a team in a PostgreSQL database; the login in the URL is used once and not kept. */
  'team.create': defineCall(z.object({ databaseUrl: z.string().min(1), name }), invitation, ['settings']),
  /** An invitation for one more desk, good once and for seven days. */
  'team.invite': defineCall(nothing, invitation, ['settings']),
  'team.join': defineCall(z.object({ invitation: z.string().min(1), name }), nothing, ['settings', 'cases', 'outbox']),
  /** The desk keeps everything it shows; the team keeps its copy. */
  'team.leave': defineCall(nothing, nothing, ['settings', 'outbox']),
  /** Shuts a desk out at once, and changes the team's key. */
  'team.remove': defineCall(z.object({ id: z.uuid() }), nothing, ['settings']),
  /** Changes the team's key: what is written from now on is read by its members of now. */
  'team.rotate': defineCall(nothing, nothing, ['settings']),
  /** Tells and hears everything there is, now. */
  'team.sync': defineCall(nothing, z.object({ waiting: z.number() }), ['settings', 'cases', 'outbox']),
} as const;
