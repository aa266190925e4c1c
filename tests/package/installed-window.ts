// The installed desk as a person starts it: its own Chromium window, on a screen without glass, driven from outside.
import type { ChildProcess } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import type { CleanRoot } from './clean-root.ts';
import { end } from './installed-desk.ts';

const DISPLAY = ':97';
const PATIENCE_MS = 120_000;

export interface InstalledWindow {
  readonly page: Page;
  /** Errors of the page. */
  readonly problems: string[];
  /** How many keys were pressed, a letter of a typed word each. */
  keys(): number;
  press(...keys: readonly string[]): Promise<void>;
  /** Closes the window, as a person does. @returns whether the desk ended by itself */
  close(): Promise<boolean>;
}

/** Starts `tier3-desk` with these flags; resolves when its window shows the desk. */
export async function openInstalled(root: CleanRoot, ...flags: readonly string[]): Promise<InstalledWindow> {
  const port = await freePort();
  // Nobody may make a namespace inside chroot, so Chromium's own sandbox cannot start there; on a machine it does.
  const watched = join(root.userHome, 'watched-chromium');
  writeFileSync(watched, `#!/bin/sh\nexec chromium --no-sandbox --disable-gpu --remote-debugging-port=${port} "$@"\n`);
  chmodSync(watched, 0o755);
  const screen = root.startAs({}, 'Xvfb', DISPLAY, '-screen', '0', '1400x900x24', '-nolisten', 'tcp');
  const env = { DISPLAY, TIER3_DESK_CHROMIUM: watched.slice(root.folder.length) };
  const desk = root.startAs(env, 'tier3-desk', ...flags);
  let said = '';
  for (const stream of [desk.stdout, desk.stderr]) stream?.on('data', (chunk) => (said += chunk));
  const browser = await untilConnected(port, desk, () => said);
  const page = await untilShown(browser);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  let pressed = 0;
  return {
    page,
    problems,
    keys: () => pressed,
    async press(...keys) {
      for (const key of keys) {
        await page.keyboard.press(key);
        pressed += 1;
      }
    },
    async close() {
      const ended = new Promise<boolean>((resolve) => desk.once('close', (code) => resolve(code === 0)));
      await page.close();
      await browser.close().catch(() => {});
      const late = new Promise<boolean>((resolve) => setTimeout(resolve, 60_000, false).unref());
      const byItself = await Promise.race([ended, late]);
      await end(desk);
      await end(screen);
      return byItself;
    },
  };
}

async function untilConnected(port: number, desk: ChildProcess, said: () => string): Promise<Browser> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    } catch (error) {
      if (Date.now() > until || desk.exitCode !== null) throw new Error(`no window opened: ${said()}\n${error}`);
      await new Promise((resume) => setTimeout(resume, 200));
    }
  }
}

async function untilShown(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  if (page === undefined) throw new Error('Chromium opened without a page.');
  page.setDefaultTimeout(PATIENCE_MS);
  await page.locator('main').first().waitFor();
  return page;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
