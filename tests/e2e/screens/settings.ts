// Palette, help and import, the settings, and a case that shows what they decide.
import { it } from 'vitest';
import { openSettings, showTopic } from '../../support/browser.ts';
import type { Room } from './room.ts';

/** Every topic has its pictures; four of different kinds are looked at in every run. */
const TOPICS =
  process.env.SCREENSHOTS === undefined
    ? ['Sign-in', 'Tool teams', 'Answers', 'Keyboard']
    : [
        ...['Sign-in', 'Your team', 'Tool teams', 'Ticket forms', 'Answers', 'Clocks', 'Imports', 'Trends', 'Reports'],
        ...['Scrubbing', 'Lock and snapshots', 'Keyboard'],
      ];

export function lookAtSettings({ desk, look }: Room): void {
  it('the palette, the help and the import', async () => {
    await desk().page.keyboard.press('Control+k');
    await desk().page.getByPlaceholder('Find a command or a case').waitFor();
    await look('palette');
    await desk().page.keyboard.press('Escape');
    await desk().page.getByPlaceholder('Find a command or a case').waitFor({ state: 'hidden' });
    await desk().page.keyboard.press('?');
    await desk().page.getByRole('region', { name: 'Keys' }).waitFor();
    await look('help');
    await desk().page.keyboard.press('?');
    await desk().page.getByRole('region', { name: 'Keys' }).waitFor({ state: 'hidden' });
    await desk().page.keyboard.press('i');
    await desk().page.getByRole('dialog', { name: 'Import' }).waitFor();
    await look('import');
    await desk().page.keyboard.press('Escape');
    await desk().page.getByRole('dialog', { name: 'Import' }).waitFor({ state: 'hidden' });
  });

  it('a rule for the whole desk, and the settings that show it', async () => {
    const { page } = desk();
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    // Into the text of the chosen case, once it is drawn; if nothing was found in it, on to the next one.
    const text = page.locator('#received:focus');
    await page.keyboard.press('Shift+R');
    await text.waitFor();
    while ((await text.locator('[data-start]').count()) === 0) {
      for (const key of ['Escape', 'j', 'Shift+R']) await page.keyboard.press(key);
      await text.waitFor();
    }
    await page.keyboard.press('n');
    await page.keyboard.press('Shift+X');
    await page.getByText(/^Rule made;/).waitFor();
    await page.keyboard.press('Escape');
    await openSettings(page, 'Scrubbing');
    await page.getByRole('cell', { name: 'never mask' }).waitFor();
    for (const topic of TOPICS) {
      await showTopic(page, topic);
      const name = topic.toLowerCase().replaceAll(' ', '-');
      await look(`settings-${name}`, page.locator(`#topic-${name}`));
    }
    await showTopic(page, 'Tool teams');
    await page.getByRole('button', { name: 'Open the teams' }).click();
    await page.getByRole('form', { name: 'Team Secure Messaging' }).waitFor();
    await look('teams');
    await page.keyboard.press('n');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Name: write how people call this team.').waitFor();
    await look('team-wrong');
    await page.getByRole('button', { name: /^All settings/ }).click();
    await showTopic(page, 'Clocks');
    await page.getByLabel('Act, target in business hours').fill('4');
    await page.getByText(/running clocks? would change/).waitFor();
    await page.locator('summary', { hasText: 'stops and pauses of ETA' }).click();
    await page.locator('summary', { hasText: 'Business days' }).click();
    await look('policies', page.locator('#topic-clocks'));
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await showTopic(page, 'Scrubbing');
    await page.keyboard.press('u');
    await page.getByText(/^No rules yet/).waitFor();
  });

  it('a case with a paused and a missed promise', async () => {
    const { page } = desk();
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.keyboard.press('w');
    await page.getByRole('combobox', { name: 'Time' }).fill('priority critical');
    await look('time');
    await page.keyboard.press('Enter');
    await page.locator('[data-obligation=critical-first]').waitFor();
    await page.keyboard.press('w');
    await page.getByRole('combobox', { name: 'Time' }).fill('pause: waits for tier');
    await page.keyboard.press('Enter');
    await page
      .getByText(/waits for Tier 2 since/)
      .first()
      .waitFor();
    await look('paused');
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.getByRole('dialog', { name: 'Release notice' }).waitFor();
    await look('release');
  });
}
