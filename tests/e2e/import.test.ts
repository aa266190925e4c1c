// Files dropped on the window come in one after the other: a workbook in UTF-16, a picture that is none, a changed export.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { csv, HEADER, row, utf16 } from '../support/awkward-files.ts';
import { openBrowser, openBrowserDesk } from '../support/browser.ts';
import { WEDNESDAY } from '../support/desk.ts';

it('takes three files dropped anywhere', async () => {
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
  await page.evaluate(`{
    const data = new DataTransfer();
    for (const [name, bytes] of ${JSON.stringify(files)}) data.items.add(new File([Uint8Array.from(bytes)], name));
    for (const type of ['dragover', 'drop'])
      window.dispatchEvent(new DragEvent(type, { dataTransfer: data, cancelable: true }));
  }`);
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
  await page.getByText('1 case imported, 1 changed').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(desk.problems).toEqual([]);
  await desk.close();
  await browser.close();
});
