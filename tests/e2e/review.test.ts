// The privacy review by keyboard alone: questions answered with one key from the list and beside the text, words marked with a
// caret, and what follows from each.
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { type BrowserDesk, bringIn, openBrowser, openBrowserDesk, showIn } from '../support/browser.ts';
import { WEDNESDAY } from '../support/desk.ts';
import { askedAbout, textsWithQuestions } from '../support/questions.ts';

const [ASKED, ALSO_ASKED] = textsWithQuestions(3, 2) as [string, string];
const CLEAR = 'Blue Button download fails with an error';
const MISSED = 'The kiosk shows an error. That kiosk was moved; the Kiosk page is blank.';
const ALSO_MISSED = 'Download fails at every kiosk since the update';
const LONG = 'The download fails with an error and the page is blank.\n'.repeat(150);
const [FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH] = Array.from(
  { length: 6 },
  (_, at) => `26-HRC-HD-18-3687940${at}`,
) as [string, string, string, string, string, string];

let browser: Browser;
let desk: BrowserDesk;
beforeAll(async () => {
  browser = await openBrowser();
  desk = await openBrowserDesk(browser, { at: WEDNESDAY, open: 'practice' });
  await bringIn(desk.page, [
    { reference: FIRST, text: ASKED, at: '10/28/2026 9:10 AM' },
    { reference: SECOND, text: CLEAR, at: '10/28/2026 9:11 AM' },
    { reference: THIRD, text: ALSO_ASKED, at: '10/28/2026 9:12 AM' },
    { reference: FOURTH, text: MISSED, at: '10/28/2026 9:13 AM' },
    { reference: FIFTH, text: ALSO_MISSED, at: '10/28/2026 9:14 AM' },
    { reference: SIXTH, text: LONG, at: '10/28/2026 9:15 AM' },
  ]);
  await desk.page.getByText('6 cases shown').waitFor();
  await keys('g', 'q', 'Escape');
  await list().waitFor();
});
afterAll(async () => {
  await desk.close();
  await browser.close();
});

async function keys(...pressed: string[]): Promise<void> {
  for (const key of pressed) await desk.page.keyboard.press(key);
}

async function look(name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder !== undefined) await desk.page.screenshot({ path: join(folder, `${name}.png`) });
}

const list = () => desk.page.getByRole('listbox', { name: /^Cases/ });
const row = (reference: string) => list().getByRole('option', { name: new RegExp(reference.slice(-8)) });
const bar = () => desk.page.getByRole('region', { name: 'Questions of the scrubber' });
const pane = (reference: string) => desk.page.getByRole('complementary', { name: `Case ${reference}` });
const body = () => desk.page.getByLabel('Body').inputValue();
const focused = () => desk.page.evaluate<string>('document.activeElement?.id ?? ""');

describe('the questions of the scrubber', () => {
  const questions = askedAbout(ASKED);

  it('are counted in the row and come first on the case', async () => {
    expect(questions.length).toBeGreaterThan(2);
    await row(FIRST).getByText(`${questions.length} left`).waitFor();
    expect(await row(SECOND).getByText(/left$/).count()).toBeLessThan(2); // the time left alone
    await pane(FIRST).waitFor();
    await bar().getByText(`${questions.length} left`).waitFor();
    await expect.poll(() => bar().locator('b').innerText()).toBe(questions[0]);
    await look('review-question');
  });

  it('are answered with one key each from the list, which keeps the focus', async () => {
    expect(await body()).not.toContain(questions[1]);
    await keys('[');
    await expect.poll(() => bar().locator('b').innerText()).toBe(questions[1]);
    await keys(']');
    await expect.poll(() => bar().locator('b').innerText()).toBe(questions[2]);
    await expect.poll(body).toContain(questions[1]);
    expect(await body()).not.toContain(questions[0]);
    await expect.poll(focused).toBe('cases');
    await row(FIRST)
      .getByText(`${questions.length - 2} left`)
      .waitFor();
  });

  it('are asked again after undo', async () => {
    await keys('u');
    await expect.poll(() => bar().locator('b').innerText()).toBe(questions[1]);
    await expect.poll(body).not.toContain(questions[1]);
    await keys('u');
    await expect.poll(() => bar().locator('b').innerText()).toBe(questions[0]);
  });

  it('end, whatever the speed of the keys and of the desk, each by a key of its own, and leave nothing on the row', async () => {
    const { page } = desk;
    const asked: number[] = [];
    const { promise, resolve: answer } = Promise.withResolvers<void>();
    await page.route('**/api/call/findings.decide', async (route) => {
      if (asked.push(route.request().postDataJSON().start) > 1) await promise;
      await route.continue();
    });
    const readAgain = page.waitForResponse(/cases\.get/);
    await keys('[', '[');
    // The case as it was between the two answers: the second is not asked again.
    await (await readAgain).finished();
    await row(FIRST)
      .getByText(`${questions.length - 1} left`)
      .waitFor();
    expect(await bar().locator('b').innerText()).toBe(questions[2]);
    await keys(...questions.slice(2).map(() => '['));
    answer();
    await bar().getByText('Every question is answered.').waitFor();
    await expect.poll(() => asked.length).toBe(questions.length);
    expect(new Set(asked).size).toBe(questions.length);
    await expect.poll(() => row(FIRST).locator('.asked').count()).toBe(0);
    for (const words of questions) await expect.poll(body).not.toContain(words);
    await expect.poll(focused).toBe('cases');
  });

  it('lead on to the next case that has one, and follow each other beside the text', async () => {
    await keys('n');
    await pane(THIRD).waitFor();
    const [first, second] = askedAbout(ALSO_ASKED);
    await desk.page.locator('#received').focus();
    const inFocus = () => desk.page.evaluate<string>('document.activeElement.firstChild?.textContent ?? ""');
    for (let words = await inFocus(); words !== first; words = await inFocus()) {
      await keys('n');
      await expect.poll(inFocus).not.toBe(words);
    }
    await keys(']');
    await expect.poll(inFocus).toBe(second);
    await expect.poll(body).toContain(first);
    await keys('[');
    await bar().getByText('Every question is answered.').waitFor();
    await expect.poll(focused).toBe('received');
    await keys('Escape', 'n');
    await desk.page.getByText('No case of this list has a question.').waitFor();
  });
});

describe('words the scrubber missed', () => {
  const selected = () => desk.page.evaluate<string>('window.getSelection().toString()');
  const open = async (reference: string) => {
    await keys('Escape', '/', 'Control+a');
    await desk.page.keyboard.type(reference.slice(-8));
    await desk.page.getByText('1 case shown').waitFor();
    await keys('Enter');
    await pane(reference).waitFor();
  };

  it('are reached word by word and line by line, and marked with a kind, everywhere in the case', async () => {
    await open(FOURTH);
    await desk.page.locator('#received').focus();
    await keys('ArrowRight', 'ArrowRight');
    await expect.poll(selected).toBe('kiosk');
    await keys('Shift+ArrowRight');
    await expect.poll(selected).toBe('kiosk shows');
    await keys('ArrowDown');
    await expect.poll(selected).not.toContain('kiosk shows');
    await keys('Home', 'ArrowRight', 'm');
    await desk.page.getByRole('group', { name: 'Which kind is kiosk' }).waitFor();
    await look('review-kind');
    await keys('u');
    await expect
      .poll(body)
      .toContain('The [USERNAME 1] shows an error. That [USERNAME 1] was moved; the [USERNAME 1] page');
    await expect.poll(focused).toBe('received');
  });

  it('are offered to be masked in every case, with one key, and that is undone by one', async () => {
    await desk.page.getByText('Masked in this case. It stands in 1 other case too.').waitFor();
    await look('review-offer');
    await keys('Escape', 'Shift+M');
    await desk.page.getByText('Rule made;').waitFor();
    await open(FIFTH);
    await expect.poll(body).toContain('at every [USERNAME 1] since');
    await keys('Escape', 'u');
    await expect.poll(body).toContain('at every kiosk since');
  });

  it('stay in hand when they were searched for', async () => {
    await keys('/', 'Control+a');
    await desk.page.keyboard.type('every kiosk');
    await desk.page.getByText('1 case shown').waitFor();
    await desk.page.locator('#received').focus();
    await keys('ArrowRight', 'End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'm', 'o');
    await desk.page.getByText('0 cases shown').waitFor();
    await expect.poll(body).toContain('at every [OTHER 1] since');
    await pane(FIFTH).waitFor();
  });

  it('are looked for in the whole of a long text, which is folded first', async () => {
    await open(SIXTH);
    const received = desk.page.locator('#received');
    expect((await received.innerText()).length).toBeLessThan(LONG.length / 2);
    await look('review-folded');
    await desk.page.getByRole('button', { name: /^Show all .* characters/ }).press('Enter');
    await expect.poll(async () => (await received.innerText()).length).toBeGreaterThan(LONG.length - 10);
  });
});

describe('composing the ticket', () => {
  const title = () => desk.page.getByLabel('Title');
  const kind = () => desk.page.getByRole('combobox', { name: 'Kind of ticket' });

  it('takes the form of another kind, with a severity, and one undo each brings back what was', async () => {
    await keys('Escape', '1');
    await desk.page.getByText(/cases shown/).waitFor();
    await keys('e');
    await desk.page.getByRole('combobox', { name: 'Team' }).fill('medical rec');
    await keys('Enter');
    await desk.page
      .getByRole('region', { name: 'Goes into the ticket' })
      .getByText('PRODUCT-mhv-medical-records')
      .waitFor();
    await title().fill('Typed before the kind was chosen');
    await kind().click();
    await desk.page.getByRole('option', { name: 'ServiceNow' }).click();
    await desk.page.getByText('The typed text is kept with the case.').waitFor();
    await expect.poll(body).toContain('## Definition of Done');
    await desk.page.getByRole('combobox', { name: 'Severity' }).click();
    await desk.page.getByRole('option', { name: 'High' }).click();
    await desk.page.getByText('Severity set.').waitFor();
    await expect.poll(body).toContain('- [x] High - Customer work stoppage');
    await keys('Escape', 'u');
    await expect.poll(body).not.toContain('- [x] High');
    await keys('u');
    await expect.poll(() => title().inputValue()).toBe('Typed before the kind was chosen');
    await desk.page.getByRole('region', { name: 'Kept words' }).waitFor({ state: 'detached' }); // they are the draft again
  });

  it('shows the ticket as it will read, with one key, and the whole of its title', async () => {
    const long = 'A title that is so long that no field of one line could show it in whole at any width of the window';
    await title().fill(long);
    await keys('Escape', 'Shift+P');
    const preview = desk.page.getByRole('region', { name: 'Preview of the body' });
    await preview.getByRole('heading', { name: 'Acceptance Criteria' }).waitFor();
    await expect.poll(() => preview.getByRole('checkbox').count()).toBe(3);
    await preview.getByRole('link', { name: 'Guidance' }).waitFor();
    const hidden = () =>
      desk.page.evaluate<number>(
        `(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('.ticket .title'))`,
      );
    await expect.poll(hidden).toBeLessThanOrEqual(1);
  });

  it('has internal notes, with a key of their own, which queue nothing', async () => {
    await keys('Escape', 'Shift+N');
    await expect.poll(focused).toBe('internal-note');
    await desk.page.keyboard.type('Tamsin called back, SSN 555-12-9876');
    await keys('Control+Enter');
    const notes = desk.page.getByRole('region', { name: 'Internal notes' });
    await desk.page.getByText('Noted. It stays on this desk.').waitFor();
    await notes.getByText('SSN 555-12-9876').waitFor();
    await look('case-notes');
    expect(await desk.page.getByRole('textbox', { name: 'Title' }).isEditable()).toBe(true); // no ticket was queued
    await keys('u'); // the focus is where it was before the note
    await notes.getByText('SSN 555-12-9876').waitFor({ state: 'detached' });
  });

  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['contrast', 900],
    ['dark', 900],
  ] as const)('is readable and reachable: %s at %i px', async (theme, width) => {
    await showIn(desk.page, theme);
    await desk.page.setViewportSize({ width, height: 860 });
    await look(`compose-preview-${theme}-${width}`);
    expect(await violations(desk.page)).toEqual([]);
    await keys('Shift+P');
    await desk.page.getByRole('textbox', { name: 'Body' }).waitFor();
    await look(`compose-${theme}-${width}`);
    expect(await violations(desk.page)).toEqual([]);
    await keys('Shift+P');
  });
});

it('had no error in the window', () => {
  expect(desk.problems).toEqual([]);
});
