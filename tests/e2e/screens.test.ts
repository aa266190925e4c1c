// Every screen and dialog, light, dark and in high contrast: no violation of WCAG 2.1 A and AA that axe can find. With
// SCREENSHOTS=folder the screens are kept as pictures.
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { type BrowserDesk, openBrowser, openBrowserDesk } from '../support/browser.ts';
import { WEDNESDAY } from '../support/desk.ts';
import { lookAtQueue } from './screens/queue.ts';
import { lookAtSettings } from './screens/settings.ts';
import { lookAtTickets } from './screens/tickets.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The other themes differ in colors alone; they are looked at with the pictures. */
const SCHEMES = process.env.SCREENSHOTS === undefined ? (['light'] as const) : (['light', 'dark', 'contrast'] as const);

/** Pictures are taken at this width as well, CSS pixels. */
const NARROW = 900;

describe.each(SCHEMES)('%s', (scheme) => {
  let desk: BrowserDesk;
  beforeAll(async () => {
    desk = await openBrowserDesk(browser, { at: WEDNESDAY, colorScheme: scheme === 'contrast' ? 'light' : scheme });
    if (scheme !== 'contrast') return;
    await desk.page.evaluate(`localStorage.setItem('tier3-contrast', 'high')`);
    await desk.page.reload();
  });
  afterAll(() => desk.close());

  async function look(name: string, within?: Locator): Promise<void> {
    const folder = process.env.SCREENSHOTS;
    if (folder !== undefined) {
      await desk.page.waitForTimeout(150);
      const size = desk.page.viewportSize()!;
      for (const width of new Set([size.width, Math.min(size.width, NARROW)])) {
        await desk.page.setViewportSize({ ...size, width });
        await desk.page.waitForTimeout(150);
        await desk.page.screenshot({ path: join(folder, `${name}-${scheme}-${width}.png`) });
      }
      await desk.page.setViewportSize(size);
      await desk.page.waitForTimeout(150);
    }
    await expect.poll(() => violations(desk.page, within)).toEqual([]);
    // The frame stands still: only panes scroll.
    await expect.poll(() => desk.page.evaluate<number>('document.scrollingElement.scrollTop')).toBe(0);
  }

  it('the first screen', async () => {
    await desk.page.getByRole('button', { name: 'Start in practice mode' }).waitFor();
    await look('first');
  });

  it('the empty desk', async () => {
    await desk.page.getByRole('button', { name: 'Start in practice mode' }).click();
    // Practice starts its stand-ins first, which takes a busy machine a while.
    await desk.page.getByRole('heading', { name: 'No cases yet' }).waitFor({ timeout: 60_000 });
    await look('empty');
  });

  const room = { desk: () => desk, look };
  lookAtQueue(room);
  lookAtTickets(room);
  lookAtSettings(room);

  it('had no error in the window', () => {
    expect(desk.problems).toEqual([]);
  });
});
