// One act on a home, in a process of its own that may be killed at any instant: prints when it begins, and how long it took.
import { AppError } from '../../electron/contract/errors.ts';
import { changeKeeper, renewCode } from '../../electron/host/change-key.ts';
import { locateHome } from '../../electron/host/home.ts';
import { openStore } from '../../electron/store/opening/open.ts';
import { restoreSnapshot } from '../../electron/store/opening/restore.ts';
import { purgeDesk } from '../../electron/store/retention/purge-desk.ts';
import { overdueCases } from '../../electron/store/retention/retention.ts';
import { listSnapshots, snapshotFolder, takeSnapshot } from '../../electron/store/snapshots/snapshots.ts';
import { rekeyHome } from '../../electron/worker/change-keys.ts';
import { unlockHome } from '../../electron/worker/unlock.ts';
import { type Act, DAY_MS, keychain } from './acts.ts';

const [folder = '', act = '', migrations = ''] = process.argv.slice(2);
const home = locateHome(folder, 'real');
const file = home.store;

function unlocked(): string {
  return unlockHome(home, 'real', { passphrase: undefined, keychain }).key;
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
