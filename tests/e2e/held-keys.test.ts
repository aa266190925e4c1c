// A lead types faster than a slow desk reads: every key acts on what it was meant for, and none is lost.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BrowserDesk, bringIn, openBrowser, openBrowserDesk } from '../support/browser.ts';
import { WEDNESDAY } from '../support/desk.ts';

const SLOW_MS = 600;
/** Entries wait for their sending delay; a busy machine takes its time. */
const PATIENT = { timeout: 60_000 };
const ROWS = [
  {
    reference: '26-HRC-HD-18-36871001',
    text: 'Cannot send a secure message to the care team',
    at: '10/28/2026 8:00 AM',
  },
  { reference: '26-HRC-HD-18-36871002', text: 'The list of prescriptions stays blank', at: '10/28/2026 9:00 AM' },
];

let browser: Browser;
let desk: BrowserDesk;

beforeAll(async () => {
  browser = await openBrowser();
  desk = await openBrowserDesk(browser, { at: WEDNESDAY, open: 'practice' });
  desk.page.setDefaultTimeout(30_000);
  await bringIn(desk.page, ROWS);
});
afterAll(async () => {
  await desk.close();
  await browser.close();
});

/** Answers to a call come late from now on. @returns how to end it */
async function slow(call: string): Promise<() => void> {
  let lateMs = SLOW_MS;
  await desk.page.route(`**/api/call/${call}`, async (route) => {
    await new Promise((resume) => setTimeout(resume, lateMs));
    await route.continue();
  });
  return () => {
    lateMs = 0;
  };
}
const press = async (...keys: string[]) => {
  for (const key of keys) await desk.page.keyboard.press(key);
};
const seen = (words: string | RegExp) => desk.page.getByText(words).first().waitFor();

it('takes back the last act, and not the import whose message still offers undo', async () => {
  const { page } = desk;
  const message = page.getByText('2 cases imported');
  await message.hover(); // it stays on the screen as long as a pointer is on it
  await press('g', 'q');
  await seen('2 cases shown');
  await press('Enter');
  const ticket = page.getByLabel('Body');
  await expect.poll(() => ticket.inputValue()).toContain('secure message to the care team');
  await page.getByRole('group', { name: /Text as received/ }).focus();
  const end = await slow('rules.reach');
  await press('m');
  await page.getByLabel('Words to mark').fill('care team');
  expect(await message.isVisible()).toBe(true);
  await press('Enter');
  await expect.poll(() => ticket.inputValue()).toContain('the [OTHER 1]');
  await press('u');
  await expect.poll(() => ticket.inputValue()).toContain('secure message to the care team');
  await seen('2 cases shown');
  end();
  // Marked again, which has a message, and cleared, which has none: undo means the latter.
  await page.getByRole('group', { name: /Text as received/ }).focus();
  await press('m');
  await page.getByLabel('Words to mark').fill('care team');
  await press('Enter');
  await page.getByText('Masked in this case.').hover();
  await page.getByRole('button', { name: /^care team/ }).focus();
  await press('x');
  await expect.poll(() => ticket.inputValue()).toContain('secure message to the care team');
  // Nor does the message say that its undo has the key still.
  await expect.poll(() => page.getByRole('button', { name: 'Undo', exact: true }).locator('.kbd').count()).toBe(0);
  await press('u');
  await expect.poll(() => ticket.inputValue()).toContain('the [OTHER 1]');
  await press('u');
  await expect.poll(() => ticket.inputValue()).toContain('secure message to the care team');
  await page.mouse.move(0, 0);
});

it('waits for a case to be read: its own team is suggested, and a note is written whole', async () => {
  const { page } = desk;
  await press('g', 'q');
  await seen('2 cases shown');
  const row = page.locator('#cases .row', { hasText: 'prescriptions' });
  await row.locator('.team', { hasText: /\?$/ }).waitFor();
  const suggested = (await row.locator('.team').innerText()).replace(/\?$/, '');
  await page.reload(); // nothing is read ahead
  const end = await slow('cases.get');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate("navigator.clipboard.writeText('ev')");
  await row.waitFor();
  await press('j', 'e', 'Enter', 'Shift+N');
  await page.keyboard.type('ery mornings');
  await press('Backspace', 'Home', 'Control+v', 'End');
  await seen('36871002: escalated.');
  const note = page.locator('#internal-note');
  await expect.poll(() => note.inputValue()).toBe('every morning');
  await page.getByRole('complementary', { name: /36871002/ }).waitFor();
  end();
  await press('Escape', '3');
  await expect.poll(() => row.locator('.team').innerText()).toBe(suggested);
});

it('reads the draft once more that was on its way when its case changed', async () => {
  const { page } = desk;
  const { promise, resolve: answer } = Promise.withResolvers<void>();
  const draft = '**/api/call/tickets.draft';
  const isAsked = page.waitForRequest(draft);
  await page.route(draft, async (route) => {
    const response = await route.fetch();
    await promise;
    await route.fulfill({ response });
  });
  await page.reload(); // nothing is read ahead
  await isAsked;
  await seen('2 cases shown');
  await press('e');
  await page.getByRole('combobox', { name: 'Team' }).fill('medical rec');
  await press('Enter');
  await seen(/3687100\d: escalated/);
  answer();
  await page.getByRole('region', { name: 'Goes into the ticket' }).getByText('PRODUCT-mhv-medical-records').waitFor();
  await page.unroute(draft);
  await press('u', '3');
});

it('waits for a thread to be read: both answers arrive whole, each on its own ticket', async () => {
  const { page } = desk;
  const { world } = desk.practice();
  await seen('2 cases shown');
  await press('Control+a', 'Shift+E');
  await seen(/escalated(?:, each)? to its suggested team/);
  await press('Control+a');
  await seen('2 cases marked');
  await press('Control+Enter');
  await seen(/^2 tickets queued/);
  // What is said while a sync is under way comes in with the next one.
  const isSent = page.waitForResponse(/sync\.now/);
  await press('g', 's');
  await isSent;
  await expect.poll(() => world.issues().length, PATIENT).toBe(2);
  for (const issue of world.issues()) world.comment(issue, 'rx-engineer', `Which browser, #${issue.number}?`);
  await press('g', 's', 'g', 'a');
  await page.getByText('2 unread threads').waitFor({ timeout: 75_000 });
  await page.reload();
  await page.getByText('2 unread threads').waitFor();
  const ends = [await slow('replies.thread'), await slow('follow-up.comment')];
  await press('Enter');
  await page.keyboard.type('First, Edge.');
  await press('Control+Enter', 'Enter');
  await page.keyboard.type('Second, Chrome.');
  await press('Control+Enter');
  await seen('all read');
  for (const end of ends) end();
  await press('g', 's');
  await expect
    .poll(
      () =>
        world
          .issues()
          .map(({ comments }) => comments.at(-1)?.body.split('\n')[0]?.trim())
          .sort(),
      PATIENT,
    )
    .toEqual(['First, Edge.', 'Second, Chrome.']);
  expect(desk.problems).toEqual([]);
});

it('waits for a screen to be read, and for the case of a thread to be found', async () => {
  const { page } = desk;
  await press('g', 'o');
  await page.getByRole('cell', { name: /^Sent/ }).first().waitFor();
  await page.reload(); // nothing is read ahead
  await page.getByRole('cell', { name: /^Sent/ }).first().waitFor();
  const ends = [await slow('replies.list'), await slow('replies.thread'), await slow('cases.place')];
  await press('g', 'a', 'c', 'e');
  await page.getByRole('dialog', { name: 'Escalate to a team' }).waitFor();
  for (const end of ends) end();
  await press('Escape');
  await page.getByRole('complementary', { name: /^Case .*3687100/ }).waitFor();
});

it('waits for what comes of a form that was sent', async () => {
  const { page } = desk;
  const end = await slow('tickets.change');
  await press('d');
  await page.keyboard.type(' again');
  await press('Enter', 'g', 'b');
  await seen(/^Change of #\d+ queued\./);
  await page.getByRole('heading', { name: 'Board' }).waitFor();
  end();
});

it('waits for the field of the palette: its first letters are typed there, and Enter means what they found', async () => {
  const { page } = desk;
  await press('g', 'd');
  await page.getByRole('heading', { name: 'My day' }).waitFor();
  const slowly = await page.context().newCDPSession(page);
  await slowly.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await press('Control+k');
  await page.keyboard.type('to the board');
  await press('Enter');
  await page.getByRole('heading', { name: 'Board' }).waitFor();
  await slowly.detach();
});

it('waits for the cases of what was typed into the palette: Enter means one of them', async () => {
  const { page } = desk;
  await press('g', 'd');
  await page.getByRole('heading', { name: 'My day' }).waitFor(); // it shows no case
  const end = await slow('cases.list');
  await press('Control+k');
  await page.keyboard.type('36871002');
  await press('Enter');
  await page.getByRole('complementary', { name: /36871002/ }).waitFor();
  end();
});

it('waits for the end of a sequence, however long it takes', async () => {
  await press('g');
  await desk.page.waitForTimeout(1_200);
  await press('d');
  await desk.page.getByRole('heading', { name: 'My day' }).waitFor();
  await press('g', 'g', 'o');
  await desk.page.getByRole('cell', { name: /^Sent/ }).first().waitFor();
  expect(desk.problems).toEqual([]);
});

it('hears of every change from the first read on', async () => {
  const { page } = desk;
  const order: string[] = [];
  const address = page.url();
  await page.goto('about:blank');
  page.on('request', (request) => request.url().includes('/api/call/') && order.push('read'));
  await page.route('**/api/events', async (route) => {
    await new Promise((resume) => setTimeout(resume, SLOW_MS));
    order.push('heard');
    await route.continue();
  });
  await page.goto(address);
  await page.getByRole('navigation', { name: 'Screens' }).waitFor();
  expect(order[0]).toBe('heard');
});
