// A desk without services, in a process that loads nothing else: for what is measured or killed.
import { join } from 'node:path';
import type { DeskEvent } from '../../electron/contract/calls.ts';
import { type Call, createClient } from '../../electron/contract/client.ts';
import { openStore, type Store } from '../../electron/store/opening/open.ts';
import { purgeSnapshots } from '../../electron/store/retention/purge-snapshots.ts';
import { takeSnapshot } from '../../electron/store/snapshots/snapshots.ts';
import { createBackend } from '../../electron/worker/backend.ts';
import { startReaders } from '../../electron/worker/readers.ts';

const KEY = '5a'.repeat(32);

export interface LeanDesk {
  readonly store: Store;
  readonly call: Call;
  close(): Promise<void>;
}

/** @param root the project's; `threadFile` is reader-thread as it was bundled; `now` gives UTC ms; `announce` is told of progress */
export function openLeanDesk({
  folder,
  root,
  threadFile,
  now,
  announce = () => {},
}: {
  readonly folder: string;
  readonly root: string;
  readonly threadFile: string;
  readonly now: () => number;
  readonly announce?: (event: DeskEvent) => void;
}): LeanDesk {
  const file = join(folder, 'desk.db');
  const store = openStore({ file, key: KEY, migrations: join(root, 'drizzle', 'migrations') });
  const backend = createBackend({
    store,
    directory: [],
    practice: false,
    samples: () => [],
    connections: () => ({ github: null, zenhub: null }),
    fetch,
    now,
    advance: null,
    syncLock: join(folder, 'sync.lock'),
    teamSql: join(root, 'electron', 'team', 'sql'),
    snapshots: {
      file,
      key: KEY,
      purge: async (ids) => purgeSnapshots(file, KEY, ids),
      take: async (reason) => takeSnapshot({ file, key: KEY, reason, now: now() }),
    },
    startReaders: () => startReaders(threadFile),
    log: console.error,
    announce,
  });
  return { store, call: createClient(backend.dispatch), close: () => backend.close() };
}
