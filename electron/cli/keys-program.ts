// desk keys and its subcommands: how the desk's key is protected.
import { Command } from 'commander';
import type { DeskOptions } from './options.ts';

export function keysCommand(): Command {
  const keys = new Command('keys').description('show and change how the key of the desk is protected');
  keys.addHelpText(
    'after',
    '\nA new passphrase is read from TIER3_DESK_NEW_PASSPHRASE. If the current passphrase is lost, TIER3_DESK_RECOVERY_CODE opens the desk.',
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
  add('code', 'print a new recovery code; the old one stops working', 'code');
  add('rekey', 're-encrypt the desk and its snapshots with a new key', 'rekey');
  return keys.action(async (_options, command: Command) =>
    (await import('./commands/keys.ts')).show(command.optsWithGlobals<DeskOptions>()),
  );
}
