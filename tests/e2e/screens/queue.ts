// The queue of the sample cases, what opens over it, and one of them up to its ticket.
import { it } from 'vitest';
import type { Room } from './room.ts';

export function lookAtQueue({ desk, look }: Room): void {
  it('the queue', async () => {
    await desk().page.getByRole('button', { name: 'Load sample cases' }).click();
    await desk().page.getByText('48 cases shown').waitFor();
    // It may just have closed by itself.
    await desk().page.evaluate(`document.querySelector('[aria-label="Close message"]')?.click()`);
    await look('day');
    await desk().page.keyboard.press('g');
    await desk().page.keyboard.press('q');
    for (let i = 0; i < 6; i += 1) await desk().page.keyboard.press('j');
    await desk().page.getByLabel('Body').waitFor();
    await look('queue');
  });

  it('marks, words found, filter, log, answer, menu', async () => {
    const { page } = desk();
    const closed = () => page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    for (const key of ['x', 'Shift+J', 'Shift+J']) await page.keyboard.press(key);
    await page.getByText('3 cases marked').waitFor();
    await look('marked');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('download');
    await page.locator('mark').first().waitFor();
    await look('search');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+F');
    await page.getByRole('option', { name: /^Source: IRIS/ }).waitFor();
    await look('filter');
    await page.keyboard.press('Escape');
    await closed();
    await page.keyboard.press('l');
    await page.keyboard.type('iris #records 5m download fails for John Smith');
    await page.getByText('5 minutes').waitFor();
    await look('log');
    await page.keyboard.press('Escape');
    await closed();
    await page.keyboard.press('p');
    await page.getByRole('region', { name: 'Will be copied' }).waitFor();
    await look('answer');
    await page.keyboard.press('Escape');
    await closed();
    await page.keyboard.press('t');
    await page.getByRole('combobox', { name: 'Tag' }).fill('release-42');
    await page.keyboard.press('Enter');
    await page.getByText(/tag release-42 put on/).waitFor();
    await page.keyboard.press('Shift+U');
    await page.getByRole('button', { name: /^Undo: Tagged/ }).waitFor();
    await look('undo');
    await page.keyboard.press('Escape');
    await closed();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu').waitFor();
    await look('menu');
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'hidden' });
    await page.keyboard.press('m');
    await page.getByRole('combobox', { name: 'Problem' }).waitFor();
    await look('same-problem');
    await page.keyboard.press('Escape');
    await closed();
    await page.keyboard.press('Shift+V');
    await page.getByLabel('Name of the view').fill('Mornings');
    await look('save-view');
    await page.keyboard.press('Escape');
    await closed();
    await page.keyboard.press('Shift+G');
    await page.getByRole('button', { name: /^by team/ }).waitFor();
    await look('by-team');
    await page.keyboard.press('1');
    await page.getByRole('button', { name: 'Columns' }).press('Enter');
    await page.getByRole('menuitemcheckbox', { name: 'Status' }).waitFor();
    await look('columns', page.getByRole('menu'));
    await page.keyboard.press('Escape');
    await page.getByRole('menuitemcheckbox').first().waitFor({ state: 'hidden' });
  });

  it('narrow, and at a zoom of 200 %', async () => {
    const { page } = desk();
    await page.setViewportSize({ width: 900, height: 700 });
    await look('narrow');
    await page.setViewportSize({ width: 700, height: 430 });
    await look('zoomed');
    await page.setViewportSize({ width: 1400, height: 860 });
  });

  it('choosing a team', async () => {
    await desk().page.keyboard.press('e');
    await desk().page.getByRole('combobox', { name: 'Team' }).waitFor();
    await look('team');
  });

  it('the compose pane of an escalated case', async () => {
    await desk().page.getByRole('combobox', { name: 'Team' }).fill('medical');
    await desk().page.keyboard.press('Enter');
    await desk().page.getByText('Pipeline: Tier 3 Support').waitFor();
    await look('compose');
  });

  it('the case and its activity', async () => {
    await desk().page.keyboard.press('v');
    await desk().page.getByRole('heading', { name: 'Columns of the export' }).waitFor();
    await look('case');
    await desk().page.keyboard.press('h');
    await desk().page.getByText('You: Escalated to Medical Records').waitFor();
    await look('activity');
  });
}
