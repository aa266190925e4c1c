// The main job in real Electron, where its binary is present. The only suite that may be skipped, and it says so.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron as electron } from 'playwright';
import { describe, expect, it } from 'vitest';
import { findElectron } from '../../electron/launch/electron-binary.ts';
import { ROOT } from '../support/desk.ts';

const binary = findElectron(ROOT, false);
if ('missing' in binary) console.warn(`Real Electron is not tested here: ${binary.missing}.`);

describe.skipIf('missing' in binary)('real Electron', () => {
  it('does the main job in its window', async () => {
    const home = mkdtempSync(join(tmpdir(), 'tier3-electron-'));
    const app = await electron.launch({
      executablePath: 'path' in binary ? binary.path : '',
      args: [ROOT, '--practice', '--home', home, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
    const page = await app.firstWindow();
    await page.getByRole('button', { name: 'Load sample cases' }).click();
    await page.getByText('48 cases shown').waitFor();
    await page.keyboard.press('e');
    await page.getByRole('combobox', { name: 'Team' }).fill('medical rec');
    await page.keyboard.press('Enter');
    await page.getByText('Pipeline: Tier 3 Support').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('The ticket is in the outbox.').waitFor();
    for (const key of ['g', 's']) await page.keyboard.press(key);
    await page.getByText(/^Ticket #1/).waitFor();
    expect(await page.evaluate(() => typeof (globalThis as { require?: unknown }).require)).toBe('undefined');
    await app.close();
    rmSync(home, { recursive: true });
  });
});
