// npm start: opens the desk, in Electron where its binary can be had, else in a Chromium window on loopback.
// Flags after --: --browser, --practice, --home DIR, --port N, --no-open.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../contract/errors.ts';
import { locateHome } from '../host/home.ts';
import { makePrivateFolder } from '../host/private-folder.ts';
import { startPractice } from '../practice/start.ts';
import { serveDesk, type WebHost } from '../web/serve.ts';
import { buildIfNeeded } from './build.ts';
import { findChromium, openAppWindow } from './chromium.ts';
import { findElectron } from './electron-binary.ts';

const root = join(import.meta.dirname, '..', '..');

const OPTIONS = {
  browser: { type: 'boolean', default: false },
  practice: { type: 'boolean', default: false },
  home: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean', default: false },
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

async function startInBrowser(flags: Flags): Promise<void> {
  const browser = flags['no-open'] ? null : findChromium();
  const windowFolder = join(locateHome(flags.home, flags.practice ? 'practice' : 'real').folder, 'window');
  if (browser !== null) makePrivateFolder(windowFolder);
  const host = await serveDesk({
    root,
    folder: flags.home,
    open: flags.practice ? 'practice' : undefined,
    port: flags.port === undefined ? 0 : Number(flags.port),
    passphrase: process.env.TIER3_DESK_PASSPHRASE,
    tokens: { github: process.env.TIER3_DESK_GITHUB_TOKEN ?? null, zenhub: process.env.TIER3_DESK_ZENHUB_KEY ?? null },
    startPractice,
  });
  const opened = browser !== null && (await openAppWindow(browser, host.address, windowFolder));
  console.log(
    opened ? `The desk is open in a window of its own. Ctrl+C closes it.` : `Open the desk at ${host.address}`,
  );
  await untilStopped(host);
}

async function untilStopped(host: WebHost): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await host.close();
}

async function main(): Promise<number> {
  let flags: Flags;
  try {
    flags = readFlags();
    const port = Number(flags.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port is a number from 0 to 65535.');
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : error}\nnpm start -- [--browser] [--practice] [--home DIR] [--port N] [--no-open]`,
    );
    return 2;
  }
  if (!buildIfNeeded(root)) return 1;
  if (!flags.browser) {
    const electron = findElectron(root, true);
    if ('path' in electron) return startElectron(electron.path, flags);
    console.error(`Electron cannot be used: ${electron.missing}. Serving the same desk on loopback instead.`);
  }
  try {
    await startInBrowser(flags);
    return 0;
  } catch (error) {
    if (error instanceof AppError) console.error(error.message);
    else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      console.error(`Port ${flags.port} is in use. Name another with --port, or leave it out.`);
    else throw error;
    return 1;
  }
}

process.exitCode = await main();
