// The words and options of `desk team …`.
import { Command, Option } from 'commander';

/** What is done with a team, each a command of its own. */
export function teamCommand(): Command {
  const team = new Command('team').description('share the queue with the desks of a team, over PostgreSQL');
  const add = (name: string, summary: string) => team.command(name).description(summary);
  const name = () => new Option('--name <name>', 'under which name the team sees you').makeOptionMandatory();
  const databaseUrl = () =>
    new Option('--database-url <url>', 'postgresql://user:password@host:5432/database, of a role that may make roles')
      .env('TIER3_DESK_TEAM_DATABASE_URL')
      .makeOptionMandatory();
  add('create', 'make a team in a database, and print an invitation')
    .addOption(databaseUrl())
    .addOption(name())
    .action(async (_options, command) => (await import('./commands/team.ts')).create(command.optsWithGlobals()));
  add('upgrade', 'bring the database of a team up to date with this desk')
    .addOption(databaseUrl())
    .action(async (_options, command) => (await import('./commands/team.ts')).upgrade(command.optsWithGlobals()));
  add('invite', 'print an invitation for one more desk, good once and for seven days').action(
    async (_options, command) => (await import('./commands/team.ts')).invite(command.optsWithGlobals()),
  );
  add('join', 'join a team; "-" reads the invitation from standard input')
    .argument('<invitation>')
    .addOption(name())
    .action(async (invitation, _options, command) =>
      (await import('./commands/team.ts')).join(invitation, command.optsWithGlobals()),
    );
  add('status', 'show who is in the team, and what is waiting to be synced').action(async (_options, command) =>
    (await import('./commands/team.ts')).status(command.optsWithGlobals()),
  );
  add('sync', 'sync with the team now').action(async (_options, command) =>
    (await import('./commands/team.ts')).sync(command.optsWithGlobals()),
  );
  add('leave', 'leave the team; the desk keeps everything it shows').action(async (_options, command) =>
    (await import('./commands/team.ts')).leave(command.optsWithGlobals()),
  );
  add('remove', 'remove a desk, and change the key of the team')
    .argument('<member>', 'name or id, as printed by status')
    .action(async (member, _options, command) =>
      (await import('./commands/team.ts')).remove(member, command.optsWithGlobals()),
    );
  add('rotate', 'change the key of the team').action(async (_options, command) =>
    (await import('./commands/team.ts')).rotate(command.optsWithGlobals()),
  );
  return team;
}
