// desk team: create, upgrade, invite, join, status, sync, leave, remove and rotate.
import { readFileSync } from 'node:fs';
import type { Call } from '../../contract/client.ts';
import { AppError } from '../../contract/errors.ts';
import type { TeamMember } from '../../contract/team-calls.ts';
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';
import { print, table } from '../print.ts';

type Named = DeskOptions & { readonly name: string };

const HAND_OVER = 'Share it as you would a password: whoever has it can join, once, within seven days.';

export async function create({
  databaseUrl,
  name,
  ...options
}: Named & { readonly databaseUrl: string }): Promise<void> {
  const made = await withDesk(options, (call) => call('team.create', { databaseUrl, name }), {
    mayMake: true,
  });
  print(options, made, () => `${made.invitation}\n\nThe team was created. ${HAND_OVER}`);
}

export async function upgrade({
  databaseUrl,
  ...options
}: DeskOptions & { readonly databaseUrl: string }): Promise<void> {
  await withDesk(options, (call) => call('team.upgrade', { databaseUrl }));
  print(options, {}, () => "The team's database is up to date.");
}

export async function invite(options: DeskOptions): Promise<void> {
  const made = await withDesk(options, (call) => call('team.invite', {}));
  print(options, made, () => `${made.invitation}\n\n${HAND_OVER}`);
}

export async function join(given: string, { name, ...options }: Named): Promise<void> {
  const invitation = given === '-' ? readFileSync(0, 'utf8') : given;
  const joinAndSync = async (call: Call) => {
    await call('team.join', { invitation, name });
    return call('team.sync', {});
  };
  const done = await withDesk(options, joinAndSync, { mayMake: true });
  print(options, done, () => 'This desk has joined the team, and has everything the team has.');
}

export async function status(options: DeskOptions): Promise<void> {
  const state = await withDesk(options, (call) => call('team.get', {}));
  print(options, state, () => {
    if (state.line === 'alone') return 'This desk is not in a team.';
    const rows = (state.members ?? []).map((one) => [one.name, one.isThisDesk ? 'this desk' : '', one.state, one.id]);
    const line = {
      'shut-out': 'The database no longer accepts this desk. Run desk team leave, then ask for an invitation.',
      offline: 'The database cannot be reached. You can keep working.',
      connecting: 'Connecting to the database.',
      connected: 'Connected to the database.',
    }[state.line];
    const waiting = state.waiting === 0 ? 'Everything is synced.' : `${state.waiting} events are waiting to be synced.`;
    return [
      `In the team at ${state.host} as ${state.name}. ${line} ${waiting}`,
      ...(state.advice === null ? [] : [state.advice]),
      table(['Name', '', 'State', 'Id'], rows),
    ]
      .join('\n')
      .trim();
  });
}

export async function sync(options: DeskOptions): Promise<void> {
  const done = await withDesk(options, (call) => call('team.sync', {}));
  print(options, done, () => (done.waiting === 0 ? 'Synced with the team.' : `${done.waiting} events are waiting.`));
}

export async function leave(options: DeskOptions): Promise<void> {
  await withDesk(options, (call) => call('team.leave', {}));
  print(options, {}, () => 'This desk has left the team, and keeps everything it showed.');
}

export async function remove(who: string, options: DeskOptions): Promise<void> {
  const member = await withDesk(options, async (call) => {
    const { members } = await call('team.get', {});
    if (members === null) throw new AppError('offline', "The team's database cannot be reached. Try again.");
    const found = oneOf(members, who);
    await call('team.remove', { id: found.id });
    return found;
  });
  print(options, member, () => `${member.name} can no longer read or write anything. The team has a new key.`);
}

function oneOf(members: readonly TeamMember[], who: string): TeamMember {
  const found = members.filter(({ id, name, state }) => state !== 'removed' && (id === who || name === who));
  const [one] = found;
  if (one === undefined) throw new AppError('not-found', `There is no member "${who}". See: desk team status`);
  if (found.length > 1) throw new AppError('conflict', `"${who}" is ${found.length} members. Use the id instead.`);
  return one;
}

export async function rotate(options: DeskOptions): Promise<void> {
  await withDesk(options, (call) => call('team.rotate', {}));
  print(options, {}, () => 'The team has a new key.');
}
