// Setting up the real desk in the window, locking it by a key, and unlocking it: nothing of a case stays in a locked window.

import { join } from 'node:path';
import type { Browser, Locator } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { type BrowserDesk, bringIn, openBrowser, openBrowserDesk, openSettings } from '../support/browser.ts';
import { WEDNESDAY } from '../support/desk.ts';

const PASSPHRASE = 'correct horse battery staple';
let browser: Browser;
let desk: BrowserDesk;
beforeAll(async () => {
  browser = await openBrowser();
  desk = await openBrowserDesk(browser, { at: WEDNESDAY });
});
afterAll(async () => {
  await desk.close();
  await browser.close();
});

async function look(name: string, within?: Locator): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder !== undefined) await desk.page.screenshot({ path: join(folder, `${name}.png`) });
  expect(await violations(desk.page, within)).toEqual([]);
}

it('shows its recovery code once, and in a locked window nothing of a case; words half typed are there again', async () => {
  const { page } = desk;
  page.setDefaultTimeout(40_000); // a key is derived from the passphrase at each unlock
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.getByLabel('The same again').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByText(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/).waitFor();
  await look('recovery-code');
  await page.getByRole('button', { name: 'I have written it down' }).click();
  await page.getByRole('heading', { name: 'No cases yet' }).waitFor();
  await bringIn(page, [
    { reference: '26-HRC-HD-85-00000071', text: 'Page blank for Quillfeather', contact: 'Odalys Quillfeather' },
  ]);
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.getByText('26-HRC-HD-85-00000071').first().waitFor();
  await openSettings(page, 'Lock and snapshots');
  await page.getByRole('heading', { name: 'Lock and key' }).scrollIntoViewIfNeeded();
  await look('lock-and-key', page.locator('#lock'));
  await page.keyboard.press('l');
  await page.keyboard.type('iris half a sente');
  await page.evaluate(
    `fetch('/api/call/desk.lock', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', authorization: 'Bearer ' + sessionStorage.getItem('tier3-desk-bearer') } })`,
  );
  await page.getByRole('heading', { name: 'Tier3 Desk is locked' }).waitFor();
  const shown = () => page.evaluate('document.documentElement.outerHTML');
  const OF_A_CASE = /Quillfeather|00000071|half a sente/;
  await expect.poll(shown).not.toMatch(OF_A_CASE);
  await look('locked');
  await page.getByLabel('Passphrase').fill('not the passphrase');
  await page.keyboard.press('Enter');
  await page.getByText('The passphrase does not open this desk.').waitFor();
  expect(await shown()).not.toMatch(OF_A_CASE); // nothing comes back
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Screens' }).waitFor();
  await page.keyboard.press('l');
  await expect.poll(() => page.getByLabel(/^Source, #topic/).inputValue()).toBe('iris half a sente');
  await page.keyboard.press('Escape');
  // A snapshot, put in place in two clicks.
  await page.getByRole('button', { name: 'Make one now' }).click();
  await page.getByText('Snapshot made.').waitFor();
  await bringIn(page, [{ reference: '26-HRC-HD-85-00000072', text: 'Another page is blank' }]);
  await page
    .getByRole('button', { name: /^What it would change/ })
    .first()
    .click();
  await page.getByText('goes away: 1 case: 26-HRC-HD-85-00000072').waitFor();
  await look('snapshots', page.locator('#snapshots'));
  await page.getByRole('button', { name: 'Restore it' }).click();
  await page.getByText(/^Restored to/).waitFor();
  await page.getByText('1 case shown').waitFor();
  await page.keyboard.press('Shift+L');
  await page.getByRole('heading', { name: 'Tier3 Desk is locked' }).waitFor();
  expect(desk.problems).toEqual([]);
});
