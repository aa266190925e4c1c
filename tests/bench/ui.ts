// npm run bench:ui: a walk through the desk in a real Chromium, from key press to the next painted frame that shows the
// effect: with 100,000 cases, with 1,000, and beside both the floor, a bare page that repaints on a key. What decides are
// ratios within this run. --cases 20000 walks with fewer, in a fraction of the time.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, CDPSession, Page } from 'playwright';
import { startBrowser } from '../support/browser.ts';
import { MEASURE, median, p95, timed } from './key-to-paint.ts';
import { fillHome, serveHome } from './many-cases-desk.ts';

const { values: options } = parseArgs({ options: { cases: { type: 'string', default: '100000' } } });
const CASES = Number(options.cases);
const SHOWN = CASES.toLocaleString('en-US');
const ROUNDS = 30;
const FEW_ROUNDS = 8;
const VIEWPORT = { width: 1400, height: 860 };

async function floorOf(browser: Browser): Promise<number[]> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.setContent('<p id="n">0</p>');
  await page.evaluate(MEASURE);
  await page.evaluate(`addEventListener('keydown', () => {
    n.textContent = String(Number(n.textContent) + 1);
    document.body.style.background = Number(n.textContent) % 2 ? '#eee' : '#fff';
  })`);
  const times: number[] = [];
  for (let at = 1; at <= ROUNDS; at += 1)
    times.push(await timed(page, 'j', `document.getElementById('n').textContent === '${at}'`));
  await page.close();
  return times;
}

interface Walk {
  readonly acts: Map<string, number[]>;
  readonly startMs: number;
  readonly slowest: number;
  readonly memoryMb: number;
}

const active = `document.getElementById('cases')?.getAttribute('aria-activedescendant')`;

async function walk(browser: Browser, count: number): Promise<Walk> {
  const folder = mkdtempSync(join(tmpdir(), 'tier3-bench-'));
  fillHome(folder, count);
  const started = performance.now();
  const host = await serveHome(folder);
  const context = await browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(host.address);
  await page.locator('.sums').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.locator('#cases .row').first().waitFor();
  const startMs = performance.now() - started;
  await page.evaluate(MEASURE);
  await page.waitForTimeout(800);
  const acts = new Map<string, number[]>();
  const act = async (name: string, keys: Parameters<typeof timed>[1], shows: string, kind?: string) => {
    const ms = await timed(page, keys, shows, kind);
    acts.set(name, [...(acts.get(name) ?? []), ms]);
  };
  const chosen = () => page.evaluate<string>(active);

  for (let at = 0; at < ROUNDS; at += 1) {
    const before = await chosen();
    await act('move', 'j', `${active} !== '${before}' && ${active} !== null`);
  }
  for (let at = 0; at < FEW_ROUNDS * 2; at += 1) {
    await act('open', 'Enter', `document.activeElement.id === 'case'`);
    await act('close', 'Escape', `document.activeElement.id === 'cases'`);
  }
  for (let at = 0; at < FEW_ROUNDS; at += 1) {
    const first = `document.querySelector('#cases .row')?.id`;
    for (const view of ['2', '1']) {
      const before = await page.evaluate<string>(first);
      await act('filter', view, `${first} !== '${before}' && document.getElementById('cases')?.ariaBusy !== 'true'`);
    }
  }
  for (const words of ['radiology', 'refill chrome', 'travel stuck']) {
    await page.keyboard.press('/');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    for (let at = 1; at <= words.length; at += 1) {
      const shows = `document.getElementById('search').value === '${words.slice(0, at)}' && document.getElementById('cases')?.ariaBusy !== 'true'`;
      await act('search keystroke', words[at - 1] === ' ' ? 'Space' : (words[at - 1] ?? ''), shows);
    }
  }
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  await page.keyboard.press('1');
  await page.waitForTimeout(300);
  for (let at = 0; at < FEW_ROUNDS; at += 1) {
    const before = await chosen();
    await page.keyboard.press('j');
    // The page's own policy forbids what waitForFunction does.
    let row = await chosen();
    for (; row === null || row === before; row = await chosen()) await page.waitForTimeout(10);
    await act('escalate: ask', 'e', `document.querySelector('[role=combobox][aria-label=Team]') !== null`);
    await page.waitForTimeout(50);
    await act('escalate: pick', 'Enter', `document.getElementById('${row}') === null`);
    await act('undo', 'u', `document.getElementById('${row}') !== null`);
  }
  await bulk(page, act, count);
  await dragOnBoard(page, act);
  const slowest = await page.evaluate<number>(
    `Math.max(0, ...window.slow.sort((a, b) => a - b).slice(0, Math.ceil(window.slow.length * 0.98)))`,
  );
  const memoryMb = await windowMemory(browser, await context.newCDPSession(page));
  await context.close();
  await host.close();
  rmSync(folder, { recursive: true });
  return { acts, startMs, slowest, memoryMb };
}

type Act = (name: string, keys: Parameters<typeof timed>[1], shows: string, kind?: string) => Promise<void>;

async function bulk(page: Page, act: Act, count: number): Promise<void> {
  const many = Math.min(500, count);
  // All of them: a search stays within the view.
  await page.keyboard.press('3');
  await page.getByRole('button', { name: 'All', exact: true, pressed: true }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('batch');
  await page.getByText(`${many} cases shown`).waitFor();
  await page.keyboard.press('Enter');
  for (let at = 0; at < 3; at += 1) {
    await page.keyboard.press('Control+a');
    await page.getByText(`${many} cases marked`).waitFor();
    await act('bulk act on 500', 'o', `document.body.textContent.includes('${many} cases: marked out of scope')`);
    await act('bulk undo of 500', 'u', `document.body.textContent.includes('Undone: Marked out of scope')`);
    await page.waitForTimeout(100);
  }
}

async function dragOnBoard(page: Page, act: Act): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.locator('.board-card').first().waitFor();
  for (let at = 0; at < FEW_ROUNDS; at += 1) {
    const id = await page.evaluate<string>(`document.querySelector('.column .board-card').id`);
    const drop = () =>
      page.evaluate(
        ([card]) => {
          const browser = globalThis as unknown as {
            document: { getElementById(id: string): EventTarget; querySelectorAll(of: string): EventTarget[] };
            DragEvent: new (type: string, init: object) => Event;
            DataTransfer: new () => object;
          };
          const target = browser.document.querySelectorAll('.column')[4];
          const fire = (on: EventTarget | undefined, type: string) =>
            on?.dispatchEvent(
              new browser.DragEvent(type, {
                bubbles: true,
                cancelable: true,
                dataTransfer: new browser.DataTransfer(),
              }),
            );
          fire(browser.document.getElementById(card), 'dragstart');
          fire(target, 'dragover');
          fire(target, 'drop');
        },
        [id] as const,
      );
    await act('board drag', drop, `document.querySelectorAll('.column')[0].querySelector('#${id}') === null`, 'drop');
    await page.waitForTimeout(100);
  }
}

/** What the window's own process holds, in MB: its share of memory (PSS), so that libraries it shares are not counted whole. */
async function windowMemory(browser: Browser, session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024);
  return Math.max(...sizes);
}

const browser = await startBrowser();
await floorOf(browser); // the first frames of a new browser come at other times than later ones
const tiny = await walk(browser, 100);
const floor = await floorOf(browser);
const few = await walk(browser, 1_000);
floor.push(...(await floorOf(browser)));
const many = await walk(browser, CASES);
floor.push(...(await floorOf(browser)));
await browser.close();

const row = (times: readonly number[], beside: readonly number[] | undefined) => ({
  median: median(times).toFixed(1),
  p95: p95(times).toFixed(1),
  'median : floor': (median(times) / median(floor)).toFixed(2),
  'p95 : floor': (p95(times) / p95(floor)).toFixed(2),
  'median : 1,000 cases': beside === undefined ? '' : (median(times) / median(beside)).toFixed(2),
});
console.log(`Milliseconds from key press to the painted frame that shows the effect, ${SHOWN} cases:`);
console.table({
  'floor: a bare page': row(floor, undefined),
  ...Object.fromEntries([...many.acts].map(([name, times]) => [name, row(times, few.acts.get(name))])),
});
console.table({
  'start to the queue, ms': {
    100: tiny.startMs.toFixed(0),
    1000: few.startMs.toFixed(0),
    [CASES]: many.startMs.toFixed(0),
  },
  'interaction to next paint (98th), ms': { 100: tiny.slowest, 1000: few.slowest, [CASES]: many.slowest },
  'memory of the window, MB': {
    100: tiny.memoryMb.toFixed(0),
    1000: few.memoryMb.toFixed(0),
    [CASES]: many.memoryMb.toFixed(0),
  },
});
console.log(`Start with ${SHOWN} cases takes ${(many.startMs / tiny.startMs).toFixed(2)} times the start with 100.`);
