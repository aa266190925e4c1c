// Half-typed words: they outlast another screen, a reload and the end of the desk, and are gone once they are sent.
import type { Browser, Request } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BrowserDesk, bringIn, openBrowser, openBrowserDesk } from '../support/browser.ts';
import { WEDNESDAY } from '../support/desk.ts';

const RECORD = '26-HRC-HD-18-36879460';
let browser: Browser;
let desk: BrowserDesk;
beforeAll(async () => {
  browser = await openBrowser();
  desk = await openBrowserDesk(browser, { at: WEDNESDAY, open: 'practice' });
  await bringIn(desk.page, [
    { reference: RECORD, text: 'The list of prescriptions stays blank', at: '10/28/2026 9:00 AM' },
  ]);
  await keys('g', 'q');
  await desk.page.getByRole('complementary', { name: `Case ${RECORD}` }).waitFor();
  await keys('e');
  await desk.page.getByRole('combobox', { name: 'Team' }).fill('medications');
  await keys('Enter');
  await desk.page.getByText(`${RECORD}: escalated`).waitFor();
});
afterAll(async () => {
  await desk.close();
  await browser.close();
});

async function keys(...pressed: string[]): Promise<void> {
  for (const key of pressed) await desk.page.keyboard.press(key);
}
const answer = () => desk.page.getByLabel('Answer on the ticket');
const line = () => desk.page.getByLabel('Source, #topic, time spent, then what is wrong');
async function reload(): Promise<void> {
  await desk.page.reload();
  await desk.page.getByRole('main').or(desk.page.getByRole('navigation')).first().waitFor();
}
async function release(): Promise<void> {
  await keys('Control+k');
  await desk.page.getByPlaceholder('Find a command or a case').fill('release notice');
  await desk.page
    .getByRole('button', { name: /release notice/i })
    .first()
    .click();
}
/** The one case, decided as it is. */
async function queue(): Promise<void> {
  await keys('g', 'q');
  await desk.page.getByRole('button', { name: 'All', exact: true }).click();
  await desk.page.getByRole('complementary', { name: `Case ${RECORD}` }).waitFor();
}
/** Keeps the answers to a call back. @returns when the first one is kept back, and how to let them go */
async function hold(call: string): Promise<{ readonly isHeld: Promise<void>; readonly letGo: () => void }> {
  const held = Promise.withResolvers<void>();
  const { promise, resolve } = Promise.withResolvers<void>();
  await desk.page.route(`**/api/call/${call}`, async (route) => {
    held.resolve();
    await promise;
    await route.continue().catch(() => {}); // the page that asked may be gone
  });
  return { isHeld: held.promise, letGo: resolve };
}
/** As somebody types: a reload follows right after the last letter. */
const type = (words: string) => desk.page.keyboard.type(words);

it('of the ticket, typed right before a reload', async () => {
  await desk.page.getByLabel('Body').click();
  await keys('Control+End');
  const saved = desk.page.waitForResponse(/tickets\.edit/);
  await type(' Seen');
  await saved;
  // What is on its way goes with the page.
  await desk.page.route('**/api/call/tickets.edit', () => {}, { times: 1 });
  const sent = desk.page.waitForRequest(/tickets\.edit/);
  await type(' on two');
  await sent;
  await type(' phones.');
  await reload();
  await queue();
  await expect.poll(() => desk.page.getByLabel('Body').inputValue()).toMatch(/Seen on two phones\.$/);
  await keys('Control+Enter');
  await desk.page.getByText('The ticket is in the outbox.').waitFor();
});

it('of an answer: after another screen, after a reload; discarded, and brought back', async () => {
  await answer().click();
  await type('Chrome 141 on');
  await desk.page.getByRole('heading', { name: 'The list of prescriptions' }).first().click();
  await keys('g', 'd');
  await desk.page.getByRole('heading', { name: 'My day' }).waitFor();
  await queue();
  await expect.poll(() => answer().inputValue()).toBe('Chrome 141 on');
  await desk.page.getByText('As you left it; not sent.').waitFor();
  await answer().click();
  await keys('Control+End');
  await type(' Windows 11');
  await reload();
  await queue();
  await expect.poll(() => answer().inputValue()).toBe('Chrome 141 on Windows 11');
  await desk.page.getByText('As you left it; not sent.').waitFor();
  await desk.page.getByRole('button', { name: 'Discard' }).click();
  await expect.poll(() => answer().inputValue()).toBe('');
  await desk.page.getByText('Discarded.').locator('..').getByRole('button', { name: 'Undo' }).waitFor();
  await keys('u');
  await expect.poll(() => answer().inputValue()).toBe('Chrome 141 on Windows 11');
});

it('while the desk does not answer: everything stays, letters are no commands, and it goes on at the new address', async () => {
  await answer().click();
  await keys('Control+End');
  await desk.stop();
  await type(', since Monday');
  await desk.page.getByRole('alert').getByText('The desk is not responding').waitFor();
  await desk.page.getByText('The desk is not responding. What is shown may have changed.').waitFor();
  expect(await desk.page.getByText('Online.').count()).toBe(0);
  expect(await answer().inputValue()).toBe('Chrome 141 on Windows 11, since Monday');
  await desk.page.getByRole('heading', { name: 'The list of prescriptions' }).first().click();
  await keys('A', 'l');
  expect(await desk.page.getByRole('dialog').count()).toBe(0);

  const address = await desk.startBehind();
  await desk.page.getByRole('alert').getByText('This window is not signed in to the desk').waitFor();
  const kept = desk.page.waitForResponse((answer) => /typed\.keep/.test(answer.url()) && answer.ok());
  // It asks again and again whether the desk answers; what it hears now was so before it signs in.
  const look = await hold('desk.state');
  await look.isHeld;
  const signedIn = desk.page.waitForResponse(/api\/session/);
  await desk.page.goto(address); // only what is behind the # changes: the page stays
  await signedIn;
  look.letGo();
  await desk.page.getByRole('alert').getByText('signed in').waitFor({ state: 'hidden' });
  await desk.page.getByText('Outbox empty.').or(desk.page.getByText('waiting in the outbox')).waitFor();
  await kept;
  expect(await answer().inputValue()).toBe('Chrome 141 on Windows 11, since Monday');
  await reload();
  await queue();
  await expect.poll(() => answer().inputValue()).toBe('Chrome 141 on Windows 11, since Monday');
});

it('are gone once they are sent', async () => {
  await desk.page.getByRole('button', { name: 'Queue the answer' }).click();
  await desk.page.getByText('Answer queued for the ticket.').waitFor();
  await expect.poll(() => answer().inputValue()).toBe('');
  const isOfAnswer = (asked: Request) => /typed\.get/.test(asked.url()) && asked.postDataJSON()?.form === 'answer';
  await keys('g', 'd');
  await desk.page.getByRole('heading', { name: 'My day' }).waitFor();
  await reload();
  const read = desk.page.waitForResponse((one) => isOfAnswer(one.request()));
  await queue();
  expect(await (await read).json()).toMatchObject({ value: { words: null } });
  await expect.poll(() => answer().inputValue()).toBe('');
});

it('of an answer, typed before the desk has said what it keeps of it, right before a reload', async () => {
  const read = await hold('typed.get');
  await reload();
  await queue();
  await answer().click();
  await type('We look into it.');
  await reload();
  read.letGo();
  await queue();
  await expect.poll(() => answer().inputValue()).toBe('We look into it.');
});

it('of the next note, begun while the one before is being saved by keys that are held down', async () => {
  const note = desk.page.locator('#internal-note');
  const save = await hold('notes.add');
  await keys('Shift+N');
  await type('Called back.');
  await desk.page.keyboard.down('Control');
  await desk.page.keyboard.down('Enter');
  await desk.page.keyboard.down('Enter'); // would queue the ticket of the case that gets the focus back
  await desk.page.keyboard.up('Enter');
  await desk.page.keyboard.up('Control');
  await keys('Shift+N');
  await type('No answer yet');
  save.letGo();
  await expect.poll(() => note.inputValue()).toBe('No answer yet');
  expect(await desk.page.getByText('This case already has a ticket.').count()).toBe(0);
  await reload();
  await queue();
  await expect.poll(() => note.inputValue()).toBe('No answer yet');
  expect(await desk.page.locator('.note-text').allInnerTexts()).toEqual(['Called back.']);
});

it('of the quick log and of a release notice: after Escape and after a reload', async () => {
  await keys('l');
  await line().waitFor();
  await type('iris #records download fails');
  await keys('Escape', 'l');
  await expect.poll(() => line().inputValue()).toBe('iris #records download fails');
  const chosenWords = () => desk.page.evaluate<string>('String(getSelection())');
  await expect.poll(chosenWords).toBe('iris #records download fails'); // what the next caller says replaces it
  await reload();
  await keys('l');
  await expect.poll(() => line().inputValue()).toBe('iris #records download fails');
  await desk.page.getByRole('button', { name: 'Log the case' }).click();
  await desk.page.getByText(/^log-.* logged/).waitFor();
  await desk.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await keys('l');
  await line().waitFor();
  expect(await line().inputValue()).toBe('');
  await keys('Escape');

  await release();
  await desk.page.getByLabel('It goes out').check();
  await desk.page.getByLabel('What is released').fill('New refill page');
  await keys('Escape');
  await reload();
  await release();
  await expect.poll(() => desk.page.getByLabel('What is released').inputValue()).toBe('New refill page');
  await expect.poll(() => desk.page.getByLabel('It goes out').isChecked()).toBe(true);
  expect(desk.problems.filter((problem) => !/Failed to load resource/.test(problem))).toEqual([]);
});

it('of a ticket in two windows: what stands and what came too late are both shown, and one chooses', async () => {
  const reference = '26-HRC-HD-18-36879461';
  await reload();
  await bringIn(desk.page, [{ reference, text: 'Refill button is gone', at: '10/28/2026 9:00 AM' }]);
  await keys('g', 'q');
  await desk.page.getByText(reference.slice(-8)).first().click();
  await desk.page.getByRole('complementary', { name: `Case ${reference}` }).waitFor();
  await keys('e');
  await desk.page.getByRole('combobox', { name: 'Team' }).fill('medications');
  await keys('Enter');
  await desk.page.getByText(`${reference}: escalated`).waitFor();
  const body = (page = desk.page) => page.getByLabel('Body');
  await body().waitFor();

  const other = await desk.page.context().newPage();
  const bearer = await desk.page.evaluate(() => sessionStorage.getItem('tier3-desk-bearer'));
  await other.addInitScript((held) => sessionStorage.setItem('tier3-desk-bearer', held ?? ''), bearer);
  await other.clock.setFixedTime(WEDNESDAY);
  await other.goto(desk.page.url());
  await other.getByRole('navigation').first().waitFor();
  await other.keyboard.press('g');
  await other.keyboard.press('q');
  await other.getByRole('button', { name: 'All', exact: true }).click();
  await other.getByText(reference.slice(-8)).first().click();
  await body(other).waitFor();

  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await desk.page.route('**/api/call/tickets.edit', async (route) => {
    await held;
    await route.continue();
  });
  await body().fill('From this window.');
  const saved = other.waitForResponse(/tickets\.edit/);
  await body(other).fill('From the other window.');
  await saved;
  await other.close();
  letGo();
  const mine = desk.page.getByRole('alert', { name: 'What you typed' });
  await mine.getByText('From this window.').waitFor();
  await expect.poll(() => body().inputValue()).toBe('From the other window.');
  if (process.env.SCREENSHOTS !== undefined)
    await desk.page.screenshot({ path: `${process.env.SCREENSHOTS}/two-windows.png` });
  await mine.getByRole('button', { name: 'Use mine instead' }).click();
  await expect.poll(() => body().inputValue()).toBe('From this window.');
  await mine.waitFor({ state: 'detached' });
  await desk.page.getByText('Your text is now the draft.').locator('..').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => body().inputValue()).toBe('From the other window.');

  // A key pressed right after the last letter queues all that was typed.
  await desk.page.unroute('**/api/call/tickets.edit');
  await body().click();
  await keys('Control+End');
  await type(' And a last word.');
  await keys('Control+Enter');
  await desk.page.getByText('The ticket is in the outbox.').or(desk.page.getByText('ticket queued')).first().waitFor();
  await expect.poll(() => body().inputValue()).toBe('From the other window. And a last word.');
});
