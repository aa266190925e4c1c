// The home that every round begins with.
import { createClient } from '../../electron/contract/client.ts';
import { locateHome } from '../../electron/host/home.ts';
import { takeSnapshot } from '../../electron/store/snapshots/snapshots.ts';
import { openDesk } from '../../electron/worker/open-desk.ts';
import { unlockHome } from '../../electron/worker/unlock.ts';
import { dynamicsCsv, ROOT } from '../support/desk.ts';
import { CASES, DAY_MS, keychain, PERSON } from './acts.ts';

/** Cases, half of them closed; a snapshot from before the last of them, and one of now. */
export async function fillHome(folder: string): Promise<void> {
  const home = locateHome(folder, 'real');
  const file = home.store;
  const { key } = unlockHome(home, 'real', { passphrase: undefined, keychain });
  const desk = openDesk({ folder, mode: 'real', key, root: ROOT, tokens: { github: null, zenhub: null } }, () => {});
  const call = createClient(desk.dispatch);
  const bring = (from: number, to: number) =>
    call('intake.import', {
      name: 'export.csv',
      text: dynamicsCsv(
        Array.from({ length: to - from }, (_, at) => ({
          reference: `keep-${from + at}`,
          text: `${PERSON} says page ${from + at} stays blank. ${'The report of last week cannot be downloaded. '.repeat(8)}`,
          contact: `Odalys ${PERSON}`,
        })),
      ),
    });
  await bring(0, (CASES * 3) / 4);
  takeSnapshot({ file, key, reason: 'daily', now: Date.now() - 2 * DAY_MS });
  await bring((CASES * 3) / 4, CASES);
  for (let at = 0; at < CASES; at += 2) {
    const { cases } = await call('cases.find', { reference: `keep-${at}` });
    await call('triage.act', { caseIds: [cases[0]!.id], action: 'respond' });
  }
  takeSnapshot({ file, key, reason: 'daily', now: Date.now() - DAY_MS });
  await desk.close();
}
