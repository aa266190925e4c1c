// The triage room by keyboard alone: ten cases from the first look to the last decision, marks, filters, views, undo, the
// quick log, a template; and what a screen reader is told on the way, read off the accessibility tree.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserDesk, bringIn, openBrowser, openBrowserDesk, openSettings } from '../support/browser.ts';
import { WEDNESDAY } from '../support/desk.ts';

const TEXTS = [
  'Blue Button download fails with an error',
  'Cannot download medical records as PDF',
  'Secure message cannot be sent to the care team',
  'Lab results are missing since the update',
  'Prescription refill shows an error',
  'Images of the x-ray do not open',
  'Appointment list is empty in VAOS',
  'Sign in with ID.me loops back',
  'Travel pay claim is stuck',
  'Page is blank after signing in',
];

let browser: Browser;
let desk: BrowserDesk;
beforeAll(async () => {
  browser = await openBrowser();
  desk = await openBrowserDesk(browser, { at: WEDNESDAY, open: 'practice' });
  await bringIn(
    desk.page,
    TEXTS.map((text, at) => ({ reference: `26-HRC-HD-18-3687940${at}`, text, at: `10/28/2026 9:${10 + at} AM` })),
  );
  await desk.page.getByText('10 cases shown').waitFor();
});
afterAll(async () => {
  await desk.close();
  await browser.close();
});

async function keys(...pressed: string[]): Promise<void> {
  for (const key of pressed) await desk.page.keyboard.press(key);
}

const shown = (words: string) => desk.page.getByText(words).first().waitFor();
const chosen = () => desk.page.getByRole('complementary', { name: /^Case / }).getAttribute('aria-label');
const list = () => desk.page.getByRole('listbox', { name: /^Cases/ });
/** The chosen case, once it is drawn beside its row. */
async function settled(): Promise<string | null> {
  const row = list().locator('.row[data-chosen=true] .ref');
  const isDrawn = async () =>
    (await row.getAttribute('title'))?.endsWith((await chosen())?.slice('Case '.length) ?? '?');
  await expect.poll(isDrawn).toBe(true);
  return chosen();
}

describe('ten cases without a pointer', () => {
  it('takes back nothing older by the undo of what was refused, and no import unasked', async () => {
    await keys('g', 'q', 'Escape');
    await list().waitFor();
    await keys('Control+Enter');
    await desk.page
      .getByRole('alert')
      .filter({ hasText: /escalate|team/i })
      .waitFor();
    await keys('u');
    const undo = desk.page.getByRole('dialog', { name: 'What can be undone' });
    await undo.getByText('What you tried last was refused').waitFor();
    await keys('Escape');
    await undo.waitFor({ state: 'hidden' });
    await keys('u');
    await undo.getByText('The last act was an import of 10 cases. Press Enter to take it back.').waitFor();
    await expect.poll(() => desk.page.locator(':focus').getAttribute('aria-label')).toMatch(/^Undo: Imported/);
    await keys('Escape');
    await shown('10 cases shown');
  });

  it('goes to the queue and decides three one by one', async () => {
    await keys('g', 'q', 'Escape');
    await list().waitFor();
    await keys('e');
    const team = desk.page.getByRole('combobox', { name: 'Team' });
    await team.waitFor();
    // Enter in an input method chooses a word, and no team yet.
    const method = await desk.page.context().newCDPSession(desk.page);
    const compose = (text: string) =>
      method.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await compose('identity');
    await keys('Enter');
    await expect.poll(() => team.inputValue()).toBe('identity');
    await compose('');
    await expect.poll(() => team.inputValue()).toBe('');
    await keys('Enter'); // the suggested team stands first
    await shown('26-HRC-HD-18-36879400: escalated');
    await keys('Control+Enter'); // the case stays in hand for its ticket
    await shown('26-HRC-HD-18-36879400: ticket queued.');
    await keys('j', 'r');
    await shown('reassigned to its call center');
    await keys('o');
    await shown('marked out of scope');
    await shown('7 cases shown');
  });

  it('repeats the last act, and takes both back', async () => {
    await keys('.');
    await shown('6 cases shown');
    await keys('u', 'u');
    await shown('8 cases shown');
    await desk.page.getByRole('complementary', { name: 'Case 26-HRC-HD-18-36879402' }).waitFor();
  });

  it('answers from a template: the words on the clipboard, the case responded', async () => {
    await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await keys('p');
    await desk.page.getByRole('combobox', { name: 'Template' }).fill('clear the browser');
    await desk.page
      .getByRole('region', { name: 'Will be copied' })
      .getByText(/clear the cookies/)
      .waitFor();
    await keys('Enter');
    await shown('the answer is on the clipboard');
    const words = await desk.page.evaluate<string>('navigator.clipboard.readText()');
    expect(words).toMatch(/^Case 26-HRC-HD-18-\d{8}: please ask the Veteran to sign out, clear the cookies/);
    await shown('7 cases shown');
  });

  it('marks three, tags them, and finds them by the tag', async () => {
    await keys('Escape', 'x', 'Shift+J', 'Shift+J');
    await shown('3 cases marked');
    await keys('t');
    await desk.page.getByRole('combobox', { name: 'Tag' }).fill('october');
    await keys('Enter');
    await shown('3 cases: tag october put on.');
    await keys('Escape', '/');
    await desk.page.keyboard.type('octo');
    await shown('3 cases shown');
    expect(await list().locator('mark').count()).toBe(0); // a tag is not part of the words
    await keys('Enter', '1');
  });

  it('clears the marks by Escape wherever the focus is, but not by the one that closes a dialog', async () => {
    const { page } = desk;
    const marked = page.getByText('1 case marked');
    await keys('x');
    await marked.waitFor();
    await keys('t');
    await page.getByRole('combobox', { name: 'Tag' }).waitFor();
    await keys('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await marked.isVisible()).toBe(true);
    await page.evaluate('document.activeElement.blur()');
    await keys('Escape');
    await marked.waitFor({ state: 'hidden' });
  });

  it('filters by a field with counts, and keeps that as a view', async () => {
    await keys('Shift+F');
    await desk.page.getByRole('combobox', { name: 'Filter' }).fill('tag: october');
    await desk.page.getByRole('option', { name: /Tag: october.*3/ }).waitFor();
    await keys('Enter');
    await shown('Filter; 3 cases shown');
    await keys('Escape', 'Shift+V');
    await desk.page.getByLabel('Name of the view').fill('October');
    await keys('Enter');
    await shown('View October saved.');
    await desk.page.getByRole('button', { name: 'October', pressed: true }).waitFor();
  });

  it('decides all of the view at once, and takes that back as one', async () => {
    await list().focus();
    await keys('Control+a');
    await shown('3 cases marked');
    await keys('r');
    await shown('3 cases: reassigned to its call center.');
    await shown('0 cases shown');
    await keys('Shift+U');
    await desk.page
      .getByRole('button', { name: /^Undo: Reassigned/ })
      .first()
      .press('Enter');
    await shown('Undone: Reassigned to the call center it came from (3 cases)');
    await shown('3 cases marked'); // as before the act
    await keys('Escape');
    await shown('3 cases shown');
    await keys('1');
  });

  it('logs a case in one line, scrubbed, with source, topic and time', async () => {
    await shown('7 cases shown'); // the list gone back to, and not the one before
    const before = await settled();
    await keys('l');
    await desk.page.keyboard.type('iris #records 5m download fails for John Smith 555-12-9876');
    await desk.page.getByText(/download fails for \[NAME 1\]/).waitFor();
    await shown('5 minutes');
    await keys('Enter');
    await shown('log-2026-10-28-1 logged.');
    await expect.poll(chosen).toBe('Case log-2026-10-28-1');
    await keys('u');
    await shown('Undone: Logged by hand');
    await expect.poll(chosen).toBe(before); // the case that was open before, in its list
    await shown('7 cases shown');
    await keys('l');
    await desk.page.getByText(/download fails for \[NAME 1\]/).waitFor();
    await keys('Enter'); // the line as it was typed
    await shown('log-2026-10-28-1 logged.');
    await keys('1');
    await shown('8 cases shown');
  });

  it('takes the rest to their end', async () => {
    await keys('Escape', 'Control+a');
    await shown('8 cases marked');
    await keys('o');
    await shown('8 cases: marked out of scope.');
    await shown('0 cases shown');
    await desk.page.getByText('Nothing here').waitFor();
    expect(desk.problems).toEqual([]);
  });

  it('stays with a case on which a decision changes nothing, and says so', async () => {
    await keys('3', 'Escape');
    await shown('11 cases shown');
    await list().getByRole('option').filter({ hasText: 'Out of scope' }).first().click();
    const before = await settled();
    await keys('o');
    await shown(': already marked out of scope.');
    await expect.poll(chosen).toBe(before);
  });
});

describe('what a screen reader is told', () => {
  it('names screens, list, rows and the chosen case, and moves with the keys', async () => {
    await keys('3', 'Escape');
    await shown('11 cases shown');
    const rail = await desk.page.getByRole('navigation', { name: 'Screens' }).ariaSnapshot();
    for (const screen of ['My day', 'Queue', 'Board', 'Outbox', 'Settings'])
      expect(rail).toContain(`button "${screen}`);
    const rows = list().getByRole('option');
    await expect.poll(() => rows.count()).toBe(11);
    const active = () => list().getAttribute('aria-activedescendant');
    const selected = () => list().getByRole('option', { selected: true }).first().getAttribute('id');
    // The list was already this one, with another of its cases chosen.
    await expect
      .poll(() => list().getByRole('option', { selected: true }).first().getAttribute('aria-posinset'))
      .toBe('1');
    await expect.poll(async () => (await selected()) === (await active())).toBe(true);
    await settled();
    const first = await active();
    await keys('j');
    await expect.poll(active).not.toBe(first);
    await settled();
    await expect.poll(async () => (await selected()) === (await active())).toBe(true);
    const pane = () => desk.page.getByRole('complementary', { name: /^Case / }).ariaSnapshot();
    await expect.poll(pane).toMatch(/heading ".+" \[level=2\]/);
    await expect.poll(pane).toContain('tab "Compose" [selected]');
    await expect.poll(pane).toContain('region "Obligations"');
  });

  it('keeps the focus somewhere that can be named, through dialogs and back', async () => {
    const focused = () => desk.page.evaluate<string>('document.activeElement?.id ?? ""');
    await list().focus();
    await keys('e');
    await desk.page.getByRole('dialog', { name: 'Escalate to a team' }).waitFor();
    await keys('Escape');
    await desk.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect.poll(focused).toBe('cases');
    await keys('Enter');
    await expect.poll(focused).toBe('case');
    await keys('Escape');
    await expect.poll(focused).toBe('cases');
  });

  it('lands on the list of each screen that is gone to, and not on the page', async () => {
    const focused = () => desk.page.evaluate<string>('document.activeElement?.id ?? ""');
    const screens = { d: 'day', a: 'replies', i: 'tickets', b: 'board', n: 'trends', p: 'reports', o: 'outbox' };
    for (const [key, screen] of Object.entries({ ...screens, ',': 'settings', q: 'queue' })) {
      await keys('g', key);
      await expect.poll(() => new URL(desk.page.url()).hash).toMatch(new RegExp(`^#${screen}`));
      await expect.poll(focused, { message: `g ${key}` }).toBe('cases');
    }
    await keys('?');
    await desk.page.getByRole('heading', { name: 'Help', level: 1 }).waitFor();
    await expect.poll(focused).toBe('cases');
    await keys('?');
    await list().waitFor();
  });

  it('tells of the countdown in words, and only the status bar is a live region', async () => {
    const live = await desk.page.locator('[aria-live]:not([aria-live=off]), [role=status], [role=alert]').all();
    const texts = await Promise.all(live.map((one) => one.innerText()));
    expect(texts.join(' ')).not.toMatch(/\d+ h \d+ m/);
    expect(await list().getByRole('option').first().innerText()).toMatch(/met|left/);
  });

  it('gives a command another key, and the old one is free', async () => {
    await openSettings(desk.page, 'Keyboard');
    const change = desk.page.getByRole('button', { name: 'Change the key of Reassign to its call center' });
    await change.press('Enter');
    await keys('q');
    await shown('Keys changed.');
    await desk.page.getByRole('heading', { name: 'Settings' }).click();
    await keys('?');
    await desk.page.getByRole('region', { name: 'Keys' }).getByText('Reassign to its call center').waitFor();
    await expect
      .poll(() =>
        desk.page
          .getByRole('region', { name: 'Keys' })
          .locator('div', { hasText: /^Reassign to its call center/ })
          .first()
          .innerText(),
      )
      .toMatch(/q/);
    await keys('Escape');
    expect(desk.problems).toEqual([]);
  });

  it('lands on the list of its screen after a reload, and not on the page', async () => {
    await keys('g', 'd');
    await desk.page.getByRole('heading', { name: 'My day', level: 1 }).waitFor();
    await desk.page.reload();
    await expect.poll(() => desk.page.evaluate<string>('document.activeElement?.id ?? ""')).toBe('cases');
  });
});
