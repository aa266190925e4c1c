// Files dropped on the window come in one after the other: a workbook in UTF-16, a picture that is none, a changed export; and a
// packed Slack export with the support bot's commands. Rows copied from a spreadsheet come in by pasting.
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { csv, HEADER, row, utf16 } from '../support/awkward/write.ts';
import { openBrowser, openBrowserDesk } from '../support/browser.ts';
import { WEDNESDAY } from '../support/desk.ts';

async function drop(page: Page, files: readonly (readonly [name: string, bytes: readonly number[]])[]): Promise<void> {
  await page.evaluate(`{
    const data = new DataTransfer();
    for (const [name, bytes] of ${JSON.stringify(files)}) data.items.add(new File([Uint8Array.from(bytes)], name));
    for (const type of ['dragover', 'drop'])
      window.dispatchEvent(new DragEvent(type, { dataTransfer: data, cancelable: true }));
  }`);
}

/** Pastes a table that was copied from a spreadsheet, where nobody types. */
async function paste(page: Page, table: string): Promise<void> {
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(table)});
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }`);
}

/** A packed Slack export: a request that the support bot's commands titled, filed and resolved, and one that is open. */
function slackZip(): readonly number[] {
  const at = (n: number) => `179066420${n}.006000`;
  const say = (n: number, text: string, thread = n) => ({ type: 'message', ts: at(n), thread_ts: at(thread), text });
  const day = [
    say(1, 'the refill button does nothing'),
    say(2, '<@U0BOT> track', 1),
    say(3, '<@U0BOT> title Refill button dead', 1),
    say(4, '<@U0BOT> add category Medications', 1),
    say(5, '<@U0BOT> resolve', 1),
    say(6, 'labs are missing since Monday'),
  ];
  const packed = zipSync({
    'channels.json': strToU8('[]'),
    'tier-3-support/2026-09-29.json': strToU8(JSON.stringify(day)),
  });
  return [...packed];
}

it('takes three files dropped anywhere, and a Slack export', async () => {
  const browser = await openBrowser();
  const desk = await openBrowserDesk(browser, { at: WEDNESDAY, open: 'practice' });
  const { page } = desk;
  const files = [
    ['a.csv', [...utf16(csv([HEADER, row(1), row(2)], '\t'), 'le')]],
    ['b.csv', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]],
    ['c.csv', [...new TextEncoder().encode(csv([HEADER, row(1, 'another text'), row(2), row(3)], ';'))]],
  ] as const;
  await page
    .getByRole('button', { name: /^Import/ })
    .first()
    .waitFor();
  await drop(page, files);
  await page.getByText('File 1 of 3').waitFor();
  await page.getByText('2 rows; 2 new, 0 already there').waitFor();
  await page.getByText('Read as UTF-16.').waitFor();
  await page.getByRole('button', { name: 'Import 2 cases' }).click();
  await page.getByText('This is a picture (PNG)').waitFor();
  if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, 'import-refused.png') });
  await page.getByRole('button', { name: 'Skip this file' }).click();
  await page.getByText('3 rows; 1 new, 1 changed, 1 already there').waitFor();
  if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, 'import-changed.png') });
  await page.getByRole('button', { name: 'Import 2 cases' }).click();
  const summary = page.getByRole('list', { name: 'What came in' });
  await summary.getByRole('button', { name: '1 changed' }).waitFor();
  expect(await summary.getByText('skipped').textContent()).toBe('b.csv: skipped.');
  if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, 'import-summary.png') });
  await summary.getByRole('button', { name: '1 changed' }).click();
  await page.getByText('1 case marked').waitFor();
  await page.keyboard.press('Escape');
  // The newer of the two goes first; the older one then can.
  await page.keyboard.press('i');
  const undo = (name: string) => page.getByRole('button', { name: `Undo import of ${name}` });
  await undo('a.csv').and(page.locator(':disabled')).waitFor();
  if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, 'import-undo.png') });
  await undo('c.csv').click();
  await page.getByText('1 case taken out again, 1 as before.').waitFor();
  await undo('a.csv').click();
  await page.getByText('2 cases taken out again.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByText('0 cases shown').waitFor();
  await drop(page, [['slack.zip', slackZip()]]);
  await page.getByText('2 rows; 2 new').waitFor();
  await page.getByRole('button', { name: 'Import 2 cases' }).click();
  await page.getByText('2 cases imported').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await paste(page, csv([HEADER, row(1), row(2)], '\t'));
  await page.getByText('2 rows; 2 new').waitFor();
  await page.getByRole('button', { name: 'Import 2 cases' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(desk.problems).toEqual([]);
  await desk.close();
  await browser.close();
});
