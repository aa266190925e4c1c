// What a lead counts on, seen in the window: two Veterans of one caller stay two, two monthly sheets come in whole, and only
// the ticket's own people move its clocks.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { type BrowserDesk, openBrowser, openBrowserDesk } from '../support/browser.ts';
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

async function keys(...pressed: string[]): Promise<void> {
  for (const key of pressed) await desk.page.keyboard.press(key);
}

async function bringIn(name: string, rows: readonly (readonly string[])[]): Promise<void> {
  const { page } = desk;
  const csv = rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
  await keys('g', 'q', 'i');
  await page.getByLabel('CSV export').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: /^Import \d/ }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

const SHEET = ['Timestamp', 'Requester', 'Team', 'Topic', 'Request', 'Resolved by documentation?', 'Time spent (min)'];
const request = (at: string, words: string) => [at, 'Pat Example', 'VFS Forms', 'Medical Records', words, '', '12'];

it('keeps two Veterans of one caller two', async () => {
  await bringIn('servicenow.csv', [
    ['number', 'opened_at', 'caller_id', 'priority', 'state', 'assignment_group', 'short_description', 'description'],
    ...['The list of prescriptions stays blank', 'Travel claim shows an error'].map((words, at) => [
      `INC0000081${at}`,
      '2026-10-28 09:00:00',
      'Pat Example',
      '3 - Medium',
      'New',
      'My HealtheVet (MHV) Support',
      words,
      words,
    ]),
  ]);
  await desk.page.getByText('2 cases shown').waitFor();
});

it('takes two monthly sheets in whole, whatever the numbers of their rows', async () => {
  await bringIn('september.csv', [
    SHEET,
    request('9/29/2026 9:00 AM', 'Labs are missing since Monday'),
    request('9/30/2026 9:00 AM', 'The images do not open'),
    request('9/30/2026 10:00 AM', 'Cannot attach a file to a message'),
  ]);
  await bringIn('october.csv', [
    SHEET,
    request('10/26/2026 9:00 AM', 'Vitals show the wrong unit'),
    request('10/27/2026 9:00 AM', 'The vaccine list is empty'),
    request('10/27/2026 10:00 AM', 'Download of the report fails'),
  ]);
  await desk.page.getByText('8 cases shown').waitFor();
});

it('lets a stranger move no clock, and starts one with a question of the team', async () => {
  const { page } = desk;
  await keys('/', 'Control+A');
  await page.keyboard.type('INC00000810');
  await keys('Enter');
  await page.getByText('1 case shown').waitFor();
  await keys('e');
  await page.getByRole('combobox', { name: 'Team' }).fill('medications');
  await keys('Enter');
  await page.getByText('INC00000810: escalated').waitFor();
  await keys('Control+Enter');
  await page.getByText('The ticket is in the outbox.').waitFor();
  const sync = async () => {
    const sent = page.waitForResponse(/sync\.now/);
    await keys('g', 's');
    await sent;
  };
  await sync();
  await expect.poll(() => desk.practice().world.issues().length).toBe(1);
  const issue = () => desk.practice().world.issues()[0]!;
  const obligations = page.getByRole('region', { name: 'Obligations' });
  await keys('2');
  await page.getByText('1 case shown').waitFor();
  await keys('j');
  await obligations.getByText('ETA', { exact: true }).waitFor();

  desk.practice().world.comment(issue(), 'passer-by', 'lol eta never. Which browser was this on?');
  await sync();
  await page.getByText('lol eta never').waitFor();
  await obligations.getByText('ETA', { exact: true }).waitFor();
  expect(await obligations.getByText('Answer', { exact: true }).count()).toBe(0);

  desk.practice().world.comment(issue(), 'rx-engineer', 'Which browser was this on?');
  await sync();
  await obligations.getByText('Answer', { exact: true }).waitFor();
  expect(desk.problems).toEqual([]);
});

it('queues the ticket of an escalation that is on its way after it, and keeps the tab that is chosen meanwhile', async () => {
  const { page } = desk;
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/api/call/triage.act', async (route) => {
    await promise;
    await route.continue();
  });
  await keys('1', '/', 'Control+A');
  await page.keyboard.type('wrong unit');
  await keys('Enter');
  await page.getByText('1 case shown').waitFor();
  await keys('e');
  await page.getByRole('combobox', { name: 'Team' }).fill('medical rec');
  await keys('Enter', 'v');
  const tab = page.getByRole('tab', { name: 'Case', selected: true });
  await tab.waitFor();
  await keys('Control+Enter');
  resolve();
  await page.getByText(/: ticket queued\./).waitFor();
  expect(await tab.count()).toBe(1);
  await page.unroute('**/api/call/triage.act');
});

it('says what went wrong with a key, also where its answer is read before anything is done', async () => {
  const { page } = desk;
  const error = { kind: 'internal', message: 'The desk could not read it.', details: {} };
  for (const [call, ...pressed] of [
    ['cases.ids', 'g', 'e'],
    ['first.get', 'g', 'f'],
  ] as const) {
    const message = `${error.message} ${call}`;
    await page.route(`**/api/call/${call}`, (route) =>
      route.fulfill({ json: { ok: false, error: { ...error, message } } }),
    );
    await keys(...pressed);
    await page.getByRole('alert').getByText(message).waitFor();
    await page.unroute(`**/api/call/${call}`);
  }
});

it('says where a case belongs that is out of scope, in the toast and on the Case tab', async () => {
  const { page } = desk;
  await keys('1', '/', 'Control+A');
  await page.keyboard.type('00000811');
  await keys('Enter');
  const pane = page.getByRole('complementary', { name: 'Case INC00000811' });
  await pane.waitFor();
  await pane.getByRole('tab', { name: 'Case' }).click();
  const belongs = 'belongs to VA.gov Tier III at the contact center.';
  await pane.getByText(`Probably out of scope: it ${belongs}`).waitFor();
  await pane.getByRole('tab', { name: 'Compose' }).click();
  await keys('o');
  await page.getByText(`INC00000811: marked out of scope. It ${belongs}`).waitFor();
  expect(desk.problems).toEqual([]);
});

it('says what was done in the status bar and what went wrong below it, over no row and no button', async () => {
  const { page } = desk;
  const tag = async (word: string) => {
    await keys('t');
    await page.getByRole('combobox', { name: 'Tag' }).fill(word);
    await keys('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  };
  await tag('vip john-smith');
  const wrong = page.getByRole('alert').filter({ hasText: 'looks personal' });
  // A pointer on a message keeps all of them on the screen.
  await wrong.hover();
  await tag('vip');
  const done = page.getByRole('alert').filter({ hasText: 'tag vip put on' });
  await done.getByRole('button', { name: 'Undo' }).hover();
  const importing = page.locator('.rail').getByRole('button', { name: 'Import' });
  const parts = [done, page.locator('.foot'), wrong, page.locator('#cases'), importing];
  const order = async () => {
    const [said, bar, failed, ...above] = (await Promise.all(parts.map((part) => part.boundingBox()))).map((box) => ({
      top: box!.y,
      bottom: box!.y + box!.height,
    }));
    return {
      isSaidInBar: said!.top >= bar!.top - 1,
      isWrongBelow: failed!.top >= said!.bottom - 1 && failed!.bottom <= 720,
      isRestAbove: above.every(({ bottom }) => bottom <= bar!.top + 1),
    };
  };
  for (const width of [1280, 1024, 900]) {
    await page.setViewportSize({ width, height: 720 });
    await done.hover();
    await expect.poll(order).toEqual({ isSaidInBar: true, isWrongBelow: true, isRestAbove: true });
  }
  await expect.poll(() => violations(page)).toEqual([]);
  await keys('u');
  await page.getByText('Undone: ').waitFor();
  expect(desk.problems).toEqual([]);
});
