// The import is in reach at every size, and what it asks is answered by the keyboard alone: the next key acts on what comes
// after the answer.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BrowserDesk, openBrowser, openBrowserDesk } from '../support/browser.ts';
import { WEDNESDAY } from '../support/desk.ts';

let browser: Browser;
let desk: BrowserDesk;
beforeAll(async () => {
  browser = await openBrowser();
  desk = await openBrowserDesk(browser, { at: WEDNESDAY, open: 'practice' });
});
afterAll(async () => {
  await desk.close();
  await browser.close();
});

async function give(...lines: string[]): Promise<void> {
  const { page } = desk;
  await page.keyboard.press('i');
  const buffer = Buffer.from(lines.join('\r\n'));
  await page.getByLabel('CSV export').setInputFiles({ name: 'asked.csv', mimeType: 'text/csv', buffer });
}
const focused = (name: string) => desk.page.getByRole('button', { name }).and(desk.page.locator(':focus')).waitFor();
const closed = () => desk.page.getByRole('dialog').waitFor({ state: 'hidden' });

/** What the page knows of an element; tests have no types of a browser. */
interface Drawn {
  getBoundingClientRect(): { left: number; width: number; top: number; bottom: number };
  contains(other: unknown): boolean;
  readonly ownerDocument: { elementFromPoint(x: number, y: number): unknown };
}

it('stands whole at a zoom of 400 %, above the foot and beside the guide', async () => {
  const { page } = desk;
  await page.getByRole('heading', { name: 'No cases yet' }).waitFor();
  await page.setViewportSize({ width: 640, height: 400 });
  await page.getByRole('region', { name: 'Your first ticket' }).waitFor();
  const start = page.getByRole('navigation').getByRole('button', { name: 'Import', exact: true });
  const isUncovered = (button: Drawn) => {
    const { left, width, top, bottom } = button.getBoundingClientRect();
    const isOnTop = (y: number) => button.contains(button.ownerDocument.elementFromPoint(left + width / 2, y));
    return isOnTop(top + 1) && isOnTop(bottom - 1);
  };
  await expect.poll(() => start.evaluate(isUncovered)).toBe(true);
  await page.setViewportSize({ width: 1400, height: 860 });
});

it('goes on to the import once the order of dates is said', async () => {
  const { page } = desk;
  const file = ['Case Number,Date/Time Opened,Description', '10165001,10/09/2026 09:00,the refill page is blank'];
  await give(...file);
  await page.getByRole('button', { name: 'Month first' }).press('Enter');
  await focused('Import 1 case');
  await page.keyboard.press('Enter');
  await closed();
  // Nothing is left to do with it: another one may be chosen.
  await give(...file);
  await page.getByRole('button', { name: 'Month first' }).press('Enter');
  await page.getByRole('button', { name: 'Nothing new to import' }).waitFor();
  await focused('Choose files');
  await page.keyboard.press('Escape');
  await closed();
});

it('goes on to the import once the columns are mapped', async () => {
  const { page } = desk;
  await give('Number;Reported;Story', 'X-101;13.10.2026 09:00;the list of visits is blank');
  const name = page.getByLabel('Save it as');
  await name.fill('Visits');
  await page.getByRole('cell', { name: 'X-101' }).last().waitFor();
  await name.press('Enter');
  await focused('Import 1 case');
  await page.keyboard.press('Enter');
  await closed();
  expect(desk.problems.filter((one) => !one.includes('400'))).toEqual([]);
});
