// One act on a home, in a process of its own that may be killed at any instant: prints when it begins, and how long it took.
import { createClient } from '../../electron/contract/client.ts';
import { AppError } from '../../electron/contract/errors.ts';
import { changeKeeper, renewCode } from '../../electron/host/change-key.ts';
import { locateHome } from '../../electron/host/home.ts';
import { openStore } from '../../electron/store/open.ts';
import { purgeDesk } from '../../electron/store/purge-desk.ts';
import { restoreSnapshot } from '../../electron/store/restore.ts';
import { overdueCases } from '../../electron/store/retention.ts';
import { listSnapshots, snapshotFolder, takeSnapshot } from '../../electron/store/snapshots.ts';
import { rekeyHome } from '../../electron/worker/change-keys.ts';
import { openDesk } from '../../electron/worker/open-desk.ts';
import { unlockHome } from '../../electron/worker/unlock.ts';
import { dynamicsCsv, ROOT } from '../support/desk.ts';
import { type Act, CASES, DAY_MS, keychain, PERSON } from './acts.ts';

const [folder = '', act = '', migrations = ''] = process.argv.slice(2);
const home = locateHome(folder, 'real');
const file = home.store;

function unlocked(): string {
  return unlockHome(home, 'real', { passphrase: undefined, keychain }).key;
}

/** Cases, half of them closed; a snapshot from before the last of them, and one of now. */
async function fill(): Promise<void> {
  const key = unlocked();
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

function perform(key: string): void {
  const now = Date.now();
  const open = () => openStore({ file, key, migrations, used: true });
  switch (act as Act) {
    case 'backup':
      takeSnapshot({ file, key, reason: 'by-hand', now });
      return;
    case 'restore':
      restoreSnapshot({ file, key, name: listSnapshots(file).at(-1)!.name, now });
      return;
    case 'purge': {
      const store = open();
      const overdue = overdueCases(store.db.$client, now + 91 * DAY_MS, 90);
      purgeDesk({ store, file, key, now, overdue });
      store.close();
      return;
    }
    case 'rekey':
      rekeyHome(home, key, { keychain });
      return;
    case 'new passphrase':
      changeKeeper(home, snapshotFolder(file), key, { keychain });
      renewCode(home, snapshotFolder(file), key);
      return;
    case 'upgrade':
    case 'open':
      open().close();
  }
}

if (act === 'fill') await fill();
else {
  // An opening is an act too: what an earlier one left half done is brought to its end by it.
  if (act === 'open') console.log('begins');
  try {
    const key = unlocked();
    if (act !== 'open') console.log('begins');
    const began = performance.now();
    perform(key);
    console.log(`took ${performance.now() - began}`);
  } catch (error) {
    console.log(error instanceof AppError ? `refused ${error.message}` : `broke ${(error as Error).stack}`);
  }
}
