// Every screen and dialog, light, dark and in high contrast: no violation of WCAG 2.1 A and AA that axe can find. With SCREENSHOTS=folder the
// screens are kept as pictures.
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { type BrowserDesk, openBrowser, openBrowserDesk, openSettings, showTopic } from '../support/browser.ts';
import { WEDNESDAY } from '../support/desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The other themes differ in colors alone; they are looked at with the pictures. */
const SCHEMES = process.env.SCREENSHOTS === undefined ? (['light'] as const) : (['light', 'dark', 'contrast'] as const);

/** Every topic has its pictures; four of different kinds are looked at in every run. */
const TOPICS =
  process.env.SCREENSHOTS === undefined
    ? ['Sign-in', 'Tool teams', 'Answers', 'Keyboard']
    : [
        ...['Sign-in', 'Your team', 'Tool teams', 'Ticket forms', 'Answers', 'Clocks', 'Imports', 'Trends', 'Reports'],
        ...['Scrubbing', 'Lock and snapshots', 'Keyboard'],
      ];

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
    await desk.page.waitForTimeout(150);
    const folder = process.env.SCREENSHOTS;
    if (folder !== undefined) {
      const size = desk.page.viewportSize()!;
      for (const width of new Set([size.width, Math.min(size.width, NARROW)])) {
        await desk.page.setViewportSize({ ...size, width });
        await desk.page.waitForTimeout(150);
        await desk.page.screenshot({ path: join(folder, `${name}-${scheme}-${width}.png`) });
      }
      await desk.page.setViewportSize(size);
      await desk.page.waitForTimeout(150);
    }
    expect(await violations(desk.page, within)).toEqual([]);
    // The frame stands still: only panes scroll.
    expect(await desk.page.evaluate<number>('document.scrollingElement.scrollTop')).toBe(0);
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

  it('the queue', async () => {
    await desk.page.getByRole('button', { name: 'Load sample cases' }).click();
    await desk.page.getByText('48 cases shown').waitFor();
    // It may just have closed by itself.
    await desk.page.evaluate(`document.querySelector('[aria-label="Close message"]')?.click()`);
    await look('day');
    await desk.page.keyboard.press('g');
    await desk.page.keyboard.press('q');
    for (let i = 0; i < 6; i += 1) await desk.page.keyboard.press('j');
    await desk.page.getByLabel('Body').waitFor();
    await look('queue');
  });

  it('marks, words found, filter, log, answer, menu', async () => {
    const { page } = desk;
    const closed = () => page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    for (const key of ['x', 'Shift+J', 'Shift+J']) await page.keyboard.press(key);
    await page.getByText('3 cases marked').waitFor();
    await look('marked');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('download');
    await page.locator('mark').first().waitFor();
    await look('search');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+F');
    await page.getByRole('option', { name: /^Source: IRIS/ }).waitFor();
    await look('filter');
    await page.keyboard.press('Escape');
    await closed();
    await page.keyboard.press('l');
    await page.keyboard.type('iris #records 5m download fails for John Smith');
    await page.getByText('5 minutes').waitFor();
    await look('log');
    await page.keyboard.press('Escape');
    await closed();
    await page.keyboard.press('p');
    await page.getByRole('region', { name: 'Will be copied' }).waitFor();
    await look('answer');
    await page.keyboard.press('Escape');
    await closed();
    await page.keyboard.press('t');
    await page.getByRole('combobox', { name: 'Tag' }).fill('release-42');
    await page.keyboard.press('Enter');
    await page.getByText(/tag release-42 put on/).waitFor();
    await page.keyboard.press('Shift+U');
    await page.getByRole('button', { name: /^Undo: Tagged/ }).waitFor();
    await look('undo');
    await page.keyboard.press('Escape');
    await closed();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu').waitFor();
    await look('menu');
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'hidden' });
    await page.keyboard.press('m');
    await page.getByRole('combobox', { name: 'Problem' }).waitFor();
    await look('same-problem');
    await page.keyboard.press('Escape');
    await closed();
    await page.keyboard.press('Shift+V');
    await page.getByLabel('Name of the view').fill('Mornings');
    await look('save-view');
    await page.keyboard.press('Escape');
    await closed();
    await page.keyboard.press('Shift+G');
    await page.getByRole('button', { name: /^by team/ }).waitFor();
    await look('by-team');
    await page.keyboard.press('1');
    await page.getByRole('button', { name: 'Columns' }).press('Enter');
    await page.getByRole('menuitemcheckbox', { name: 'Status' }).waitFor();
    await look('columns', page.getByRole('menu'));
    await page.keyboard.press('Escape');
    await page.getByRole('menuitemcheckbox').first().waitFor({ state: 'hidden' });
  });

  it('narrow, and at a zoom of 200 %', async () => {
    const { page } = desk;
    await page.setViewportSize({ width: 900, height: 700 });
    await look('narrow');
    await page.setViewportSize({ width: 700, height: 430 });
    await look('zoomed');
    await page.setViewportSize({ width: 1400, height: 860 });
  });

  it('choosing a team', async () => {
    await desk.page.keyboard.press('e');
    await desk.page.getByRole('combobox', { name: 'Team' }).waitFor();
    await look('team');
  });

  it('the compose pane of an escalated case', async () => {
    await desk.page.getByRole('combobox', { name: 'Team' }).fill('medical');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByText('Pipeline: Tier 3 Support').waitFor();
    await look('compose');
  });

  it('the case and its activity', async () => {
    await desk.page.keyboard.press('v');
    await desk.page.getByRole('heading', { name: 'Columns of the export' }).waitFor();
    await look('case');
    await desk.page.keyboard.press('h');
    await desk.page.getByText('You: Escalated to Medical Records').waitFor();
    await look('activity');
  });

  it('the board', async () => {
    await desk.page.keyboard.press('Control+Enter');
    await desk.page.getByText('The ticket is in the outbox.').waitFor();
    await desk.page.keyboard.press('g');
    await desk.page.keyboard.press('b');
    await desk.page.getByRole('region', { name: /With the team, 1/ }).waitFor();
    await look('board');
    await desk.page.keyboard.press('Shift+G');
    await desk.page.getByRole('region', { name: 'No team yet', exact: true }).waitFor();
    await look('lanes');
    for (let i = 0; i < 2; i += 1) await desk.page.keyboard.press('Shift+G');
  });

  it('the trends', async () => {
    await desk.page.keyboard.press('g');
    await desk.page.keyboard.press('n');
    await desk.page.getByRole('complementary', { name: /^Trend / }).waitFor();
    await look('trends');
  });

  it('the outbox', async () => {
    const sent = desk.page.waitForResponse(/sync\.now/);
    await desk.page.keyboard.press('g');
    await desk.page.keyboard.press('s');
    await sent;
    await desk.page.keyboard.press('g');
    await desk.page.keyboard.press('o');
    await desk.page.getByRole('cell', { name: /^Sent/ }).nth(1).waitFor();
    await look('outbox');
  });

  it('a ticket that is changed, here and elsewhere', async () => {
    const { page } = desk;
    const dialog = (name: string) => page.getByRole('dialog', { name });
    const send = async () => {
      const sent = page.waitForResponse(/sync\.now/);
      await page.keyboard.press('g');
      await page.keyboard.press('s');
      await sent;
    };
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.keyboard.press('2');
    await page.getByText('1 case shown').waitFor();
    await page.keyboard.press('j');
    await page.getByRole('button', { name: /^Change the ticket/ }).waitFor();
    await page.keyboard.press('d');
    const form = dialog('Change the ticket');
    await form.getByRole('combobox', { name: 'Labels' }).waitFor();
    await look('ticket');
    await form.getByLabel('Title', { exact: true }).fill('Tier 3 issue - Blue Button download fails since Monday');
    await form.getByLabel('State').selectOption('Closed');
    const [issue] = desk.practice().world.issues();
    desk.practice().world.change(issue!, { title: 'Blue Button: export times out' });
    await form.getByRole('button', { name: 'Queue the change' }).click();
    await page.getByText('Change of #1 queued.').waitFor();
    await send();
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await page.getByRole('cell', { name: 'You decide' }).waitFor();
    await look('outbox-decide');
    await page.getByRole('button', { name: 'Choose' }).click();
    await dialog('Changed on both sides')
      .getByRole('radio', { name: /^Theirs/ })
      .check();
    await look('choose');
    await dialog('Changed on both sides').getByRole('button', { name: 'Save choices' }).click();
    await dialog('Changed on both sides').waitFor({ state: 'hidden' });
  });

  it('a limit of GitHub, and words that still wait', async () => {
    const { page } = desk;
    const { github } = desk.practice();
    await fetch(github.replace('/github', '/practice/faults'), {
      method: 'POST',
      body: JSON.stringify({ method: 'PATCH', what: 429, headers: { 'retry-after': '600' } }),
    });
    const sent = page.waitForResponse(/sync\.now/);
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await sent;
    await page.getByText(/GitHub accepts no more requests until/).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page
      .getByLabel('Answer on the ticket')
      .fill('It still happens in Chrome and Edge. We tried with cleared cookies.');
    await page.getByRole('button', { name: 'Queue the answer' }).click();
    await page.getByText('Answer queued for the ticket.').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await look('outbox-limited');
    await page
      .getByRole('row', { name: /^Waiting Comment/ })
      .getByRole('button', { name: 'Change' })
      .click();
    await page.getByRole('dialog', { name: 'What will be sent' }).waitFor();
    await look('entry');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'What will be sent' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.keyboard.press('1');
  });

  it('the palette, the help and the import', async () => {
    await desk.page.keyboard.press('Control+k');
    await desk.page.getByPlaceholder('Find a command or a case').waitFor();
    await look('palette');
    await desk.page.keyboard.press('Escape');
    await desk.page.getByPlaceholder('Find a command or a case').waitFor({ state: 'hidden' });
    await desk.page.keyboard.press('?');
    await desk.page.getByRole('region', { name: 'Keys' }).waitFor();
    await look('help');
    await desk.page.keyboard.press('?');
    await desk.page.getByRole('region', { name: 'Keys' }).waitFor({ state: 'hidden' });
    await desk.page.keyboard.press('i');
    await desk.page.getByRole('dialog', { name: 'Import' }).waitFor();
    await look('import');
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('dialog', { name: 'Import' }).waitFor({ state: 'hidden' });
  });

  it('a rule for the whole desk, and the settings that show it', async () => {
    const { page } = desk;
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    // Into the text of the chosen case, once it is drawn; if nothing was found in it, on to the next one.
    const text = page.locator('#received:focus');
    await page.keyboard.press('Shift+R');
    await text.waitFor();
    while ((await text.locator('[data-start]').count()) === 0) {
      for (const key of ['Escape', 'j', 'Shift+R']) await page.keyboard.press(key);
      await text.waitFor();
    }
    await page.keyboard.press('n');
    await page.keyboard.press('Shift+X');
    await page.getByText(/^Rule made;/).waitFor();
    await page.keyboard.press('Escape');
    await openSettings(page, 'Scrubbing');
    await page.getByRole('cell', { name: 'never mask' }).waitFor();
    for (const topic of TOPICS) {
      await showTopic(page, topic);
      const name = topic.toLowerCase().replaceAll(' ', '-');
      await look(`settings-${name}`, page.locator(`#topic-${name}`));
    }
    await showTopic(page, 'Tool teams');
    await page.getByRole('button', { name: 'Open the teams' }).click();
    await page.getByRole('form', { name: 'Team Secure Messaging' }).waitFor();
    await look('teams');
    await page.keyboard.press('n');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Name: write how people call this team.').waitFor();
    await look('team-wrong');
    await page.getByRole('button', { name: /^All settings/ }).click();
    await showTopic(page, 'Clocks');
    await page.getByLabel('Act, target in business hours').fill('4');
    await page.getByText(/running clocks? would change/).waitFor();
    await page.locator('summary', { hasText: 'stops and pauses of ETA' }).click();
    await page.locator('summary', { hasText: 'Business days' }).click();
    await look('policies', page.locator('#topic-clocks'));
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await showTopic(page, 'Scrubbing');
    await page.keyboard.press('u');
    await page.getByText(/^No rules yet/).waitFor();
  });

  it('a case with a paused and a missed promise', async () => {
    const { page } = desk;
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.keyboard.press('w');
    await page.getByRole('combobox', { name: 'Time' }).fill('priority critical');
    await look('time');
    await page.keyboard.press('Enter');
    await page.locator('[data-obligation=critical-first]').waitFor();
    await page.keyboard.press('w');
    await page.getByRole('combobox', { name: 'Time' }).fill('pause: waits for tier');
    await page.keyboard.press('Enter');
    await page
      .getByText(/waits for Tier 2 since/)
      .first()
      .waitFor();
    await look('paused');
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.getByRole('dialog', { name: 'Release notice' }).waitFor();
    await look('release');
  });

  it('had no error in the window', () => {
    expect(desk.problems).toEqual([]);
  });
});
