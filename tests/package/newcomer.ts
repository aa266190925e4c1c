// A newcomer's path: the package is installed, practice opens, and the guide on the screen is followed to the first ticket, with
// nothing known beforehand but what it says.
import type { CleanRoot } from './clean-root.ts';
import { type InstalledWindow, openInstalled } from './installed-window.ts';

export interface NewcomersPath {
  readonly installSeconds: number;
  /** From the command to the first screen. */
  readonly openSeconds: number;
  /** From the first screen to the open ticket. */
  readonly ticketSeconds: number;
  readonly keys: number;
  readonly window: InstalledWindow;
}

const seconds = (since: number) => Math.round((performance.now() - since) / 100) / 10;
const MOST_STEPS = 12;

/** @throws Error when the guide cannot be followed to its end */
export async function walkNewcomersPath(root: CleanRoot, deb: string): Promise<NewcomersPath> {
  let began = performance.now();
  root.run('apt-get', 'install', '-qq', '-y', '--no-install-recommends', deb);
  const installSeconds = seconds(began);
  began = performance.now();
  const window = await openInstalled(root, '--practice');
  const openSeconds = seconds(began);
  began = performance.now();
  await followGuide(window);
  return { installSeconds, openSeconds, ticketSeconds: seconds(began), keys: window.keys(), window };
}

/** Does what the guide says until it says that the first ticket is open. */
async function followGuide({ page, press }: InstalledWindow): Promise<void> {
  const guide = page.getByRole('region', { name: 'Your first ticket' });
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const says = await guide.getByRole('status').innerText();
    if (says.startsWith('Your first ticket is open')) return;
    // "The button above" has no key of its own: Tab comes to it, and Enter presses it.
    const button = page.getByRole('button', { name: 'Load sample cases' });
    if (await button.isVisible()) {
      for (let tab = 0; tab < MOST_STEPS * 4 && !(await button.evaluate((one) => one.matches(':focus'))); tab += 1)
        await press('Tab');
      await press('Enter');
    } else {
      const keys = await guide.locator('.visually-hidden').textContent();
      await press(...(keys ?? '').replaceAll('Ctrl', 'Control').split(' '));
    }
    await guide.getByRole('status').filter({ hasNotText: says }).waitFor();
  }
  throw new Error(`the guide was followed ${MOST_STEPS} steps and no ticket is open`);
}
