// Serves the desk on loopback and opens it in a Chromium window: for a clone without Electron, and for the packages.
import { join } from 'node:path';
import { AppError, codeOf } from '../contract/errors.ts';
import { locateHome, modeAtStart } from '../host/home.ts';
import { makePrivateFolder } from '../host/private-folder.ts';
import { tokensFrom } from '../host/tokens.ts';
import { startPractice } from '../practice/start.ts';
import { serveDesk } from '../web/serve.ts';
import { findChromium, openAppWindow } from './chromium.ts';
import { printPage } from './print-pdf.ts';

export const WINDOW_OPTIONS = {
  practice: { type: 'boolean', default: false },
  home: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean', default: false },
} as const;

export interface WindowFlags {
  readonly practice: boolean;
  readonly home?: string | undefined;
  readonly port?: string | undefined;
  readonly 'no-open': boolean;
}

/** @throws Error if the port is invalid */
export function checkPort({ port = '0' }: WindowFlags): void {
  const given = Number(port);
  if (!Number.isInteger(given) || given < 0 || given > 65_535)
    throw new Error('--port must be a number from 0 to 65535.');
}

export interface WindowPlan {
  /** Where migrations, resources and the built window are. */
  readonly root: string;
  /** The backend's thread in this build; its source when omitted. */
  readonly thread?: URL;
  /** Whether the desk ends with its last window: an installed one has no terminal to stop it from. */
  readonly endsWithWindow: boolean;
}

/** Serves until stopped. @returns the exit code; errors have been printed to stderr */
export async function openInBrowser(flags: WindowFlags, plan: WindowPlan): Promise<number> {
  try {
    await serveUntilStopped(flags, plan);
    return 0;
  } catch (error) {
    if (error instanceof AppError) console.error(error.message);
    else if (codeOf(error) === 'EADDRINUSE')
      console.error(`Port ${flags.port} is in use. Choose another with --port, or omit it.`);
    else throw error;
    return 1;
  }
}

async function serveUntilStopped(flags: WindowFlags, { root, thread, endsWithWindow }: WindowPlan): Promise<void> {
  const passphrase = process.env.TIER3_DESK_PASSPHRASE;
  const browser = flags['no-open'] ? null : findChromium();
  const windowFolder = join(locateHome(flags.home, flags.practice ? 'practice' : 'real').folder, 'window');
  if (browser !== null) makePrivateFolder(windowFolder);
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const host = await serveDesk({
    root,
    ...(thread !== undefined && { thread }),
    folder: flags.home,
    open: modeAtStart(flags.home, { practice: flags.practice, passphrase }),
    port: flags.port === undefined ? 0 : Number(flags.port),
    passphrase,
    tokens: tokensFrom(process.env),
    startPractice,
    print: printPage,
    onDeserted: () => {
      if (endsWithWindow) stop();
    },
  });
  const opened = browser !== null && (await openAppWindow(browser, host.address, windowFolder));
  const ends = endsWithWindow ? 'Closing the window ends it.' : 'Ctrl+C closes it.';
  console.log(opened ? `The desk is open in a window of its own. ${ends}` : `Open the desk at ${host.address}`);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await stopped;
  await host.close();
}
