// Where an ordinary Chromium is on this machine, and how to open the desk in a window of its own.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

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

/** The path of a Chromium, the one in TIER3_DESK_CHROMIUM first; null when there is none. */
export function findChromium(): string | null {
  const named = process.env.TIER3_DESK_CHROMIUM;
  return [...(named === undefined ? [] : [named]), ...PLACES].find((path) => existsSync(path)) ?? null;
}

/** Opens an address as an app window; false when there is no screen or it did not start. */
export function openAppWindow(browser: string, address: string, profile: string): Promise<boolean> {
  const noScreen =
    process.platform === 'linux' && process.env.DISPLAY === undefined && process.env.WAYLAND_DISPLAY === undefined;
  if (noScreen) return Promise.resolve(false);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(browser, [`--app=${address}`, `--user-data-dir=${profile}`, '--no-first-run', ...asRoot], {
    stdio: 'ignore',
    detached: true,
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
