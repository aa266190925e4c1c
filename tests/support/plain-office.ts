// A desk without services for a bench: its own folder, the real store, the real back office in this process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Call, createClient } from '../../electron/contract/client.ts';
import { openStore, type Store } from '../../electron/store/open.ts';
import { takeSnapshot } from '../../electron/store/snapshots.ts';
import { createBackOffice } from '../../electron/worker/back-office.ts';
import { DIRECTORY, KEY, ROOT } from './desk.ts';

export interface PlainOffice {
  readonly call: Call;
  readonly store: Store;
  /** Starts what a desk does by itself. */
  start(): void;
  close(): Promise<void>;
}

/** `now` gives UTC ms. */
export function openPlainOffice(now: () => number = Date.now): PlainOffice {
  const folder = mkdtempSync(join(tmpdir(), 'tier3-bench-'));
  const store = openStore({ file: join(folder, 'desk.db'), key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });
  const office = createBackOffice({
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
      take: async (reason) => takeSnapshot({ file: join(folder, 'desk.db'), key: KEY, reason, now: now() }),
    },
    log: console.error,
    announce: () => {},
  });
  return {
    call: createClient(office.dispatch),
    store,
    start: () => office.start(),
    async close() {
      await office.close();
      rmSync(folder, { recursive: true });
    },
  };
}
