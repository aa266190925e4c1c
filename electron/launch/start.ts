// npm start: opens the desk, in Electron if its binary is available, else in a Chromium window on loopback. Flags after
// --: --browser, --practice, --team, --home DIR, --port N, --no-open.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPort, openInBrowser, WINDOW_OPTIONS } from './browser-window.ts';
import { buildIfNeeded } from './build.ts';
import { findElectron } from './electron-binary.ts';
import { checkTeam, openTeamInBrowser } from './practice-team.ts';

const root = join(import.meta.dirname, '..', '..');

const OPTIONS = {
  ...WINDOW_OPTIONS,
  browser: { type: 'boolean', default: false },
  team: { type: 'boolean', default: false },
} as const;
type Flags = ReturnType<typeof readFlags>;

function readFlags() {
  return parseArgs({ options: OPTIONS }).values;
}

function startElectron(path: string, flags: Flags): Promise<number> {
  const args = [
    root,
    ...(flags.practice ? ['--practice'] : []),
    ...(flags.home === undefined ? [] : ['--home', flags.home]),
  ];
  const child = spawn(path, args, { stdio: 'inherit' });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

async function main(): Promise<number> {
  let flags: Flags;
  try {
    flags = readFlags();
    checkPort(flags);
    if (flags.team) checkTeam(flags);
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : error}\nnpm start -- [--browser] [--practice [--team]] [--home DIR] [--port N] [--no-open]`,
    );
    return 2;
  }
  if (!buildIfNeeded(root)) return 1;
  if (flags.team) {
    await openTeamInBrowser(flags, root);
    return 0;
  }
  if (!flags.browser) {
    const electron = findElectron(root, true);
    if ('path' in electron) return startElectron(electron.path, flags);
    console.error(`Electron cannot be used: ${electron.missing}. Serving the same desk on loopback instead.`);
  }
  return openInBrowser(flags, { root, endsWithWindow: false, asked: null });
}

process.exitCode = await main();
