// Reports in a real browser: by keyboard from a number to its very cases to an act; and no violation of WCAG 2.1 AA in three themes.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { type BrowserDesk, openBrowser, openBrowserDesk, showIn } from '../support/browser.ts';
import { WEDNESDAY } from '../support/desk.ts';

let browser: Browser;
let desk: BrowserDesk;
/** A practice desk with its samples, and decisions on some of them. */
beforeAll(async () => {
  browser = await openBrowser();
  desk = await openBrowserDesk(browser, { at: WEDNESDAY, open: 'practice' });
  const { page } = desk;
  page.setDefaultTimeout(30_000);
  await page.getByRole('button', { name: 'Load sample cases' }).click();
  await page.getByText('48 cases shown').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  for (const key of ['o', 'r', 'o', 'r', 'r']) {
    await page.keyboard.press('j');
    await page.keyboard.press(key);
  }
  await page.getByText('43 cases shown').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.getByRole('heading', { name: /^Overview/ }).waitFor();
});
afterAll(async () => {
  await desk.close();
  await browser.close();
});

/** In three themes. */
async function look(name: string): Promise<void> {
  const { page } = desk;
  for (const scheme of ['light', 'dark', 'contrast'] as const) {
    await showIn(page, scheme);
    const folder = process.env.SCREENSHOTS;
    if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}-${scheme}.png`) });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate<number>('document.scrollingElement.scrollTop')).toBe(0);
  }
}

async function pressUntil(page: Page, key: string, focused: RegExp): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press(key);
    if (focused.test(await page.evaluate<string>('document.activeElement?.innerText ?? ""'))) return;
  }
  throw new Error(`${key} does not reach ${focused}`);
}

describe('reports in the window', () => {
  it('can be read in every theme: the overview, and a figure of each ledger', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: /^Received/ }).waitFor();
    await look('reports');
    await page.getByRole('button', { name: 'Product', exact: true }).click();
    await page.getByRole('button', { name: /^Cases with an/ }).waitFor();
    await page
      .getByRole('button', { name: /^Cases/ })
      .first()
      .click();
    await page.getByRole('region', { name: 'By problem' }).waitFor();
    await page.getByRole('region', { name: 'Cases behind it' }).waitFor();
    await look('reports-figure');
    expect(desk.problems).toEqual([]);
  });

  it('go by keyboard from a number to its cases to an act, and into a file', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: 'Support', exact: true }).click();
    await page.getByRole('button', { name: /^Transferred/ }).waitFor();
    await page.getByRole('button', { name: 'Overview' }).focus();
    await pressUntil(page, 'ArrowDown', /^Transferred/);
    await page.getByRole('heading', { name: 'Transferred' }).waitFor();
    const lines = page.getByRole('region', { name: 'Cases behind it' }).getByRole('listitem');
    await lines.first().waitFor();
    const n = await lines.count();
    await page.keyboard.press('Enter');
    await pressUntil(page, 'Tab', /in the queue$/);
    await page.keyboard.press('Enter');
    await page.getByText(n === 1 ? '1 case marked' : `${n} cases marked`).waitFor();
    await page.getByLabel('Body').waitFor();
    await page.keyboard.press('t');
    await page.getByRole('combobox', { name: 'Tag' }).fill('by-documentation');
    await page.keyboard.press('Enter');
    await page.getByText(/tag by-documentation put on/).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.getByRole('heading', { name: 'Overview, October 2026' }).waitFor();
    const printed = page.waitForEvent('download');
    await page.keyboard.press('p');
    const pdf = await printed;
    expect(pdf.suggestedFilename()).toBe('tier3-support-2026-10.pdf');
    expect(readFileSync(await pdf.path(), 'latin1').slice(0, 5)).toBe('%PDF-');
    await page.getByText(/^tier3-support-2026-10\.pdf saved, scrubbed/).waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('combobox', { name: 'Save the report' }).selectOption('csv');
    const file = await saved;
    expect(file.suggestedFilename()).toBe('tier3-support-2026-10.csv');
    expect(readFileSync(await file.path(), 'utf8')).toContain(',transfers,Transferred,all,all,All,cases,none,count,');
    expect(desk.problems).toEqual([]);
  });

  it('are looked at before they are published, and nothing leaves while no repository is set', async () => {
    const { page } = desk;
    await page.keyboard.press('Shift+P');
    const dialog = page.getByRole('dialog', { name: 'Publish the reports of both ledgers' });
    await dialog.getByText('No repository is set yet').waitFor();
    await dialog.getByRole('button', { name: '2026-10.csv' }).click();
    await dialog.getByText('period,period_from,period_to').waitFor();
    expect(await dialog.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(true);
    await look('reports-publish');
    await page.keyboard.press('Escape');
    expect(desk.problems).toEqual([]);
  });

  it('are files that others read: XML by a strict parser, and a page without a violation in every theme', async () => {
    const { page } = desk;
    const texts: string[] = [];
    for (const format of ['html', 'page']) {
      const saved = page.waitForEvent('download');
      await page.getByRole('combobox', { name: 'Save the report' }).selectOption(format);
      texts.push(readFileSync(await (await saved).path(), 'utf8'));
    }
    const other = await page.context().newPage();
    try {
      for (const text of texts) {
        const parsed = await other.evaluate<string>(
          `new DOMParser().parseFromString(${JSON.stringify(text)}, 'application/xhtml+xml').documentElement.outerHTML`,
        );
        expect(parsed).not.toContain('<parsererror');
      }
      await other.setContent(texts[1]!);
      for (const theme of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { contrast: 'more' }] as const) {
        await other.emulateMedia({ colorScheme: 'light', contrast: 'no-preference', ...theme });
        const folder = process.env.SCREENSHOTS;
        const name = Object.values(theme).join('');
        if (folder !== undefined) await other.screenshot({ path: join(folder, `report-page-${name}.png`) });
        expect(await violations(other)).toEqual([]);
      }
    } finally {
      await other.close();
    }
  });

  it('are narrowed to one source, and to any days', async () => {
    const { page } = desk;
    await page.getByRole('combobox', { name: 'Period' }).selectOption('days');
    await page.getByRole('textbox', { name: 'From' }).fill('2026-10-27');
    await page.getByRole('heading', { name: 'Overview, Oct 27, 2026 to Oct 28, 2026' }).waitFor();
    await page.getByRole('button', { name: /^Received \D*48/ }).waitFor();
    await page.getByRole('textbox', { name: 'From' }).fill('2026-12-01');
    await page
      .getByRole('alert')
      .getByText(/^The last day is before the first/)
      .waitFor();
    await page.getByRole('heading', { name: 'Overview, Oct 27, 2026 to Oct 28, 2026' }).waitFor();
    await page.getByRole('textbox', { name: 'From' }).fill('2026-10-27');
    await page
      .getByRole('alert')
      .getByText(/^The last day/)
      .waitFor({ state: 'hidden' });
    await page.getByRole('combobox', { name: 'only' }).selectOption({ label: 'IRIS' });
    await page.getByText('Files include all cases').waitFor();
    await page.getByRole('button', { name: /^Received \D*(?!48)\d/ }).waitFor();
    await page.getByRole('combobox', { name: 'only' }).selectOption({ label: 'all cases' });
    expect(await violations(page)).toEqual([]);
    expect(desk.problems).toEqual([]);
  });

  it('compile a month from a cold desk, of both ledgers', async () => {
    const { page } = desk;
    const from = performance.now();
    await desk.restart(0);
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.getByRole('heading', { name: 'Overview, October 2026' }).waitFor();
    const files: string[] = [];
    for (const ledger of ['support', 'product']) {
      const printed = page.waitForEvent('download');
      await page.keyboard.press('p');
      files.push((await printed).suggestedFilename());
      if (ledger === 'support') await page.keyboard.press('v');
      await page.getByRole('button', { name: 'Product', pressed: true }).waitFor();
    }
    const seconds = (performance.now() - from) / 1000;
    console.log(`Both ledgers of a month, from a cold desk to printed files: ${seconds.toFixed(1)} s`);
    expect(files).toEqual(['tier3-support-2026-10.pdf', 'tier3-product-2026-10.pdf']);
  });
});
