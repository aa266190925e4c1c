// How soon the window answers keys while it imports a long file: from the key to the painted frame that shows its effect, in a real
// Chromium, beside the same keys before the import.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { startBrowser } from '../support/browser.ts';
import { MEASURE, median, p95, timed } from './key-to-paint.ts';
import { fillHome, serveHome } from './many-cases-desk.ts';

/** Cases there are already. */
const CASES = 2_000;
const ROUNDS = 40;
const CHOSEN = `document.getElementById('cases')?.getAttribute('aria-activedescendant')`;
/** A key repeats about so often while it is held. */
const REPEAT_MS = 33;

type Times = Record<'move' | 'open' | 'close', number[]>;

/** Moves on, opens the case and closes it. */
async function round(page: Page, times: Times): Promise<void> {
  const before = await page.evaluate<string>(CHOSEN);
  times.move.push(await timed(page, 'j', `${CHOSEN} !== '${before}' && ${CHOSEN} !== null`));
  const isShown = `document.activeElement.id === 'case' && document.activeElement.ariaBusy !== 'true'`;
  times.open.push(await timed(page, 'Enter', isShown));
  times.close.push(await timed(page, 'Escape', `document.activeElement.id === 'cases'`));
  await page.waitForTimeout(REPEAT_MS);
}

/** Prints what it measured. @param file an export on disk with that many `rows` */
export async function importInWindow(file: string, rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tier3-bench-'));
  fillHome(folder, CASES);
  const host = await serveHome(folder);
  const browser = await startBrowser();
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 }, reducedMotion: 'reduce' });
  await page.goto(host.address);
  await page.locator('.sums').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.locator('#cases .row').first().waitFor();
  await page.evaluate(MEASURE);
  const idle: Times = { move: [], open: [], close: [] };
  for (let at = 0; at < ROUNDS; at += 1) await round(page, idle);

  await page.keyboard.press('i');
  await page.locator('input[type=file]').setInputFiles(file);
  const done = page.waitForResponse((one) => one.url().endsWith('/api/call/intake.import'), { timeout: 0 });
  await page.getByRole('button', { name: /^Import [\d,]+ cases$/ }).click({ timeout: 120_000 });
  const from = performance.now();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  let isOver = false;
  done.then(() => {
    isOver = true;
  });
  const during: Times = { move: [], open: [], close: [] };
  while (!isOver) await round(page, during);
  const seconds = (performance.now() - from) / 1_000;
  await browser.close();
  await host.close();
  rmSync(folder, { recursive: true });

  console.log(
    `${rows.toLocaleString('en-US')} rows came in at ${Math.round(rows / seconds)} a second while keys were pressed.`,
  );
  console.log('Milliseconds from key press to the painted frame that shows its effect:');
  const row = (name: keyof Times) => ({
    keys: during[name].length,
    'idle: p50': median(idle[name]).toFixed(1),
    'idle: p95': p95(idle[name]).toFixed(1),
    'importing: p50': median(during[name]).toFixed(1),
    'importing: p95': p95(during[name]).toFixed(1),
    worst: Math.max(...during[name]).toFixed(1),
  });
  console.table({ 'next case (j)': row('move'), 'open (Enter)': row('open'), 'close (Escape)': row('close') });
}
