// Where Chromium is on this machine, and how to open the desk in an app window.
import { spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PLACES: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of a Chromium, preferring the one in TIER3_DESK_CHROMIUM; null when there is none. */
export function findChromium(): string | null {
  const named = process.env.TIER3_DESK_CHROMIUM;
  return [...(named === undefined ? [] : [named]), ...PLACES].find((path) => existsSync(path)) ?? null;
}

/** Position of a window on the screen, in CSS pixels. */
export interface WindowPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Opens an address as an app window; false when there is no screen or it did not start. `folder` belongs to the window,
 * inside the home: it contains the browser's profile, and the page that passes on the address, since every user of the
 * machine can read the command lines of all processes. The folder must exist and be private.
 */
export function openAppWindow(
  browser: string,
  address: string,
  folder: string,
  place: WindowPlace | null = null,
): Promise<boolean> {
  const noScreen =
    process.platform === 'linux' && process.env.DISPLAY === undefined && process.env.WAYLAND_DISPLAY === undefined;
  if (noScreen) return Promise.resolve(false);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const profile = join(folder, 'profile');
  const placed =
    place === null
      ? []
      : [`--window-position=${place.left},${place.top}`, `--window-size=${place.width},${place.height}`];
  const page = pathToFileURL(writeHandOver(folder, address));
  const child = spawn(
    browser,
    [`--app=${page}`, `--user-data-dir=${profile}`, '--class=tier3-desk', '--no-first-run', ...placed, ...asRoot],
    {
      stdio: 'ignore',
      detached: true,
    },
  );
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

/**
 * A page only its owner can read, which redirects to the address. Its token is used at once; the next start writes a
 * new one.
 */
function writeHandOver(folder: string, address: string): string {
  const file = join(folder, 'open.html');
  rmSync(file, { force: true });
  const page = `<!doctype html><meta charset="utf-8"><title>Tier3 Desk</title><script>location.replace(${JSON.stringify(address)})</script>`;
  writeFileSync(file, page, { mode: 0o600, flag: 'wx' });
  return file;
}
