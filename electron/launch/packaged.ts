// Starts the desk in the packages for machines without Electron: everything is built, and nothing is installed or
// downloaded.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPort, openInBrowser, readAsked, WINDOW_OPTIONS } from './browser-window.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const USAGE = 'tier3-desk [LINK or FILE] [--practice] [--home DIR] [--port N] [--no-open] [--version]';

function readFlags() {
  const { values, positionals } = parseArgs({
    options: { ...WINDOW_OPTIONS, version: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  checkPort(values);
  return { ...values, asked: readAsked(positionals) };
}

async function main(): Promise<number> {
  let flags: ReturnType<typeof readFlags>;
  try {
    flags = readFlags();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return 2;
  }
  if (flags.version) {
    console.log(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version);
    return 0;
  }
  return openInBrowser(flags, {
    root: ROOT,
    thread: new URL('./thread.js', import.meta.url),
    endsWithWindow: !flags['no-open'],
    asked: flags.asked,
  });
}

process.exitCode = await main();
