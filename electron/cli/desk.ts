// The same desk from a terminal: npm run --silent desk -- COMMAND [--home DIR] [--practice] [--json]
// Exit codes: 0 done, 1 refused with a message on stderr, 2 wrong usage.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { AppError } from '../contract/errors.ts';
import { createProgram } from './program.ts';

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'));

async function main(args: readonly string[]): Promise<number> {
  const program = createProgram(version);
  // The exit codes are ours, so no command ends the process by itself.
  for (const one of [program, ...program.commands]) one.exitOverride();
  try {
    await program.parseAsync([...args], { from: 'user' });
    // A command of several parts says so itself where one of them was refused.
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof AppError)) throw error;
    const { kind, message } = error;
    console.error(args.includes('--json') ? JSON.stringify({ error: { kind, message } }) : message);
    return 1;
  }
}

// A reader that has seen enough (`… | head`) closes the pipe; that ends the command and is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await main(process.argv.slice(2));
