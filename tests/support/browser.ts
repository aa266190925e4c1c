// A real Chromium against a real host on loopback, in practice mode, at a fixed time.
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { codeOf } from '../../electron/contract/errors.ts';
import { findChromium } from '../../electron/launch/chromium.ts';
import { printPage } from '../../electron/launch/print-pdf.ts';
import { type PracticeServer, servePractice } from '../../electron/practice/serve.ts';
import { serveDesk, type WebHost } from '../../electron/web/serve.ts';
import { ROOT, THREAD } from './bundle.ts';
import { dynamicsCsv } from './desk.ts';

/** One a worker: starting a Chromium takes a second, and its files come one after the other. It ends with the worker. */
let running: Browser | null = null;

/** What is closed of it are its windows. */
export async function openBrowser(): Promise<Browser> {
  if (running?.isConnected() !== true) running = await startBrowser();
  const browser = running;
  const close = async () => void (await Promise.all(browser.contexts().map((context) => context.close())));
  return new Proxy(browser, { get: (_, key) => (key === 'close' ? close : Reflect.get(browser, key)) });
}

/** Another one, for who closes it. */
export function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('The browser tests need a Chromium; "npm test" says how to get one.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-gpu',
      '--font-render-hinting=none',
    ],
  });
}

/** A busy machine is no failure: nothing that goes well takes this long on any. */
const PATIENCE_MS = 30_000;

/** How many times slower the window is made, as on a poor machine: what depends on its speed then shows. */
const SLOWER = Number(process.env.SLOWER_WINDOW ?? 1);

/** Up to how many milliseconds each call of the window waits before it goes and again before its answer comes, at random: in another order. */
const LATER = Number(process.env.LATER_ANSWERS ?? 0);

export interface BrowserDesk {
  readonly folder: string;
  readonly practice: () => PracticeServer;
  /** The window. A page error or a refused resource fails the test that reads it. */
  readonly page: Page;
  readonly problems: string[];
  /** Stops the desk and starts it again on the same home, this many ms later. */
  restart(laterMs: number): Promise<void>;
  /** Stops the desk behind the open window. */
  stop(): Promise<void>;
  /** Starts it again at the same port; the window stays as it is. @returns the new address */
  startBehind(): Promise<string>;
  close(): Promise<void>;
}

export interface BrowserDeskOptions {
  readonly at: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly open?: 'practice';
  readonly viewport?: { width: number; height: number };
}

export async function openBrowserDesk(
  browser: Browser,
  { at, colorScheme = 'light', open, viewport = { width: 1400, height: 860 } }: BrowserDeskOptions,
): Promise<BrowserDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'tier3-e2e-'));
  const problems: string[] = [];
  let now = at;
  let host: WebHost;
  let practice: PracticeServer | null = null;
  const context: BrowserContext = await browser.newContext({
    colorScheme,
    viewport,
    reducedMotion: 'reduce',
    timezoneId: 'America/New_York',
    locale: 'en-US',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  if (SLOWER > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  if (LATER > 0) await page.addInitScript(answerLater, LATER);
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));

  async function serve(port: number): Promise<void> {
    host = await serveDesk({
      root: ROOT,
      thread: THREAD,
      folder,
      open,
      port,
      passphrase: undefined,
      tokens: { github: null, zenhub: null },
      clockOffsetMs: now - Date.now(),
      print: printPage,
      startPractice: async () => {
        practice = await servePractice({
          root: ROOT,
          stateFile: join(folder, 'practice-state.json'),
          noteFile: join(folder, 'practice.json'),
          port: 0,
        });
        return practice.close;
      },
    });
  }

  /** Below the ports that the system gives to connections: nobody takes that of a desk which is about to start again. */
  async function serveSomewhere(): Promise<void> {
    try {
      await serve(randomInt(11_000, 31_000));
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE') throw error;
      await serveSomewhere();
    }
  }

  async function start(): Promise<void> {
    await serveSomewhere();
    // The window reads "today" from its own clock.
    await page.clock.setFixedTime(now);
    await page.goto(host.address);
    await page.locator('main').first().waitFor();
  }
  await start();
  return {
    folder,
    page,
    problems,
    practice: () => {
      if (practice === null) throw new Error('practice is not running');
      return practice;
    },
    async restart(laterMs) {
      await page.goto('about:blank');
      await host.close();
      now += laterMs;
      await start();
    },
    stop: () => host.close(),
    async startBehind() {
      await serve(Number(new URL(host.address).port));
      return host.address;
    },
    async close() {
      await context.close();
      await host.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type Theme = 'light' | 'dark' | 'contrast';

/** Shows the window in a theme. */
export async function showIn(page: Page, theme: Theme): Promise<void> {
  const colorScheme = theme === 'dark' ? 'dark' : 'light';
  await page.emulateMedia({ colorScheme });
  await page.evaluate(`document.documentElement.dataset.contrast = '${theme === 'contrast' ? 'high' : ''}'`);
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
}

/** Opens the settings at one of their topics. */
export async function openSettings(page: Page, topic: string): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press(',');
  await showTopic(page, topic);
}

export async function showTopic(page: Page, topic: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Topics' }).getByRole('button', { name: topic, exact: true }).click();
}

/** Brings rows of an HRC Dynamics export in, the way a lead does. */
export async function bringIn(page: Page, rows: Parameters<typeof dynamicsCsv>[0]): Promise<void> {
  await page.keyboard.press('i');
  await page
    .getByLabel(/^CSV export/)
    .setInputFiles({ name: 'export.csv', mimeType: 'text/csv', buffer: Buffer.from(dynamicsCsv(rows)) });
  await page.getByRole('button', { name: /^Import \d+ cases?$/ }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/**
 * Runs in the page: each call is sent off up to so many milliseconds later, and its answer is late as well; except by a page that
 * goes, which has no later.
 */
function answerLater(mostMs: number): void {
  const send = globalThis.fetch;
  const wait = () => new Promise((resume) => setTimeout(resume, Math.random() * mostMs));
  globalThis.fetch = async (input, init) => {
    const isCall = typeof input === 'string' && input.startsWith('/api/call/') && init?.keepalive !== true;
    if (isCall) await wait();
    const answer = await send(input, init);
    if (isCall) await wait();
    return answer;
  };
}
