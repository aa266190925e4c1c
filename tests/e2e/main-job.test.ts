// The main job in a real browser: an export goes in, a scrubbed ticket comes out, the clock runs. Keys only, but for the file.
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserDesk, openBrowser, openBrowserDesk } from '../support/browser.ts';
import { ROOT, WEDNESDAY } from '../support/desk.ts';

const HOUR = 3_600_000;
/** Rosalia I. Michel reported it; the caller in the text is somebody else. */
const REF = '26-HRC-HD-50-27815051';

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

describe('the main job', () => {
  it('imports dynamics.csv after a look at it', async () => {
    const { page } = desk;
    await page.keyboard.press('i');
    await page.getByLabel('CSV export').setInputFiles(join(ROOT, 'resources', 'samples', 'dynamics.csv'));
    await page.getByText('80 rows; 80 new, 0 already there').waitFor();
    await page.getByRole('button', { name: 'Import 80 cases' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText('80 cases shown').waitFor();
    await page.keyboard.press('i');
    await page.getByLabel('CSV export').setInputFiles(join(ROOT, 'resources', 'samples', 'dynamics.csv'));
    await page.getByText('0 new, 80 already there').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('finds a case, reviews its findings: clears one, marks one', async () => {
    const { page } = desk;
    await page.keyboard.press('/');
    await page.keyboard.type('27815051');
    await page.getByText('1 case shown').waitFor();
    await page.keyboard.press('Enter');
    const received = page.getByRole('group', { name: /Text as received/ });
    const ticket = page.getByLabel('Body');
    await expect.poll(() => ticket.inputValue()).toMatch(/Caller \[NAME 1\], last 4 \[SSN LAST4\]: ID\.me/);
    const marks = received.getByRole('button');
    await expect.poll(() => marks.count()).toBe(2);
    // Clear the last four, see it in the ticket, and take that back.
    await received.focus();
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    await page.keyboard.press('x');
    await expect.poll(() => ticket.inputValue()).toContain('last 4 4887');
    await page.getByRole('button', { name: '4887: last four of the SSN, cleared' }).focus();
    await page.keyboard.press('x');
    await expect.poll(() => ticket.inputValue()).toContain('last 4 [SSN LAST4]');
    // Pressed twice, however fast: cleared, and taken back.
    const takenBack = page.waitForRequest(
      (one) => one.url().endsWith('findings.decide') && one.postDataJSON().decision === 'forget',
    );
    await page.getByRole('button', { name: '4887: last four of the SSN' }).focus();
    await page.keyboard.press('x');
    await page.keyboard.press('x');
    await takenBack;
    await expect.poll(() => ticket.inputValue()).toContain('last 4 [SSN LAST4]');
    // Mark words that no detector can know.
    await received.focus();
    await page.keyboard.press('m');
    await page.getByLabel('Words to mark').fill('Firefox 7.53.8');
    await page.keyboard.press('Enter');
    await expect.poll(() => ticket.inputValue()).toContain('Tried [OTHER 1].');
    await received.focus();
    await page.keyboard.press('u');
    await expect.poll(() => ticket.inputValue()).toContain('Tried Firefox 7.53.8.');
  });

  it('escalates it to Medical Records with the keyboard', async () => {
    const { page } = desk;
    await page.keyboard.press('e');
    await page.getByRole('combobox', { name: 'Team' }).fill('medical rec');
    await page.keyboard.press('Enter');
    await page.getByText(`${REF}: escalated`).waitFor();
    await page.getByRole('region', { name: 'Goes into the ticket' }).getByText('PRODUCT-mhv-medical-records').waitFor();
  });

  it('does not queue a ticket with something personal in it', async () => {
    const { page } = desk;
    await page.getByLabel('Title').fill('Records of Rosalia will not open');
    await page.getByText('(name) in the title').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/the ticket still contains personal information \(name in the title\)/).waitFor();
    await page.getByRole('button', { name: 'Start over from the case' }).click();
    await expect
      .poll(() => page.getByLabel('Title').inputValue())
      .toBe(`Tier 3 issue - ${REF} - ID.me verification loops back to sign in`);
  });

  it('queues and sends exactly one issue, with the record number and without the person', async () => {
    const { page } = desk;
    await page.getByRole('region', { name: 'Case', exact: false }).first().waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('The ticket is in the outbox.').waitFor();
    await page
      .getByRole('listbox', { name: /Cases/ })
      .or(page.locator('body'))
      .first()
      .click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByText('Ticket #1 in department-of-veterans-affairs/va.gov-team').waitFor();
    const issues = desk.practice().world.issues();
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({
      title: `Tier 3 issue - ${REF} - ID.me verification loops back to sign in`,
      labels: ['MHV-Tier-3', 'PRODUCT-mhv-medical-records', 'TEAM-mhv-medical-records'],
    });
    expect(issues[0]?.body).toContain(REF);
    expect(JSON.stringify(issues[0])).not.toMatch(/Pham|Kimberly|4887|Rosalia|Michel/);
  });

  it('shows the ETA clock running', async () => {
    const eta = () => desk.page.locator('[data-obligation=eta]').innerText();
    await expect.poll(eta).toMatch(/2 d 0 h|1 d 23 h/);
    await desk.restart(5 * HOUR);
    await desk.page.keyboard.press('/');
    await desk.page.keyboard.type('27815051');
    await desk.page.getByText('1 case shown').waitFor();
    await expect.poll(eta).toMatch(/1 d 1[89] h/);
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.press('g');
    await desk.page.keyboard.press('b');
    await desk.page
      .getByRole('region', { name: /With the team, 1/ })
      .getByText(/1 d 1[89] h/)
      .waitFor();
    await desk.page.keyboard.press('g');
    await desk.page.keyboard.press('o');
    await expect.poll(() => desk.page.getByRole('cell', { name: /^Sent/ }).count()).toBe(2);
  });

  it('had no error in the window', () => {
    expect(desk.problems).toEqual([]);
  });
});
