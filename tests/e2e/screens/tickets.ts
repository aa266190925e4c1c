// What there is of a ticket: board, trends and outbox, a change of it, and a limit of GitHub.
import type { Page } from 'playwright';
import { it } from 'vitest';
import type { Room } from './room.ts';

async function send(page: Page): Promise<void> {
  const sent = page.waitForResponse(/sync\.now/);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await sent;
}

export function lookAtTickets({ desk, look }: Room): void {
  it('the board', async () => {
    await desk().page.keyboard.press('Control+Enter');
    await desk().page.getByText('The ticket is in the outbox.').waitFor();
    await desk().page.keyboard.press('g');
    await desk().page.keyboard.press('b');
    await desk()
      .page.getByRole('region', { name: /With the team, 1/ })
      .waitFor();
    await look('board');
    await desk().page.keyboard.press('Shift+G');
    await desk().page.getByRole('region', { name: 'No team yet', exact: true }).waitFor();
    await look('lanes');
    for (let i = 0; i < 2; i += 1) await desk().page.keyboard.press('Shift+G');
  });

  it('the trends', async () => {
    await desk().page.keyboard.press('g');
    await desk().page.keyboard.press('n');
    await desk()
      .page.getByRole('complementary', { name: /^Trend / })
      .waitFor();
    await look('trends');
  });

  it('the outbox', async () => {
    await send(desk().page);
    await desk().page.keyboard.press('g');
    await desk().page.keyboard.press('o');
    await desk().page.getByRole('cell', { name: /^Sent/ }).nth(1).waitFor();
    await look('outbox');
  });

  it('a ticket that is changed, here and elsewhere', async () => {
    const { page } = desk();
    const dialog = (name: string) => page.getByRole('dialog', { name });
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.keyboard.press('2');
    await page.getByText('1 case shown').waitFor();
    await page.keyboard.press('j');
    await page.getByRole('button', { name: /^Change the ticket/ }).waitFor();
    await page.keyboard.press('d');
    const form = dialog('Change the ticket');
    await form.getByRole('combobox', { name: 'Labels' }).waitFor();
    await look('ticket');
    await form.getByLabel('Title', { exact: true }).fill('Tier 3 issue - Blue Button download fails since Monday');
    await form.getByLabel('State').selectOption('Closed');
    const [issue] = desk().practice().world.issues();
    desk().practice().world.change(issue!, { title: 'Blue Button: export times out' });
    await form.getByRole('button', { name: 'Queue the change' }).click();
    await page.getByText('Change of #1 queued.').waitFor();
    await send(page);
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await page.getByRole('cell', { name: 'You decide' }).waitFor();
    await look('outbox-decide');
    await page.getByRole('button', { name: 'Choose' }).click();
    await dialog('Changed on both sides')
      .getByRole('radio', { name: /^Theirs/ })
      .check();
    await look('choose');
    // Before what is chosen is queued: it leaves by itself after a while.
    const { github } = desk().practice();
    await fetch(github.replace('/github', '/practice/faults'), {
      method: 'POST',
      body: JSON.stringify({ method: 'PATCH', what: 429, headers: { 'retry-after': '600' } }),
    });
    await dialog('Changed on both sides').getByRole('button', { name: 'Save choices' }).click();
    await dialog('Changed on both sides').waitFor({ state: 'hidden' });
  });

  it('a limit of GitHub, and words that still wait', async () => {
    const { page } = desk();
    await send(page);
    await page.getByText(/GitHub accepts no more requests until/).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page
      .getByLabel('Answer on the ticket')
      .fill('It still happens in Chrome and Edge. We tried with cleared cookies.');
    await page.getByRole('button', { name: 'Queue the answer' }).click();
    await page.getByText('Answer queued for the ticket.').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    const change = page.getByRole('row', { name: /^Waiting Comment/ }).getByRole('button', { name: 'Change' });
    await change.waitFor();
    await look('outbox-limited');
    await change.click();
    await page.getByRole('dialog', { name: 'What will be sent' }).waitFor();
    await look('entry');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'What will be sent' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.keyboard.press('1');
  });
}
