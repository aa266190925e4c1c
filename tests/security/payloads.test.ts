// Hostile reports in a real browser: every payload is brought in, looked at in list and case, and put into a ticket; none runs, none
// fetches anything, and none leaves as a formula.

import { parse } from 'csv-parse/sync';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BrowserDesk, bringIn, openBrowser, openBrowserDesk } from '../support/browser.ts';
import { WEDNESDAY } from '../support/desk.ts';
import { PAYLOADS } from './payloads.ts';

let browser: Browser;
let desk: BrowserDesk;
const ran: unknown[] = [];
const asked: string[] = [];
const all = Object.values(PAYLOADS).flat();

beforeAll(async () => {
  browser = await openBrowser();
  desk = await openBrowserDesk(browser, { at: WEDNESDAY, open: 'practice' });
  await desk.page.exposeFunction('pwned', (what: unknown) => ran.push(what));
  desk.page.on('request', (request) => asked.push(request.url()));
  desk.page.on('dialog', (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
});
afterAll(async () => {
  await desk.close();
  await browser.close();
});

it('none of the payloads runs or fetches anything, in the list, the case or the ticket', async () => {
  const { page } = desk;
  await bringIn(
    page,
    all.map((payload, at) => ({
      reference: `26-HRC-HD-85-${String(at).padStart(8, '0')}`,
      text: `${payload} the page is blank ${payload}`,
      contact: payload,
    })),
  );
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.getByText(`${all.length} cases shown`).waitFor();
  for (let at = 0; at < all.length; at += 1) {
    // Into the text of the case, so that it is drawn before the next one is.
    for (const key of ['j', 'Shift+R']) await page.keyboard.press(key);
    await page.locator('#received:focus').waitFor();
    await page.keyboard.press('Escape');
  }
  await page.waitForTimeout(500);
  const own = new URL(page.url()).origin;
  expect(ran).toEqual([]);
  expect(asked.filter((url) => !url.startsWith(own) && !url.startsWith('data:') && !url.startsWith('blob:'))).toEqual(
    [],
  );
  expect(page.url().startsWith(own)).toBe(true);
  const counts = Object.entries(PAYLOADS).map(([kind, list]) => `${list.length} ${kind}`);
  console.log(`${all.length} hostile payloads (${counts.join(', ')}): ${ran.length} ran`);
});

it('no cell of an exported file begins as a formula', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+a');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('g').then(() => page.keyboard.press('e')),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const cells = (parse(Buffer.concat(chunks), { bom: true }) as string[][]).flat();
  expect(cells.length).toBeGreaterThan(all.length);
  expect(cells.filter((cell) => /^[=+@\t\r-]./.test(cell))).toEqual([]);
});
