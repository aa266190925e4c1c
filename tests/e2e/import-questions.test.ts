// What an import asks: the columns of a German-style sheet that nobody knows.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPracticeSlack } from '../../electron/practice/slack-api.ts';
import { serveStandIn } from '../../electron/practice/stand-in.ts';
import { violations } from '../support/axe.ts';
import { type BrowserDesk, openBrowser, openBrowserDesk, openSettings } from '../support/browser.ts';
import { DIRECTORY, dynamicsCsv, WEDNESDAY } from '../support/desk.ts';

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

const PERSON = 'Zebulon Quillfeather';
async function give(name: string, lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from(lines.join('\r\n'), 'latin1');
  await desk.page.keyboard.press('i');
  await desk.page.getByLabel('CSV export').setInputFiles({ name, mimeType: 'text/csv', buffer });
}
async function look(name: string, within?: Locator): Promise<void> {
  if (process.env.SCREENSHOTS) await desk.page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}.png`) });
  expect(await violations(desk.page, within)).toEqual([]);
}

it('asks once what the columns of a German sheet are, and reads the next one by itself', async () => {
  const { page } = desk;
  const sheet = (...numbers: readonly number[]) => [
    'Kennung;Gemeldet;Lage;Dringlichkeit;Wer;Was ist los',
    ...numbers.map(
      (n) => `X-10${n};1${n}.10.2026 09:00;offen;hoch;${PERSON};"Ich, ${PERSON}, sehe für Montag ${n} keine Befunde"`,
    ),
  ];
  await page.getByRole('heading', { name: 'No cases yet' }).waitFor();
  await give('leitstelle.csv', sheet(1, 2, 3));
  await page.getByText('The desk does not know this export yet.').waitFor();
  const becomes = (column: string) => page.getByLabel(`${column} becomes`);
  await expect.poll(() => becomes('Gemeldet').inputValue()).toBe('reportedAt');
  await becomes('Lage').selectOption('status');
  await becomes('Wer').selectOption('name');
  await page.getByRole('cell', { name: 'X-103' }).waitFor();
  // The rows stood there before it was said which column the name is in.
  await expect.poll(() => page.getByRole('table').last().textContent()).not.toContain('Quillfeather');
  await look('import-mapping');
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.getByRole('button', { name: 'Import 3 cases' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await give('leitstelle-2.csv', sheet(1, 2, 3, 4));
  await page.getByText('4 rows; 1 new, 3 already there').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(desk.problems.filter((one) => !one.includes('400'))).toEqual([]);
});

it('takes a token of a channel in, never shows it again, and says what a look brought or what is wrong', async () => {
  const { page } = desk;
  const token = `xoxb-${'5'.repeat(14)}`;
  const slack = createPracticeSlack(token);
  const messages = [{ ts: `${WEDNESDAY / 1_000 - 600}.000100`, text: `Refills fail for ${PERSON}`, user: 'U0ANY' }];
  slack.channels.set('C0SUPPORT1', { name: 'support', isPrivate: false, isMember: true, messages });
  const served = await serveStandIn(slack.answer);
  await openSettings(page, 'Imports');
  const live = page.getByRole('region', { name: 'Messages of Slack channels' });
  await live.getByRole('heading').click();
  await live.getByLabel('Links or ids').fill('C0SUPPORT1');
  await live.getByLabel('Address').fill(`${served.address}/api`);
  await live.getByLabel('Token').fill(token);
  await live.getByRole('button', { name: 'Switch on' }).click();
  await live.getByRole('button', { name: 'Wipe its token' }).waitFor();
  await expect.poll(() => live.getByLabel('Token').inputValue()).toBe('');
  await live.getByRole('button', { name: 'Look now' }).click();
  await live.getByText('1 at the last look, 1 in all').waitFor();
  slack.isRevoked = true;
  await live.getByRole('button', { name: 'Look now' }).click();
  await live.getByText('The token was revoked.').waitFor();
  await live.scrollIntoViewIfNeeded();
  await look('settings-live-slack', live);
  expect(await page.content()).not.toContain(token);
  const sheet = page.getByRole('region', { name: 'Rows of a Google Sheet' });
  await sheet.getByRole('heading').click();
  await sheet.scrollIntoViewIfNeeded();
  await look('settings-live-sheet', sheet);
  await live.getByRole('button', { name: 'Switch off' }).click();
  await live.getByRole('button', { name: 'Switch on' }).waitFor();
  await served.close();
});

it('keeps a row that cannot be read, and takes it in once it is mended', async () => {
  const { page } = desk;
  await give('salesforce.csv', [
    'Case Number,Date/Time Opened,Description',
    '10165001,10/13/2026 9:00 AM,the refill page is blank',
    '10165002,yesterday,the labs are missing',
  ]);
  await page.getByRole('button', { name: 'Import 1 case' }).click();
  await page.getByRole('heading', { name: '1 row to mend' }).waitFor();
  await page.getByLabel('Date/Time Opened').fill('10/14/2026 9:00 AM');
  await look('import-mend');
  await page.getByLabel('Date/Time Opened').press('Enter');
  await page.getByText('Row 3 came in.').waitFor();
  await page.getByRole('heading', { name: '1 row to mend' }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
});

it('goes on from file to file and row to row by the keyboard, and says what was left', async () => {
  const { page } = desk;
  const HEAD = 'Case Number,Date/Time Opened,Description';
  const file = (n: number, ...more: string[]) => ({
    name: `part-${n}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from([HEAD, `1016600${n},10/13/2026 9:00 AM,the page of labs is blank`, ...more].join('\r\n')),
  });
  const focused = (name: string | RegExp) => page.getByRole('button', { name }).and(page.locator(':focus')).waitFor();
  const give = async (...files: ReturnType<typeof file>[]) => {
    await page.keyboard.press('i');
    await page.getByLabel('CSV export').setInputFiles(files);
    await page.getByRole('button', { name: 'Import 1 case' }).focus();
  };
  const late = (n: number) => `1016601${n},yesterday,the list of visits is blank`;
  await give(file(1), file(2, late(1), late(2)));
  // Tab, wherever it comes, stays in the dialog.
  await page.keyboard.press('Enter');
  await page.getByText('File 2 of 2').waitFor();
  await focused('Import 1 case');
  await page.evaluate('document.activeElement.blur()');
  await page.keyboard.press('Tab');
  await page.getByRole('dialog').locator(':focus').waitFor();
  await page.getByRole('button', { name: 'Import 1 case' }).press('Enter');
  await page.getByRole('heading', { name: '2 rows to mend' }).waitFor();
  await focused('Done');
  const field = page.getByLabel('Date/Time Opened');
  await field.first().fill('10/14/2026 9:00 AM');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '1 row to mend' }).waitFor();
  // What is typed next goes into the next row.
  await page.keyboard.press('Control+a');
  await page.keyboard.type('10/15/2026 9:00 AM');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '1 row to mend' }).waitFor({ state: 'hidden' });
  await focused('Done');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await give(file(3), file(4), file(5));
  await page.keyboard.press('Enter');
  await page.getByText('File 2 of 3').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('1 of 3 files imported; 2 were not.').waitFor();
  await page.getByRole('button', { name: 'Look at them' }).click();
  await page.getByText('part-5.csv: skipped.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
});

it('offers what is new in the watched folder, and asks Tier 2 by one key', async () => {
  const { page } = desk;
  const folder = join(desk.folder, 'arrivals');
  mkdirSync(folder);
  const text = 'Signed in with ID.me on Windows 11. The labs page stays empty.';
  writeFileSync(join(folder, 'queue.csv'), dynamicsCsv([{ reference: '26-HRC-HD-89-00000002', text }]));
  await openSettings(page, 'Imports');
  await page.getByLabel('Exports arrive in').fill(folder);
  await page.getByLabel('Exports arrive in').press('Enter');
  await page.getByText('Saved.').waitFor();
  await page.getByRole('button', { name: 'Look now' }).hover();
  await look('settings-imports', page.getByRole('region', { name: 'Watched folder' }));
  const live = page.getByRole('region', { name: 'GitHub issues as cases' });
  await live.getByRole('heading').click();
  await live.getByLabel('Issues of the repository').fill(DIRECTORY[0]?.repository ?? '');
  await live.getByLabel('with the labels').fill('MHV-Tier-3');
  await live.getByRole('button', { name: 'Switch on' }).click();
  await live.getByRole('button', { name: 'Look now' }).click();
  await live.getByText('0 at the last look, 0 in all').waitFor();
  await live.scrollIntoViewIfNeeded();
  await look('settings-live-source', live);
  await live.getByRole('button', { name: 'Switch off' }).click();
  await live.getByRole('button', { name: 'Switch on' }).waitFor();
  await page.getByRole('heading', { name: 'Watched folder' }).click();
  await page.keyboard.press('i');
  await page.getByRole('heading', { name: 'New in your folder' }).waitFor();
  await page.getByText('This is the practice desk.').waitFor();
  await look('import-watched');
  await page.getByRole('button', { name: 'Look at it: queue.csv' }).click();
  await page.getByRole('button', { name: 'Import 1 case' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.keyboard.press('/');
  await page.keyboard.type('89-00000002');
  await page.getByText('1 case shown').waitFor();
  await page.keyboard.press('Enter');
  const asked = page.getByRole('region', { name: 'What engineers ask for' });
  await asked.getByText(/Missing: .*Full address of the page/).waitFor();
  await asked.scrollIntoViewIfNeeded();
  await look('case-completeness');
  await page.keyboard.press('Shift+A');
  await page.getByText(/The request for \d+ fields is on the clipboard/).waitFor();
});
