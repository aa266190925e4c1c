// The main job in the window of the installed desk, by keys: an export goes in, a case is found and sent to a team, its ticket is
// queued and sent, with the record number and without the person.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/desk.ts';
import type { CleanRoot } from './clean-root.ts';
import type { InstalledWindow } from './installed-window.ts';

const EXPORT = join(ROOT, 'resources', 'samples', 'dynamics.csv');
const REFERENCE = '26-HRC-HD-50-27815051';
/** Who reported it, and who called; in what was received. */
const PERSONS = /Pham|Kimberly|4887|Rosalia|Michel/;

/** @throws Error when a step of it does not come about */
export async function doMainJob(root: CleanRoot, { page, press }: InstalledWindow): Promise<void> {
  await press('i');
  await page.getByLabel('CSV export').setInputFiles(EXPORT);
  await page.getByText(/80 rows; \d+ new, \d+ already there/).waitFor();
  const imports = page.getByRole('button', { name: /^Import \d+ cases?$/ });
  if (await imports.isEnabled()) await imports.click();
  else await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await press('g', 'q', '/');
  await page.keyboard.type(REFERENCE.slice(-8));
  await page.getByText('1 case shown').waitFor();
  await press('Enter', 'e');
  await page.getByRole('combobox', { name: 'Team' }).fill('medical rec');
  await press('Enter');
  await page.getByText(`${REFERENCE}: escalated`).waitFor();
  await press('Control+Enter');
  await page.getByText('The ticket is in the outbox.').waitFor();
  await press('g', 's');
  await page.getByText(/^Ticket #\d+ in department-of-veterans-affairs\/va\.gov-team/).waitFor();
  const sent = issuesOf(root).filter(({ body }) => body.includes(REFERENCE));
  if (sent.length !== 1) throw new Error(`${sent.length} issues of the case arrived`);
  if (PERSONS.test(JSON.stringify(sent))) throw new Error('the issue says who it was');
}

/** What arrived at the stand-in of GitHub, as it keeps it in the user's practice home. */
export function issuesOf(root: CleanRoot): { readonly title: string; readonly body: string }[] {
  return JSON.parse(readFileSync(join(root.userHome, '.tier3-desk-practice', 'practice-state.json'), 'utf8')).issues;
}
