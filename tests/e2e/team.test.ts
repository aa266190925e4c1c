// Two windows of two members of a team: what one does the other sees, a case is taken and handed over, and where both open a
// ticket while the team's database is away, there is one.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticePostgres, startPostgres } from '../../electron/practice/postgres.ts';
import { violations } from '../support/axe.ts';
import { type BrowserDesk, bringIn, openBrowser, openBrowserDesk, openSettings } from '../support/browser.ts';

const REFERENCE = '26-HRC-HD-18-36879501';
const cluster = mkdtempSync(join(tmpdir(), 'tier3-team-'));
let browser: Browser;
let postgres: PracticePostgres;
let anna: BrowserDesk;
let ben: BrowserDesk;

beforeAll(async () => {
  browser = await openBrowser();
  postgres = await startPostgres(cluster);
  // The time of now: the database's clock is the one that counts.
  const at = Date.now();
  const viewport = { width: 1280, height: 860 };
  anna = await openBrowserDesk(browser, { at, open: 'practice', viewport });
  ben = await openBrowserDesk(browser, { at, open: 'practice', viewport, colorScheme: 'dark' });
  copyFileSync(join(anna.folder, 'practice.json'), join(ben.folder, 'practice.json'));
});

afterAll(async () => {
  await ben.close();
  await anna.close();
  await postgres.stop();
  await browser.close();
  rmSync(cluster, { recursive: true });
});

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const team = (page: Page) => page.getByRole('region', { name: 'Your team' });

async function picture(name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder === undefined) return;
  for (const [who, { page }] of [
    ['anna', anna],
    ['ben', ben],
  ] as const)
    await page.screenshot({ path: join(folder, `team-${name}-${who}.png`) });
}

async function openCase({ page }: BrowserDesk): Promise<void> {
  await press(page, 'g', 'q');
  await page.getByText('1 case shown').waitFor();
  await press(page, 'j');
  await page.getByRole('region', { name: 'In the team' }).waitFor();
}

describe('a team in two windows', () => {
  it('is made by one and joined by the other in Settings', async () => {
    await openSettings(anna.page, 'Your team');
    const make = team(anna.page).locator('form', { hasText: 'Create a team' });
    await make.getByLabel('Your name').fill('Anna Moore');
    await make.getByLabel('Database').fill(postgres.url);
    await make.getByRole('button', { name: 'Create the team' }).click();
    await team(anna.page).getByRole('button', { name: 'Invite a member' }).waitFor();
    const invitation = await team(anna.page)
      .getByLabel(/^Invitation/)
      .inputValue();
    await openSettings(ben.page, 'Your team');
    const join = team(ben.page).locator('form', { hasText: 'Join a team' });
    await join.getByLabel('Your name').fill('Ben Okafor');
    await join.getByLabel('Invitation').fill(invitation);
    await join.getByRole('button', { name: 'Join the team' }).click();
    await team(ben.page).getByText('Synced.').waitFor();
    await team(anna.page)
      .getByRole('row', { name: /Ben Okafor/ })
      .waitFor();
    await team(anna.page).scrollIntoViewIfNeeded();
    await team(ben.page).scrollIntoViewIfNeeded();
    await expect.poll(() => violations(anna.page, team(anna.page))).toEqual([]);
    await picture('settings');
  });

  it('sees what the other brings in, and who has it', async () => {
    await press(anna.page, 'g', 'q');
    await bringIn(anna.page, [{ reference: REFERENCE, text: 'the lab results page stays blank' }]);
    await openCase(anna);
    await openCase(ben);
    await press(anna.page, 'Shift+T');
    await ben.page.getByText('Taken by Anna Moore').waitFor();
    await ben.page.getByText('also viewing: Anna Moore').waitFor();
    await expect.poll(() => violations(ben.page)).toEqual([]);
    await picture('taken');
    await press(anna.page, 'Shift+H');
    const dialog = anna.page.getByRole('dialog', { name: 'Hand the case over' });
    await dialog.getByLabel('Note for them').fill('Waits for the lab. Ask again on Friday.');
    await dialog.getByRole('button', { name: 'Hand over' }).click();
    await ben.page.getByText('Yours').waitFor();
    await ben.page.getByText('“Waits for the lab. Ask again on Friday.”').waitFor();
    await picture('handed-over');
  });

  it('shows on My day what names a member, and who has what', async () => {
    await press(anna.page, 'Shift+N');
    await anna.page.locator('#internal-note').fill('The Veteran called again. @Ben, can you look today?');
    await press(anna.page, 'Control+Enter');
    await anna.page.getByText('Whom it names sees it on My day.').waitFor();
    await press(ben.page, 'g', 'd');
    const today = ben.page.getByRole('region', { name: 'Your team today' });
    await today.getByText('@Ben, can you look today?').waitFor();
    await today.getByText('handed a case to you').waitFor();
    await expect.poll(() => violations(ben.page)).toEqual([]);
    await press(anna.page, 'Escape', 'g', 'd');
    await anna.page.getByRole('button', { name: 'Take over' }).waitFor();
    await picture('day');
    for (const { page } of [anna, ben]) await press(page, 'g', 'q');
  });

  it('opens one ticket where both queue one while the database is away', async () => {
    await postgres.kill();
    for (const { page } of [anna, ben]) {
      await press(page, 'e');
      await page.getByRole('combobox', { name: 'Team' }).fill('medical rec');
      await press(page, 'Enter');
      await page.getByText(`${REFERENCE}: escalated`).waitFor();
      await press(page, 'Control+Enter');
      await page.getByText('The ticket is in the outbox.').waitFor();
      await press(page, 'g', 'o');
      await page.getByText('Waiting for the team').first().waitFor();
    }
    await picture('offline');
    await postgres.restart();
    const issues = () => anna.practice().world.issues();
    await expect.poll(() => issues().length, { timeout: 60_000 }).toBe(1);
    await ben.page.getByText('Waiting for the team').first().waitFor({ state: 'hidden', timeout: 60_000 });
    for (const { page } of [anna, ben]) {
      await press(page, 'g', 'q');
      await page.getByText('Ticket #1 in').waitFor({ timeout: 30_000 });
    }
    expect(issues()).toHaveLength(1);
    await picture('one-ticket');
    expect(anna.problems.concat(ben.problems)).toEqual([]);
  });
});
