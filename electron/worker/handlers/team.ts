// The handlers of a desk that shares its queue with others.
import { enterTeam, keepMembership, leaveTeam, readMembership } from '../../actions/team/membership.ts';
import { handOver, putBack, readCaseInTeam, readLooks, takeCases } from '../../actions/team/ownership.ts';
import { subjectOf } from '../../actions/team/subjects.ts';
import { readTeamDay, readTeamNote } from '../../actions/team/team-day.ts';
import type { Handlers } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { TEAM_CALLS, TeamState } from '../../contract/team-calls.ts';
import { countWaitingEvents } from '../../store/team/team.ts';
import { readDatabaseUrl } from '../../team/address.ts';
import { connected, createTeam, inviteMember, joinTeam } from '../../team/invitations.ts';
import { listMembers, type Member, removeMember, rotateKey } from '../../team/members.ts';
import type { Membership } from '../../team/membership.ts';
import { adviceOn, bringUpToDate } from '../../team/schema.ts';
import type { TeamLoop } from '../../team/team-loop.ts';
import type { Desk } from './desk.ts';

export function teamHandlers(
  { ctx }: Pick<Desk, 'ctx'>,
  team: TeamLoop,
  sqlFolder: string,
): Handlers<keyof typeof TEAM_CALLS> {
  const { store } = ctx;
  function required(): Membership {
    const member = readMembership(store.db);
    if (member === null) throw new AppError('refused', 'This desk is not in a team. Create one, or join one.');
    return member;
  }
  function mustBeAlone(): void {
    if (readMembership(store.db) !== null)
      throw new AppError('refused', 'This desk is already in a team. Leave that one first.');
  }
  async function enter(member: Membership, isMaker: boolean): Promise<void> {
    store.transaction((db) => enterTeam(db, member, isMaker));
    await team.restart();
  }
  async function change(work: (member: Membership) => Promise<Membership>): Promise<Record<string, never>> {
    await team.once();
    const member = await work(required());
    store.transaction((db) => keepMembership(db, member));
    await team.restart();
    return {};
  }
  /** As the open desk knows; from a terminal the database is asked. */
  async function lookFor(
    member: Membership,
  ): Promise<Pick<TeamState, 'line' | 'advice'> & { readonly members: readonly Member[] | null }> {
    const line = team.line();
    if (line === 'connected') return { line, ...team.others() };
    if (line !== 'alone') return { line, members: null, advice: null };
    try {
      return await connected(member.address, member, async (client) => ({
        line: 'connected',
        members: await listMembers(client, member),
        advice: await adviceOn(client, sqlFolder),
      }));
    } catch (error) {
      const isOut = error instanceof AppError && error.kind === 'refused';
      return { line: isOut ? 'shut-out' : 'offline', members: null, advice: null };
    }
  }
  return {
    async 'team.get'() {
      const member = readMembership(store.db);
      if (member === null) return { line: 'alone', name: null, host: null, waiting: 0, advice: null, members: null };
      const { line, members, advice } = await lookFor(member);
      const rows = members?.map(({ device: id, ...rest }) => ({ id, ...rest })) ?? null;
      const { name, address } = member;
      return { line, name, host: address.host, waiting: countWaitingEvents(store.db), advice, members: rows };
    },
    'team.case': ({ id }) => readCaseInTeam(ctx, team.others(), id),
    'team.looks': () => ({ looks: readLooks(ctx, team.others()) }),
    'team.day': () => readTeamDay(ctx),
    'team.read': (input) => readTeamNote(ctx, input),
    'team.look'({ id }) {
      team.look(id === null ? '' : (store.transaction((db) => subjectOf(db, id)) ?? ''));
      return {};
    },
    'team.take': ({ caseIds }) => takeCases(ctx, caseIds),
    'team.handOver': ({ caseIds, to, note }) => handOver(ctx, team.others().members, { caseIds, to, note }),
    'team.putBack': ({ caseIds }) => putBack(ctx, caseIds),
    async 'team.create'({ databaseUrl, name }) {
      mustBeAlone();
      const member = await createTeam(databaseUrl, name, sqlFolder);
      await enter(member, true);
      return { invitation: await inviteMember(member) };
    },
    async 'team.upgrade'({ databaseUrl }) {
      const { address, login } = readDatabaseUrl(databaseUrl);
      await connected(address, login, (admin) => bringUpToDate(admin, sqlFolder));
      await team.restart();
      return {};
    },
    'team.invite': async () => ({ invitation: await inviteMember(required()) }),
    async 'team.join'({ invitation, name }) {
      mustBeAlone();
      await enter(await joinTeam(invitation, name), false);
      return {};
    },
    async 'team.leave'() {
      const member = required();
      // What was done here is sent to the team first; an unreachable database does not prevent leaving.
      await team.once().catch(() => {});
      await connected(member.address, member, (client) => removeMember(client, member, member.device)).catch(() => {});
      store.transaction(leaveTeam);
      await team.restart();
      return {};
    },
    'team.remove': ({ id }) =>
      change((member) => {
        if (id === member.device) throw new AppError('refused', 'To remove this desk, leave the team.');
        return connected(member.address, member, (client) => removeMember(client, member, id));
      }),
    'team.rotate': () => change((member) => connected(member.address, member, (client) => rotateKey(client, member))),
    async 'team.sync'() {
      required();
      await team.once();
      return { waiting: countWaitingEvents(store.db) };
    },
  };
}
