// Serves the desk on loopback and opens it in a Chromium window: for a clone without Electron, and for the packages.
import { join } from 'node:path';
import type { Asked } from '../contract/asked.ts';
import { AppError, codeOf } from '../contract/errors.ts';
import { askedAtStart } from '../host/asked-at-start.ts';
import { locateHome, modeAtStart } from '../host/home.ts';
import { makePrivateFolder } from '../host/private-folder.ts';
import { tokensFrom } from '../host/tokens.ts';
import { startPractice } from '../practice/start.ts';
import { askRunning } from '../web/second-start.ts';
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

/**
 * What a start was asked to show.
 * @throws AppError for words that are neither a link of the desk nor a file; Error for too many
 */
export function readAsked(words: readonly string[]): Asked | null {
  if (words.length > 1) throw new Error('The desk is started for one link or one file.');
  return askedAtStart(words, process.cwd());
}

export interface WindowPlan {
  /** Where migrations, resources and the built window are. */
  readonly root: string;
  /** The backend's thread in this build; its source when omitted. */
  readonly thread?: URL;
  /** Whether the desk ends with its last window: an installed one has no terminal to stop it from. */
  readonly endsWithWindow: boolean;
  /** What the window shall show first. */
  readonly asked: Asked | null;
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

async function serveUntilStopped(
  flags: WindowFlags,
  { root, thread, endsWithWindow, asked }: WindowPlan,
): Promise<void> {
  const passphrase = process.env.TIER3_DESK_PASSPHRASE;
  const browser = flags['no-open'] ? null : findChromium();
  const windowFolder = join(locateHome(flags.home, flags.practice ? 'practice' : 'real').folder, 'window');
  makePrivateFolder(windowFolder);
  const running = await askRunning(windowFolder, asked);
  if (running !== null) {
    const shown = browser !== null && (await openAppWindow(browser, running, windowFolder));
    console.log(shown ? 'The desk was open already; it has one more window.' : `The desk is open already: ${running}`);
    return;
  }
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
    asked,
    windowFolder,
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
