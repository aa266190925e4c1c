// The words of a command line. Anything not understood is a usage error, never ignored.
import { parseArgs } from 'node:util';

export class UsageError extends Error {}

const OPTIONS = {
  home: { type: 'string' },
  practice: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  source: { type: 'string' },
  zone: { type: 'string' },
  status: { type: 'string' },
  search: { type: 'string' },
  all: { type: 'boolean', default: false },
  lines: { type: 'boolean', default: false },
  action: { type: 'string' },
  team: { type: 'string' },
  read: { type: 'boolean', default: false },
  once: { type: 'boolean', default: false },
  port: { type: 'string' },
} as const;

export interface CommandLine {
  readonly command: string;
  readonly words: readonly string[];
  readonly options: ReturnType<typeof parse>['values'];
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
}

/** @throws UsageError naming the word that was not understood */
export function parseCommandLine(args: readonly string[]): CommandLine {
  try {
    const { values, positionals } = parse(args);
    const [command = '', ...words] = positionals;
    return { command, words, options: values };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** One of a closed list, or a usage error that names them. */
export function oneOf<T extends string>(name: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`--${name} is one of: ${allowed.join(', ')}.`);
  return found;
}
