// The sync by hand: an open ticket is changed and changed elsewhere too, what waits is held and reworded, a hundred
// tickets go out with a bar, and a lead signs in by device on a real desk.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRACTICE_CLIENT } from '../../electron/practice/device.ts';
import { type PracticeServer, servePractice } from '../../electron/practice/serve.ts';
import { violations } from '../support/axe.ts';
import { type BrowserDesk, bringIn, openBrowser, openBrowserDesk, openSettings } from '../support/browser.ts';
import { ROOT, WEDNESDAY } from '../support/desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
async function send(page: Page): Promise<void> {
  const sent = page.waitForResponse(/sync\.now/);
  await press(page, 'g', 's');
  await sent;
}
/** `what` is how the desk names what it escalated. */
async function escalate(page: Page, what: string): Promise<void> {
  await press(page, 'e');
  await page.getByRole('combobox', { name: 'Team' }).fill('medical rec');
  await press(page, 'Enter');
  await page.getByText(`${what}: escalated`).waitFor();
}

describe('a ticket that is open', () => {
  let desk: BrowserDesk;
  beforeAll(async () => {
    desk = await openBrowserDesk(browser, { at: WEDNESDAY, open: 'practice' });
    const { page } = desk;
    // Ten seconds to hold an entry are enough for a person, not on every machine.
    await openSettings(page, 'Clocks');
    await page.getByLabel('Send queued items after').selectOption('60');
    await page.getByText('Saved.').waitFor();
    await page.getByRole('heading', { name: 'Settings', level: 1 }).click();
    await bringIn(page, [{ reference: '26-HRC-HD-18-36879501', text: 'records stay blank' }]);
    await press(page, 'g', 'q');
    await page.getByText('1 case shown').waitFor();
    await press(page, 'j');
    await page.getByLabel('Body').waitFor();
    await escalate(page, '26-HRC-HD-18-36879501');
    await press(page, 'Control+Enter');
    await page.getByText('The ticket is in the outbox.').waitFor();
    await send(page);
    await page.getByText('Ticket #1 in').waitFor();
  });
  afterAll(() => desk.close());
  const issue = () => desk.practice().world.issues()[0]!;
  const dialog = (name: string) => desk.page.getByRole('dialog', { name });
  const row = (state: string) => desk.page.getByRole('row', { name: new RegExp(`^${state}`) });

  it('is changed with the keyboard, its labels chosen from what GitHub has', async () => {
    const { page } = desk;
    await press(page, 'd');
    const form = dialog('Change the ticket');
    await form.waitFor();
    await page.keyboard.type(' since Monday');
    await form.getByRole('combobox', { name: 'Labels' }).fill('mhv-med');
    await page.getByRole('option', { name: 'mhv-medications' }).waitFor();
    await press(page, 'ArrowDown', 'Enter');
    await form.getByLabel('Milestone').selectOption('Sprint 13');
    await form.getByLabel('ZenHub pipeline').fill('In Progress');
    await form.getByLabel('Estimate, story points').fill('3');
    await press(page, 'Enter');
    await page.getByText('Change of #1 queued.').waitFor();
    await send(page);
    await expect
      .poll(() => issue())
      .toMatchObject({
        title: 'Tier 3 issue - 26-HRC-HD-18-36879501 - Records stay blank since Monday',
        labels: ['MHV-Tier-3', 'PRODUCT-mhv-medical-records', 'TEAM-mhv-medical-records', 'mhv-medications'],
        milestone: 2,
        estimate: 3,
      });
  });

  it('is not written over where somebody else changed the same: the lead sees both and chooses', async () => {
    const { page } = desk;
    await press(page, 'd');
    const form = dialog('Change the ticket');
    await form.getByLabel('Title', { exact: true }).fill('Our title');
    await form.getByLabel('State').selectOption('Closed');
    desk.practice().world.change(issue(), { title: 'Their title' });
    await page.getByRole('button', { name: 'Queue the change' }).click();
    await page.getByText('Change of #1 queued.').waitFor();
    await send(page);
    await press(page, 'g', 'o');
    await row('You decide').getByText('Someone changed the title in the meantime').waitFor();
    expect(issue()).toMatchObject({ title: 'Their title', state: 'open' });
    await row('You decide').getByRole('button', { name: 'Choose' }).click();
    const choose = dialog('Changed on both sides');
    await choose.getByText('Their title').waitFor();
    await choose.getByText('Our title').waitFor();
    await choose.getByRole('radio', { name: /^Theirs/ }).check();
    await choose.getByRole('button', { name: 'Save choices' }).click();
    await choose.waitFor({ state: 'hidden' });
    await send(page);
    await expect.poll(() => issue().state).toBe('closed');
    expect(issue().title).toBe('Their title');
  });

  it('waits when it is held, goes out with other words, and nothing personal gets into them', async () => {
    const { page } = desk;
    await bringIn(page, [{ reference: '26-HRC-HD-18-36879502', text: 'labs are missing' }]);
    await press(page, 'g', 'q', '/');
    await page.keyboard.type('36879502');
    await page.getByText('1 case shown').waitFor();
    await press(page, 'Enter');
    await page.getByRole('complementary', { name: 'Case 26-HRC-HD-18-36879502' }).waitFor();
    await escalate(page, '26-HRC-HD-18-36879502');
    await press(page, 'Control+Enter');
    await page.getByText('The ticket is in the outbox.').waitFor();
    await press(page, 'g', 'o');
    const create = row('Waiting').filter({ hasText: 'Open the ticket' });
    await create.getByRole('button', { name: 'Hold' }).click();
    const held = row('Held');
    await held.waitFor();
    await send(page);
    expect(desk.practice().world.issues()).toHaveLength(1);
    await held.getByRole('button', { name: 'Change' }).click();
    await dialog('What will be sent').getByLabel('Title').fill('Labs of Jessica Miller missing');
    await dialog('What will be sent').getByRole('button', { name: 'Keep the change' }).click();
    await page.getByText(/Nothing left the desk: name found in the title/).waitFor();
    await dialog('What will be sent').getByLabel('Title').fill('Labs of June missing');
    await dialog('What will be sent').getByRole('button', { name: 'Keep the change' }).click();
    await held.getByText('Labs of June missing').waitFor();
    await held.getByRole('button', { name: 'Release' }).click();
    await send(page);
    await expect.poll(() => desk.practice().world.issues()[1]?.title).toBe('Labs of June missing');
  });

  it('had no error in the window', () => {
    expect(desk.problems).toEqual([]);
  });
});

describe('a hundred tickets', () => {
  it('go out with a bar, the limits kept and the end foretold', { timeout: 300_000 }, async () => {
    const desk = await openBrowserDesk(browser, { at: WEDNESDAY, open: 'practice' });
    const { page } = desk;
    const rows = Array.from({ length: 100 }, (_, at) => ({
      reference: `26-HRC-HD-18-${36_880_000 + at}`,
      text: `visit ${at} is blank`,
    }));
    await bringIn(page, rows);
    await press(page, 'g', 'q');
    await page.getByText('100 cases shown').waitFor();
    // More than are loaded: what is pressed at once is meant for all of them.
    await press(page, 'j', 'Control+a');
    await escalate(page, '100 cases');
    await press(page, '3');
    await page.getByText('100 cases shown').waitFor();
    await press(page, 'j', 'Control+a');
    await page.getByText('100 cases marked').waitFor();
    await press(page, 'Control+Enter');
    await page.getByText('100 tickets queued.').waitFor();
    await press(page, 'g', 'o');
    // Two minutes at most by the limits, and as long as the machine takes.
    await page.getByText(/^done in about \d+ minutes?$|^done within a minute$/).waitFor();
    const opened = () => desk.practice().world.issues();
    await expect.poll(() => opened().length, { timeout: 200_000 }).toBeGreaterThanOrEqual(80);
    // Without a limit some more would arrive meanwhile. A slow machine takes a minute over eighty by itself.
    await page.waitForTimeout(2_000);
    const times = opened().map(({ createdAt }) => Date.parse(createdAt));
    for (const [at, time] of times.slice(80).entries()) expect(time - times[at]!).toBeGreaterThan(45_000);
    await page.getByText(/^Sent \d+ of 80 this minute/).waitFor();
    await page.getByRole('progressbar', { name: 'New tickets and comments sent' }).waitFor();
    // Both in one look: more is sent meanwhile.
    const shown = () =>
      page.evaluate<{ said: number; drawn: number }>(`({
        said: Number.parseInt(/(\\d+) of 100 new tickets and comments sent/.exec(document.body.innerText)?.[1]),
        drawn: Number(document.querySelector('[aria-label="New tickets and comments sent"]')?.ariaValueNow),
      })`);
    await expect.poll(async () => (await shown()).said).toBeGreaterThanOrEqual(80);
    const { said, drawn } = await shown();
    expect(Math.abs(said - drawn)).toBeLessThanOrEqual(1);
    expect(desk.problems).toEqual([]);
    await desk.close();
  });
});

describe('a real desk', () => {
  let desk: BrowserDesk;
  let services: PracticeServer;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tier3-services-'));
    services = await servePractice({ root: ROOT, stateFile: null, noteFile: join(folder, 'note.json'), port: 0 });
    desk = await openBrowserDesk(browser, { at: WEDNESDAY });
    const { page } = desk;
    await page.getByLabel('Passphrase', { exact: true }).fill('a long passphrase of the lead');
    await page.getByLabel('The same again').fill('a long passphrase of the lead');
    await page.getByRole('button', { name: 'Create the desk' }).click();
    // The key is made slow to guess on purpose, slower still on a busy machine.
    await page.getByRole('button', { name: 'I have written it down' }).click({ timeout: 60_000 });
    await page.getByRole('heading', { name: 'No cases yet' }).waitFor({ timeout: 30_000 });
    await press(page, 'g', ',');
  });
  afterAll(async () => {
    await desk.close();
    await services.close();
    rmSync(folder, { recursive: true });
  });

  it('says at its foot that nobody is signed in; stays at its screen over a reload, and goes back', async () => {
    const { page } = desk;
    const settings = page.getByRole('heading', { name: 'Settings', level: 1 });
    await page.getByText('Not signed in to GitHub; nothing is sent.').waitFor();
    await page.reload();
    await settings.waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'No cases yet' }).waitFor();
    // The rail's button that was pressed before is not pressed once more.
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Settings' }).click();
    await settings.waitFor();
    await press(page, 'g', 'd', 'Enter');
    await page.getByRole('heading', { name: 'No cases yet' }).waitFor();
    await press(page, 'g', 'm');
    await settings.waitFor();
  });

  it('signs in by device: shows the code, waits, and is signed in when GitHub says yes', async () => {
    const { page } = desk;
    await page.getByLabel('Address: for GitHub Enterprise like va.ghe.com').fill(services.github);
    await page.getByLabel(/client id of your organization/).fill(PRACTICE_CLIENT);
    await page.getByRole('button', { name: 'Get a code' }).click();
    await page.getByText('WDJB-MJHT').waitFor();
    expect(await violations(page, page.locator('#services'))).toEqual([]);
    services.device.decision = 'yes';
    await page.getByText(/^GitHub: signed in as tier3-lead\./).waitFor();
    await page.getByText(`signed in as tier3-lead, ${services.github}`).waitFor();
  });

  it('says at once what a key of ZenHub is worth, and forgets what is signed out', async () => {
    const { page } = desk;
    await page.getByLabel('ZenHub personal API key').fill('a-key');
    await page.getByLabel('Address (another one for ZenHub Enterprise)').fill(services.zenhub);
    await page.getByRole('button', { name: 'Sign in to ZenHub' }).click();
    await page.getByText(/^ZenHub: signed in as Tier 3 lead\./).waitFor();
    await page.getByRole('button', { name: 'Sign out of GitHub' }).click();
    await page.getByText('not signed in; tickets wait in the outbox').waitFor();
  });

  it('had no error in the window', () => {
    expect(desk.problems).toEqual([]);
  });
});
