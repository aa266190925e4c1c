// The forms of tickets in a real browser: an HRC case from its export to a ticket whose body is the form line by line, and a
// form of a team's own with what differs from the shipped one.
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMS } from '../practice/facts.ts';
import { violations } from '../support/axe.ts';
import { type BrowserDesk, openBrowser, openBrowserDesk, openSettings } from '../support/browser.ts';
import { dynamicsCsv, WEDNESDAY } from '../support/desk.ts';

const REF = '26-HRC-HD-85-00000891';
const TEXT = `Veteran cannot download a report.
Date/time of issue: 10/27/2026 9:15 AM ET
Browser: Safari 18; Device type: iPhone 14`;

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

const INC = 'INC00000892';
const NOW_HEADER = 'number,opened_at,priority,state,assignment_group,short_description,description';

async function bringIn(name: string, csv: string): Promise<void> {
  const { page } = desk;
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.keyboard.press('i');
  await page.getByLabel('CSV export').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: /^Import 1 case/ }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function choose(number: string): Promise<void> {
  const { page } = desk;
  await page.keyboard.press('/');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  // The case before was the one case shown too.
  await page.getByRole('complementary', { name: new RegExp(`^Case .*${number}`) }).waitFor();
  await page.getByLabel('Body').waitFor();
}

/** Escalates the chosen case and sends its ticket; its title, and the lines of its body that are not empty. */
async function send(reference: string, team: string): Promise<{ title: string; body: string[] }> {
  const { page } = desk;
  await page.keyboard.press('e');
  await page.getByRole('combobox', { name: 'Team' }).fill(team);
  await page.keyboard.press('Enter');
  await page.getByText(`${reference}: escalated`).waitFor();
  await page.getByLabel('Body').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('The ticket is in the outbox.').waitFor();
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.getByText(/^Ticket #\d+ in department-of-veterans-affairs/).waitFor();
  const issue = desk
    .practice()
    .world.issues()
    .find((one) => one.body.includes(reference));
  return { title: issue?.title ?? '', body: (issue?.body ?? '').split('\n').filter((line) => line !== '') };
}

describe('a case of HRC', () => {
  it('becomes a ticket whose body is the form, line by line', async () => {
    const { page } = desk;
    await page.keyboard.press('i');
    const buffer = Buffer.from(dynamicsCsv([{ reference: REF, text: TEXT }]));
    await page.getByLabel('CSV export').setInputFiles({ name: 'hrc.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: /^Import 1 case/ }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText('1 case shown').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('00000891');
    await page.keyboard.press('Enter');
    await page.getByLabel('Body').waitFor();
    await page.keyboard.press('e');
    await page.getByRole('combobox', { name: 'Team' }).fill('medical rec');
    await page.keyboard.press('Enter');
    await page.getByText(`${REF}: escalated`).waitFor();
    await page.getByLabel('Body').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('The ticket is in the outbox.').waitFor();
    await page.locator('body').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByText('Ticket #1 in department-of-veterans-affairs/va.gov-team').waitFor();
    const [issue] = desk.practice().world.issues();
    const [description, numbers, information, acceptance] = FORMS.hrc.headings;
    expect(issue?.title).toBe(FORMS.hrc.title(REF, 'Veteran cannot download a report'));
    expect(issue?.body.split('\n').filter((line) => line !== '')).toEqual([
      description,
      'Veteran cannot download a report.',
      numbers,
      `- ${REF}`,
      information,
      'The Product Manager of this team has the original details (which contain PII) and shares them with the engineer.',
      expect.stringContaining(FORMS.hrc.guidance),
      '- Date/time of issue: 10/27/2026 9:15 AM ET',
      '- Device type: iPhone 14',
      '- Browser: Safari 18',
      acceptance,
      ...FORMS.hrc.acceptance,
      expect.stringMatching(/^<!-- tier3-desk:/),
    ]);
  });

  it('of ServiceNow becomes a ticket of the staff tools that says how severe it is', async () => {
    const text = 'Portal group is gone.\nSteps to reproduce: open the portal\nExpected: it opens\nActual: blank';
    await bringIn(
      'now.csv',
      `${NOW_HEADER}\n${INC},2026-10-28 09:00:00,1 - Critical,New,My HealtheVet (MHV) Support,Portal group,"${text}"`,
    );
    await choose(INC);
    const { title, body } = await send(INC, 'clinician portal');
    expect(title).toMatch(/^SM\/Admin - /);
    expect(body.filter((line) => /^#|^\*/.test(line))).toEqual([
      ...FORMS.servicenow.headings.slice(0, 2),
      ...FORMS.servicenow.ifKnown,
      ...FORMS.servicenow.headings.slice(2),
    ]);
    const [critical, ...others] = FORMS.servicenow.severity;
    expect(body.filter((line) => /^- \[.\] .* - /.test(line))).toEqual([
      `- [x] ${critical}`,
      ...others.map((words) => `- [ ] ${words}`),
    ]);
    expect(body).toContain(`- ${INC}`);
  });

  it('that asks for data becomes a ticket without a word of it: its details go by encrypted mail, which is noted', async () => {
    const { page } = desk;
    const reference = '26-HRC-HD-85-00000893';
    await bringIn('data.csv', dynamicsCsv([{ reference, text: 'Wants all messages of the last year as a file' }]));
    await choose('00000893');
    await page.keyboard.press('t');
    await page.getByRole('combobox', { name: 'Tag' }).fill('data-request');
    await page.keyboard.press('Enter');
    await page.getByText(/tag data-request put on/).waitFor();
    await page.getByLabel('To whom').fill('sm-product-manager');
    await page.getByRole('button', { name: 'Record that it was sent now' }).click();
    await page
      .getByText(/Details handed over by encrypted mail to sm-product-manager/)
      .first()
      .waitFor();
    const { title, body } = await send(reference, 'secure mess');
    expect(title).toBe(FORMS.dataRequest.title('SM', reference));
    expect(body.join('\n')).toMatch(/encrypted VA email only/);
    expect(body).toContain(`- ${reference}`);
    expect(body.join('\n')).not.toMatch(/message|last year/i);
    expect(desk.problems).toEqual([]);
  });

  it("shows a team's own form on it, and what differs from the shipped one", async () => {
    const { page } = desk;
    await openSettings(page, 'Ticket forms');
    await page.locator('#ticket-forms select').first().selectOption('PRODUCT-mhv-medical-records');
    const form = page.getByRole('form', { name: 'Form', exact: true });
    await form.getByText(`On ${REF}`).waitFor();
    await form.getByText('No differences.').waitFor();
    await form.getByLabel('Title').fill('MR - {{problem}}');
    await form.getByText('MR - Veteran cannot download a report').waitFor();
    await form.locator('ins').getByText('+ MR - {{problem}}').waitFor();
    await form.locator('del').getByText('- Tier 3 issue - {{number}} - {{problem}}').waitFor();
    const folder = process.env.SCREENSHOTS;
    await page.evaluate(`document.getElementById('ticket-forms').scrollIntoView()`);
    if (folder !== undefined) await page.screenshot({ path: join(folder, 'settings-ticket-forms-light.png') });
    await expect.poll(() => violations(page, page.locator('#ticket-forms'))).toEqual([]);
    await form.getByRole('button', { name: 'Save for this team' }).click();
    await page.getByText('Form saved.').waitFor();
    await page.getByText('has its own words').waitFor();
    expect(desk.problems).toEqual([]);
  });
});
