// An accelerated week in practice mode: warning, missed, the status request once, the product manager, the team's answer;
// and what the tray would show at each step, through the host's own door.
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserDesk, bringIn, openBrowser, openBrowserDesk, openSettings } from '../support/browser.ts';
import { WEDNESDAY } from '../support/desk.ts';

const RECORD = '26-HRC-HD-18-36879449';

let browser: Browser;
let desk: BrowserDesk;
beforeAll(async () => {
  browser = await openBrowser();
  desk = await openBrowserDesk(browser, { at: WEDNESDAY, open: 'practice' });
  await bringIn(desk.page, [
    { reference: RECORD, text: 'The list of prescriptions stays blank', at: '10/28/2026 10:00 AM' },
  ]);
  await desk.page.getByText('1 case shown').waitFor();
});
afterAll(async () => {
  await desk.close();
  await browser.close();
});

async function keys(...pressed: string[]): Promise<void> {
  for (const key of pressed) await desk.page.keyboard.press(key);
}

/** Moves the practice clock, by a day or an hour. */
async function later(key: 't' | 'h'): Promise<void> {
  const moved = desk.page.waitForResponse(/practice\.advance/);
  await keys('g', key);
  await moved;
}
async function daysLater(days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) await later('t');
}

async function tray(): Promise<{ worst: string; count: number }> {
  return desk.page.evaluate(async () => {
    const answer = await fetch('/api/call/alerts.get', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${sessionStorage.getItem('tier3-desk-bearer')}`,
      },
      body: '{}',
    });
    const { value } = (await answer.json()) as { value: { worst: string; count: number } };
    return { worst: value.worst, count: value.count };
  });
}

const comments = () => desk.practice().world.issues()[0]?.comments ?? [];
const send = async () => {
  const sent = desk.page.waitForResponse(/sync\.now/);
  await keys('g', 's');
  await sent;
};

/** Sets three boxes while the first is saved already and the second is not yet: none is lost. */
async function checkFast(): Promise<void> {
  const { page } = desk;
  const saved: unknown[] = [];
  const { promise, resolve: answer } = Promise.withResolvers<void>();
  await page.route('**/api/call/followUp.save', async (route) => {
    if (saved.push(route.request().postDataJSON()) === 2) await promise;
    await route.continue();
  });
  const readAgain = page.waitForResponse(/followUp\.get/);
  await page.getByLabel('Send the status request by itself at the missed ETA').check();
  await page.getByLabel('Quiet hours: only what is critical').uncheck();
  await (await readAgain).finished();
  await expect.poll(() => saved.length).toBe(2);
  await page.getByLabel('Notify of what is due and missed, in groups').uncheck();
  answer();
  await expect.poll(() => saved.at(-1)).toMatchObject({ requestStatusByItself: true, quiet: null, notify: false });
  await page.getByText('Saved.').waitFor();
}

describe('a week of one case', () => {
  it('begins on My day, with its clock running', async () => {
    await keys('g', 'd');
    await desk.page.getByText('Nothing needs you now.').waitFor();
    const cameIn = desk.page.getByRole('region', { name: 'Came in' });
    await cameIn.getByText('The list of prescriptions stays blank').waitFor();
    await expect.poll(tray).toEqual({ worst: 'fine', count: 1 });
    await cameIn.getByRole('button').first().click();
    await keys('e');
    await desk.page.getByRole('combobox', { name: 'Team' }).fill('medications');
    await keys('Enter');
    await desk.page.getByText(`${RECORD}: escalated`).waitFor();
    // The list that has the case is not left for that of all cases.
    await desk.page.getByRole('button', { name: 'Undecided', pressed: true }).waitFor();
    await keys('Control+Enter');
    await desk.page.getByText('The ticket is in the outbox.').waitFor();
    await send();
    await desk.page.locator('[data-obligation=eta]').waitFor();
  });

  it('warns past half the time, and its team lives in the same time', async () => {
    await daysLater(1);
    await expect.poll(() => desk.practice().world.skewMs).toBe(86_400_000);
    await expect.poll(tray).toEqual({ worst: 'soon', count: 1 });
  });

  it('sends the status request by itself at the missed ETA, once', async () => {
    await openSettings(desk.page, 'Clocks');
    await checkFast();
    await desk.page.getByRole('heading', { name: 'Settings' }).click();
    await daysLater(1);
    await later('h');
    await expect.poll(tray).toMatchObject({ worst: 'missed' });
    await send();
    await expect.poll(() => comments().length).toBe(1);
    expect(comments()[0]?.body).toMatch(/^@rx-product-manager @rx-engineer Tier 3 has no ETA/);
    await later('h');
    await send();
    expect(comments()).toHaveLength(1);
  });

  it('offers the product manager when the request stays without an answer', async () => {
    await daysLater(5);
    await keys('g', 'd');
    await desk.page.getByRole('heading', { name: 'No answer to the request' }).waitFor();
    await keys('Enter');
    await desk.page.getByRole('dialog').getByText('No answer to the request').waitFor();
    // The keys after it wait until the comment is queued and the dialog is gone.
    await keys('Control+Enter', 'g', 'q');
    await desk.page.getByRole('button', { name: 'Undecided' }).waitFor();
    await keys('g', 'd');
    await desk.page.getByText('Nothing needs you now.').waitFor();
    await send();
    await expect.poll(() => comments().length).toBe(2);
    expect(comments()[1]?.body).toMatch(/^@rx-product-manager this ticket has had no answer/);
  });

  it('stops at the answer of the team, and shows it', async () => {
    desk.practice().world.comment(desk.practice().world.issues()[0]!, 'rx-engineer', 'Found it. ETA is Friday.');
    await send();
    await desk.page.getByRole('option', { name: /rx-engineer: Found it. ETA is Friday./ }).waitFor();
    await expect.poll(tray).toEqual({ worst: 'fine', count: 0 });
    // To pass over its case is not to read it.
    await keys('g', 'q', '3', 'h');
    await desk.page.getByRole('region', { name: 'On the ticket' }).getByText('Found it. ETA is Friday.').waitFor();
    await desk.page.getByRole('button', { name: 'Mark as read' }).waitFor();
    await keys('g', 'd');
    await desk.page.getByRole('option', { name: /rx-engineer: Found it. ETA is Friday./ }).waitFor();
    await keys('j', 'k', 'Enter');
    const thread = desk.page.getByRole('complementary', { name: /^Thread of / });
    await thread.getByText('Found it. ETA is Friday.').waitFor();
    await keys('e');
    await desk.page.getByText('Done with #1.').waitFor();
    await keys('g', 'd');
    await desk.page.getByText('Nothing needs you now.').waitFor();
    expect(desk.problems).toEqual([]);
  });
});
