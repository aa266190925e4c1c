// The handlers of a desk that shares its queue with others.
import { enterTeam, keepMembership, leaveTeam, readMembership } from '../../actions/team/membership.ts';
import type { Handlers } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { TEAM_CALLS, TeamState } from '../../contract/team-calls.ts';
import { countWaitingEvents } from '../../store/team.ts';
import { connected, createTeam, inviteMember, joinTeam } from '../../team/invitations.ts';
import { listMembers, removeMember, rotateKey } from '../../team/members.ts';
import type { Membership } from '../../team/membership.ts';
import type { TeamLoop } from '../../team/team-loop.ts';
import type { Desk } from './desk.ts';

export function teamHandlers(
  { office: { store } }: Pick<Desk, 'office'>,
  team: TeamLoop,
  sqlFolder: string,
): Handlers<keyof typeof TEAM_CALLS> {
  function required(): Membership {
    const member = readMembership(store.db);
    if (member === null) throw new AppError('refused', 'This desk is in no team. Create one, or join one.');
    return member;
  }
  function mustBeAlone(): void {
    if (readMembership(store.db) !== null)
      throw new AppError('refused', 'This desk is in a team already. Leave that one first.');
  }
  async function enter(member: Membership): Promise<void> {
    store.transaction((db) => enterTeam(db, member));
    await team.restart();
  }
  async function change(work: (member: Membership) => Promise<Membership>): Promise<Record<string, never>> {
    await team.once();
    const member = await work(required());
    store.transaction((db) => keepMembership(db, member));
    await team.restart();
    return {};
  }
  return {
    async 'team.get'() {
      const member = readMembership(store.db);
      if (member === null) return { line: 'alone', name: null, host: null, waiting: 0, members: null };
      const members = await connected(member.address, member, (client) => listMembers(client, member)).catch(
        () => null,
      );
      const line: TeamState['line'] =
        team.line() === 'alone' ? (members === null ? 'offline' : 'connected') : team.line();
      const state = { line, name: member.name, host: member.address.host, waiting: countWaitingEvents(store.db) };
      return { ...state, members: members?.map(({ device: id, ...rest }) => ({ id, ...rest })) ?? null };
    },
    async 'team.create'({ databaseUrl, name }) {
      mustBeAlone();
      const member = await createTeam(databaseUrl, name, sqlFolder);
      await enter(member);
      return { invitation: await inviteMember(member) };
    },
    'team.invite': async () => ({ invitation: await inviteMember(required()) }),
    async 'team.join'({ invitation, name }) {
      mustBeAlone();
      await enter(await joinTeam(invitation, name));
      return {};
    },
    async 'team.leave'() {
      const member = required();
      // What was done here goes to the team first; a database that cannot be reached keeps nobody in.
      await team.once().catch(() => {});
      await connected(member.address, member, (client) => removeMember(client, member, member.device)).catch(() => {});
      store.transaction(leaveTeam);
      await team.restart();
      return {};
    },
    'team.remove': ({ id }) =>
      change((member) => {
        if (id === member.device) throw new AppError('refused', 'To take this desk out, leave the team.');
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
