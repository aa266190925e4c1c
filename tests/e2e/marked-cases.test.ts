// What is pressed right after an act, before the desk has answered it, means what is on the screen: the case selected
// then, and the act done last.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BrowserDesk, bringIn, openBrowser, openBrowserDesk } from '../support/browser.ts';
import { WEDNESDAY } from '../support/desk.ts';

const SLOW_MS = 600;
const TEXTS = [
  'The list of prescriptions stays blank',
  'Travel pay claim is stuck',
  'Lab results are missing since the update',
  'Images of the x-ray do not open',
  'Cannot send a secure message to the care team',
];

let browser: Browser;
let desk: BrowserDesk;
beforeAll(async () => {
  browser = await openBrowser();
  desk = await openBrowserDesk(browser, { at: WEDNESDAY, open: 'practice' });
  await bringIn(
    desk.page,
    TEXTS.map((text, at) => ({ reference: `26-HRC-HD-18-3687300${at}`, text, at: `10/28/2026 8:1${at} AM` })),
  );
});
afterAll(async () => {
  await desk.close();
  await browser.close();
});

const press = async (...keys: string[]) => {
  for (const key of keys) await desk.page.keyboard.press(key);
};
const seen = (words: string | RegExp) => desk.page.getByText(words).first().waitFor();
const rows = () => desk.page.getByRole('listbox', { name: /^Cases/ }).getByRole('option');
const references = () => rows().locator('.ref').allInnerTexts();

/** Answers to a call come late until the end of a test. */
async function whileSlow(call: string, act: () => Promise<void>): Promise<void> {
  const address = `**/api/call/${call}`;
  await desk.page.route(address, async (route) => {
    await new Promise((resume) => setTimeout(resume, SLOW_MS));
    await route.continue();
  });
  await act();
  await desk.page.unrouteAll({ behavior: 'wait' });
}

it('takes the marks off with the act on them: the next key means the selected case', async () => {
  await press('g', 'q', '1');
  await seen('5 cases shown');
  await press('x', 'j', 'x');
  await seen('2 cases marked');
  await whileSlow('triage.act', async () => {
    await press('o', 'j', 'r');
    await seen(/3687300[234]: reassigned to its call center/);
  });
  await seen('2 cases shown');
});

it('takes back the act done last, while what the one before says is still being read', async () => {
  const [first, second] = await references();
  await press('k');
  await desk.page.getByRole('complementary', { name: `${first}` }).waitFor();
  await whileSlow('cases.get', async () => {
    await press('o', 'o', 'u');
    await seen('Undone: ');
  });
  await expect.poll(references).toEqual([second]);
  expect(second).not.toBe(first);
  expect(desk.problems).toEqual([]);
});

it('puts the marks on again where the act was refused', async () => {
  await press('3');
  await seen('5 cases shown');
  await press('Control+a');
  await seen('5 cases marked');
  await press('Control+Enter');
  await desk.page.getByRole('alert').first().waitFor();
  await seen('5 cases marked');
});
