// The same desk from a terminal: npm run --silent desk -- COMMAND [--home DIR] [--practice] [--json]
// Exit codes: 0 done, 1 refused with a message on stderr, 2 wrong usage. With --json every message is JSON.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, CommanderError } from 'commander';
import { AppError } from '../contract/errors.ts';
import { createProgram } from './program.ts';

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'));

/** The exit codes are ours, so no command ends the process itself. Scripts get neither usage nor help. */
function prepare(command: Command, isJson: boolean): void {
  command.exitOverride();
  if (isJson) command.showHelpAfterError(false).configureOutput({ writeErr: () => {} });
  for (const one of command.commands) prepare(one, isJson);
}

async function main(args: readonly string[]): Promise<number> {
  const program = createProgram(version);
  const isJson = args.includes('--json');
  prepare(program, isJson);
  const say = (kind: string, message: string) =>
    console.error(isJson ? JSON.stringify({ error: { kind, message } }) : message);
  try {
    await program.parseAsync([...args], { from: 'user' });
    // A command with several parts reports its own exit code if one of them was refused.
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      if (isJson) say('usage', error.message.replace(/^error: /, ''));
      return 2;
    }
    if (!(error instanceof AppError)) throw error;
    say(error.kind, error.message);
    return 1;
  }
}

// A reader that has seen enough (`… | head`) closes the pipe; that ends the command and is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await main(process.argv.slice(2));
