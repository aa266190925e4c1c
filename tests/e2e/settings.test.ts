// The settings in the window: the directory of tool teams, one team a page.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserDesk, openBrowser, openBrowserDesk, openSettings } from '../support/browser.ts';
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

describe('the tool teams, by keyboard', () => {
  const form = (name: string) => desk.page.getByRole('form', { name });
  const press = async (...keys: string[]) => {
    for (const key of keys) await desk.page.keyboard.press(key);
  };

  it('finds a setting by its words, and goes to where it is changed', async () => {
    const { page } = desk;
    await press('g', ',');
    await page.getByRole('navigation', { name: 'Topics' }).waitFor();
    await press('/');
    await page.keyboard.type('quiet');
    const found = page.getByRole('navigation', { name: 'Found' }).getByRole('button');
    await found.filter({ hasText: 'Quiet hours' }).first().waitFor();
    await expect.poll(() => found.first().innerText()).toContain('Clocks');
    await press('Enter', 'Enter');
    await page
      .getByLabel(/^Quiet hours/)
      .and(page.locator(':focus'))
      .waitFor();
    await expect.poll(() => page.url()).toMatch(/#settings\/clocks$/);
    await page.getByRole('group', { name: 'Sign-in' }).waitFor({ state: 'hidden' });
    await press('Escape');
  });

  it('opens from the settings, and finds a team by a login', async () => {
    const { page } = desk;
    await openSettings(page, 'Tool teams');
    await page.getByRole('button', { name: 'Open the teams' }).press('Enter');
    await press('/');
    await page.keyboard.type('rx-engineer');
    await form('Team Medications').waitFor();
    await expect.poll(() => page.getByRole('listbox', { name: 'Tool teams' }).getByRole('option').count()).toBe(1);
    await press('Enter', 'Enter');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('team-name');
  });

  it('says of each field what is wrong with it, keeps what was typed over a reload, and saves nothing meanwhile', async () => {
    const { page } = desk;
    const field = (name: string) => form('Team Medications').getByRole('textbox', { name, exact: true });
    await field('Repository').fill('medications');
    await field('Label at GitHub').fill('mhv-secure-messaging');
    const kept = page.waitForResponse((answer) => answer.request().postData()?.includes('prescriptions') ?? false);
    await form('Team Medications').getByRole('combobox', { name: 'Covers' }).fill('prescriptions');
    await press('Control+Enter');
    await page.getByText('Label: “mhv-secure-messaging” is of another team already.').waitFor();
    await page.getByText('Repository: “medications” is not a repository.').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('team-label');
    await kept;
    await page.reload();
    await page.getByText('As you left it; not sent.').waitFor();
    await expect.poll(() => field('Repository').inputValue()).toBe('medications');
    await form('Team Medications').getByText('prescriptions', { exact: true }).waitFor();
  });

  it('saves once everything is right, under the new label, and undo brings the old team back', async () => {
    const { page } = desk;
    const field = (name: string) => form('Team Medications').getByRole('textbox', { name, exact: true });
    await field('Repository').fill('https://github.com/department-of-veterans-affairs/va.gov-team/issues');
    await field('Label at GitHub').fill('mhv-prescriptions');
    await press('Control+Enter');
    await page.getByText('Medications saved.').waitFor();
    await page.getByRole('option', { name: /mhv-prescriptions/, selected: true }).waitFor();
    await expect.poll(() => page.url()).toMatch(/#settings\/teams\/mhv-prescriptions$/);
    await expect
      .poll(() => field('Repository').inputValue())
      .toBe('github.com/department-of-veterans-affairs/va.gov-team');
    await press('Escape', 'u');
    await page.getByRole('option', { name: /mhv-medications/ }).waitFor();
  });

  it('adds a team and goes back to where it came from', async () => {
    const { page } = desk;
    await press('n');
    await page.keyboard.type('Vaccines');
    await press('b');
    await expect.poll(() => form('New team').getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Vaccinesb');
    await press('Escape', 'b');
    await page.getByRole('heading', { name: 'Directory of tool teams' }).waitFor();
    await page.goBack();
    await page.getByRole('listbox', { name: 'Tool teams' }).waitFor();
  });

  it('keeps an Enter until the time that was typed has been read', async () => {
    const { page } = desk;
    await press('g', 'q', 'l');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('iris 5m download fails');
    await press('Enter');
    await page.getByText(/^log-.* logged/).waitFor();
    await page.getByRole('complementary', { name: /^Case log-/ }).waitFor();
    const { promise: isSeen, resolve: see } = Promise.withResolvers<void>();
    await page.route(/time\.read/, async (route) => {
      await isSeen;
      await route.continue();
    });
    await press('w');
    await page.keyboard.type('eta in 2 days');
    await press('Enter');
    await page.getByText('The choices are on their way; Enter takes the first.').waitFor();
    see();
    await page.getByText(/^log-.*: ETA /).waitFor();
    await press('h');
    await page.getByText(/^You: ETA set to Oct 30/).waitFor();
    await page.unroute(/time\.read/);
  });

  it('shows three errors of one moment, and takes the log back by its button', async () => {
    const { page } = desk;
    for (const tag of ['john-smith', '-', 'mary-jones']) {
      await press('t');
      await page.keyboard.type(tag);
      await press('Enter');
    }
    await page
      .getByText(/^This tag looks personal/)
      .first()
      .waitFor();
    await page.getByText(/^A tag is one word/).waitFor();
    await press('l');
    await page.keyboard.type('iris 5m labs are missing');
    await press('Enter');
    await page.getByText(/^log-.*-2 logged/).waitFor();
    const logged = page.locator('.toast-line').filter({ hasText: '-2 logged' });
    await logged.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(/^Undone: Logged by hand/).waitFor();
    await press('l');
    await page.getByText('As you left it; not sent.').waitFor();
    await press('Escape');
  });

  it('had no error in the window', () => {
    expect(desk.problems).toEqual([]);
  });
});
