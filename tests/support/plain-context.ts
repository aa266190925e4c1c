// A desk without services for a bench: its own folder, the real store, the real backend in this process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeskEvent } from '../../electron/contract/calls.ts';
import { type Call, createClient } from '../../electron/contract/client.ts';
import { openStore, type Store } from '../../electron/store/opening/open.ts';
import { purgeSnapshots } from '../../electron/store/retention/purge-snapshots.ts';
import { takeSnapshot } from '../../electron/store/snapshots/snapshots.ts';
import { createBackend } from '../../electron/worker/backend.ts';
import { DIRECTORY, KEY, ROOT } from './desk.ts';

export interface PlainOffice {
  readonly call: Call;
  readonly store: Store;
  /** Starts what a desk does by itself. */
  start(): void;
  close(): Promise<void>;
}

/** `now` gives UTC ms; `announce` hears what the window would. */
export function openPlainOffice(
  now: () => number = Date.now,
  announce: (event: DeskEvent) => void = () => {},
): PlainOffice {
  const folder = mkdtempSync(join(tmpdir(), 'tier3-bench-'));
  const store = openStore({ file: join(folder, 'desk.db'), key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });
  const backend = createBackend({
    store,
    directory: DIRECTORY,
    practice: true,
    samples: () => [],
    connections: () => ({ github: null, zenhub: null }),
    fetch,
    now,
    advance: null,
    syncLock: join(folder, 'sync.lock'),
    teamSql: join(ROOT, 'electron', 'team', 'sql'),
    snapshots: {
      file: join(folder, 'desk.db'),
      key: KEY,
      purge: async (ids) => purgeSnapshots(join(folder, 'desk.db'), KEY, ids),
      take: async (reason) => takeSnapshot({ file: join(folder, 'desk.db'), key: KEY, reason, now: now() }),
    },
    log: console.error,
    announce,
  });
  return {
    call: createClient(backend.dispatch),
    store,
    start: () => backend.start(),
    async close() {
      await backend.close();
      rmSync(folder, { recursive: true });
    },
  };
}
