// A lead's whole day without a pointer, from the morning's import to the report of the day, and what the days after bring.
// It prints the keys and seconds of each step: letters of an answer count, too.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { type BrowserDesk, openBrowser, openBrowserDesk } from '../support/browser.ts';
import { dynamicsCsv, WEDNESDAY } from '../support/desk.ts';

const TEXTS = [
  'Cannot send a secure message to the care team',
  'Blue Button download of medical records fails',
  'The list of prescriptions stays blank',
];
const record = (at: number) => `26-HRC-HD-18-3687${1000 + at}`;
/** Thirty for their suggested teams, five to be read one by one, five of one problem. */
const ROWS = [
  ...Array.from({ length: 30 }, (_, at) => ({ reference: record(at), text: `${TEXTS[at % 3]}, report ${at}` })),
  ...Array.from({ length: 5 }, (_, at) => ({
    reference: record(30 + at),
    text: `The kiosk shows an empty vaccine page, says John Smith, number ${at}`,
  })),
  ...Array.from({ length: 5 }, (_, at) => ({
    reference: record(35 + at),
    text: `Travel pay claim cannot be uploaded, attempt ${at}`,
  })),
];

let browser: Browser;
let desk: BrowserDesk;
let pressed = 0;
const told: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  desk = await openBrowserDesk(browser, { at: WEDNESDAY, open: 'practice' });
  desk.page.setDefaultTimeout(60_000); // a lead waits for a busy machine, too
  await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(async () => {
  await desk.close();
  await browser.close();
  console.log(['step                                        keys  seconds', ...told].join('\n'));
});

async function keys(...all: string[]): Promise<void> {
  for (const key of all.flatMap((one) => one.split(' '))) await desk.page.keyboard.press(key);
  pressed += all.flatMap((one) => one.split(' ')).length;
}
async function type(words: string): Promise<void> {
  await desk.page.keyboard.type(words);
  pressed += words.length;
}
let isUnderWay = false;
/**
 * Steps stand by the keyboard alone; what is waited for is what a lead would see. Each goes on where the one before ended: after
 * one that did not, none waits in vain.
 */
function step(name: string, run: () => Promise<void>): void {
  it(name, async ({ skip }) => {
    skip(isUnderWay, 'the step before it did not end');
    isUnderWay = true;
    pressed = 0;
    const from = performance.now();
    await run();
    isUnderWay = false;
    told.push(
      `${name.padEnd(42)} ${String(pressed).padStart(5)} ${((performance.now() - from) / 1000).toFixed(1).padStart(8)}`,
    );
  });
}
const seen = (words: string | RegExp) => desk.page.getByText(words).first().waitFor();
const send = async () => {
  const sent = desk.page.waitForResponse(/sync\.now/, { timeout: 60_000 });
  await keys('g s');
  await sent;
};
const world = () => desk.practice().world;

step('import of the morning', async () => {
  const { page } = desk;
  await keys('i');
  const file = { name: 'morning.csv', mimeType: 'text/csv', buffer: Buffer.from(dynamicsCsv(ROWS)) };
  await page.getByLabel(/^CSV export/).setInputFiles(file);
  await page.getByRole('button', { name: /^Import 40 cases$/ }).press('Enter');
  pressed += 2;
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await keys('g q');
  await seen('40 cases shown');
});

step('thirty in bulk to their suggested teams', async () => {
  const { page } = desk;
  for (const [at, text] of ['message', 'Blue', 'prescriptions'].entries()) {
    await keys('/');
    await type(text);
    await seen('10 cases shown');
    await keys('Enter', 'Control+a');
    await seen('10 cases marked');
    if (at === 0) await expect.poll(() => violations(page)).toEqual([]);
    await keys('Shift+E');
    // What is said of it may still be said of the ten before.
    await seen(/^0 cases shown/);
    await keys('/', 'Control+a', 'Delete', 'Escape');
  }
  await keys('1');
  await seen('10 cases shown');
});

step('five reviewed, findings cleared and added', async () => {
  const { page } = desk;
  await keys('/');
  await type('vaccine');
  await seen('5 cases shown');
  await keys('Enter');
  for (let at = 0; at < 5; at += 1) {
    // Into the text of the case that is chosen then, whichever is still drawn.
    await keys('Shift+R', 'n', 'x');
    if (at === 0) {
      await keys('Escape', 'Shift+R', 'ArrowRight', 'ArrowRight', 'm');
      await page.getByRole('group', { name: 'Which kind is kiosk' }).waitFor();
      await keys('u');
      await seen(/^Masked in this case\./);
    }
    await keys('Escape', 'o');
    await seen(new RegExp(`^${4 - at} cases? shown`));
  }
  await keys('/', 'Control+a', 'Delete', 'Escape', '1');
  await seen('5 cases shown');
});

step('a trend, its ticket seen and sent', async () => {
  const { page } = desk;
  await keys('g n');
  await page.getByRole('complementary', { name: /^Trend / }).waitFor();
  await keys('t');
  await page.getByRole('button', { name: /^Queue it for 10 cases/ }).waitFor();
  await keys('Control+Enter');
  await seen('One ticket queued for 10 cases.');
  await keys('g q', 'Control+a');
  await seen('5 cases marked');
  await keys('e');
  await page.getByRole('combobox', { name: 'Team' }).waitFor();
  await type('medical');
  await keys('Enter');
  await seen(/5 cases: escalated/);
});

step('tickets queued, one undone within the delay', async () => {
  const { page } = desk;
  await keys('g d');
  await seen('Escalated, ticket not queued');
  await keys('g q', 'Shift+F');
  await type('status: escalated');
  await page.getByRole('option', { name: /^Status: Escalated/ }).waitFor();
  await keys('Enter', 'Escape');
  await seen('25 cases shown');
  await keys('x', 'Shift+J', 'Shift+J', 'Shift+J', 'Control+Enter');
  await seen(/^4 tickets queued\./);
  await keys('u');
  await seen(/^Undone: Queued (a ticket|tickets) for/);
  await seen('25 cases shown');
  await seen('4 cases marked');
  await keys('Control+Enter');
  await seen(/^4 tickets queued\./);
  await send();
  await expect.poll(() => world().issues().length, { timeout: 60_000 }).toBe(5);
});

step('two replies answered', async () => {
  const { page } = desk;
  const asked = world().issues().slice(-2);
  for (const issue of asked) world().comment(issue, 'rx-engineer', 'Which browser do the **Veterans** use?');
  await send();
  await keys('g a');
  // At once, or with the look of the next minute where one was under way.
  await page.getByText('2 unread threads').waitFor({ timeout: 75_000 });
  for (const left of ['1 unread thread', 'all read']) {
    await keys('Enter');
    await page.getByRole('textbox', { name: 'Answer on the ticket' }).and(page.locator(':focus')).waitFor();
    await type('@rx-eng');
    await page.getByRole('option', { name: '@rx-engineer' }).waitFor();
    await keys('Enter');
    await type('All of them, Edge included.');
    await keys('Control+Enter');
    await seen('Answer queued.');
    await seen(left);
  }
  await send();
  await expect
    .poll(
      () =>
        asked.map(
          ({ number }) =>
            world()
              .issues()
              .find((one) => one.number === number)
              ?.comments.at(-1)?.body,
        ),
      { timeout: 60_000 },
    )
    .toEqual(asked.map(() => expect.stringContaining('@rx-engineer All of them, Edge included.')));
});

step('one conflict chosen', async () => {
  const { page } = desk;
  await keys('g i');
  await page.getByRole('listbox', { name: 'Open tickets' }).getByRole('option', { name: /#\d/ }).first().waitFor();
  await keys('d');
  await page
    .getByRole('dialog', { name: 'Change the ticket' })
    .getByLabel('Title', { exact: true })
    .and(page.locator(':focus'))
    .waitFor();
  await keys('Control+a');
  await type('Our title');
  // While ours is not queued yet: it leaves by itself after a while.
  for (const each of world().issues()) world().change(each, { title: 'Their title' });
  await keys('Enter');
  await seen(/^Change of #\d+ queued\./);
  await send();
  await keys('g o');
  await seen('You decide');
  await keys('Enter', 'Enter');
  await page.getByRole('dialog', { name: 'Changed on both sides' }).waitFor();
  await expect.poll(() => violations(page)).toEqual([]);
  await keys('ArrowDown', 'ArrowUp', 'Enter');
  await seen('Chosen.');
  await send();
  await expect
    .poll(
      () =>
        world()
          .issues()
          .map(({ title }) => title),
      { timeout: 60_000 },
    )
    .toContain('Our title');
});

step('the report of the day copied', async () => {
  await keys('g d', 'y');
  await seen('The report of the day is on the clipboard.');
  expect(await desk.page.evaluate('navigator.clipboard.readText()')).toMatch(/40 decided/);
});

step('an ETA missed, the team asked', async () => {
  for (let day = 0; day < 3; day += 1) {
    const moved = desk.page.waitForResponse(/practice\.advance/);
    await keys('g t');
    await moved;
  }
  await keys('g d');
  await seen('Teams owe an answer');
  await expect.poll(() => violations(desk.page)).toEqual([]);
  await keys('f');
  await seen(/^Comment queued\./);
});

step('an ETA by words on a ticket', async () => {
  const { page } = desk;
  await keys('g i');
  await page.getByRole('listbox', { name: 'Open tickets' }).waitFor();
  await expect.poll(() => violations(page)).toEqual([]);
  await keys('w');
  await type('in 5 days');
  await page.getByRole('option', { name: /^ETA .* of business time from now/ }).waitFor();
  await keys('Enter');
  await seen(/^#\d+: ETA /);
  expect(desk.problems).toEqual([]);
});
