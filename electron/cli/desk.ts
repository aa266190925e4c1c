// The same desk from a terminal: npm run --silent desk -- COMMAND [--home DIR] [--practice] [--json]
// Exit codes: 0 done, 1 refused with a message on stderr, 2 wrong usage.
import { AppError } from '../contract/errors.ts';
import { COMMANDS } from './commands.ts';
import { parseCommandLine, UsageError } from './usage.ts';

const USAGE = `Usage: npm run --silent desk -- COMMAND [--home DIR] [--practice] [--json]

  import FILE [--source KIND] [--zone ZONE]     bring an export in; a folder: an unpacked Slack export
  cases [--status S] [--search WORDS]           list cases, least time left first
  scrub [--lines]                               scrub text from stdin; --lines: one JSON {"text":…} a line
  rescrub                                       scrub anew what an older scrubber has read
  triage REF --action A [--team LABEL]          escalate, assign, reassign, respond, out-of-scope
  export REF…                                   queue a ticket for each case
  trends [--all]                                problems that five or more cases tell of; --all: every problem
  route                                         the team suggested for each case, and why
  outbox                                        what waits, what was sent
  sync --once                                   send what is due
  damage [--read]                               what was found damaged at opening; --read: say it no more
  practice [--port N]                           run the GitHub and ZenHub stand-ins until stopped

The key of a desk without a keychain comes from TIER3_DESK_PASSPHRASE.`;

async function main(): Promise<number> {
  try {
    const line = parseCommandLine(process.argv.slice(2));
    const command = Object.hasOwn(COMMANDS, line.command) ? COMMANDS[line.command] : undefined;
    if (command === undefined)
      throw new UsageError(line.command === '' ? 'Name a command.' : `There is no command "${line.command}".`);
    await command(line);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${USAGE}`);
      return 2;
    }
    if (error instanceof AppError) {
      console.error(error.message);
      return 1;
    }
    throw error;
  }
}

// A reader that has seen enough (`… | head`) closes the pipe; that ends the command and is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await main();
