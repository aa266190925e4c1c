// desk keys and its commands: how the key of the desk is kept.
import { Command } from 'commander';
import type { DeskOptions } from './options.ts';

export function keysCommand(): Command {
  const keys = new Command('keys').description('how the key of the desk is kept, and changing it');
  keys.addHelpText(
    'after',
    '\nA new passphrase comes from TIER3_DESK_NEW_PASSPHRASE. Where the passphrase of today is lost, TIER3_DESK_RECOVERY_CODE opens the desk.',
  );
  const add = (name: string, summary: string, run: 'passphrase' | 'code' | 'rekey') =>
    keys
      .command(name)
      .description(summary)
      .exitOverride()
      .action(async (_options, command: Command) =>
        (await import('./commands/keys.ts'))[run](command.optsWithGlobals<DeskOptions>()),
      );
  add('passphrase', 'change the passphrase', 'passphrase');
  add('code', 'print a new recovery code; the one of before opens nothing any more', 'code');
  add('rekey', 'put the desk and its snapshots under a new key', 'rekey');
  return keys.action(async (_options, command: Command) =>
    (await import('./commands/keys.ts')).show(command.optsWithGlobals<DeskOptions>()),
  );
}
