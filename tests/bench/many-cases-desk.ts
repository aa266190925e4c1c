// A practice desk with many invented cases, served to a browser, for the measurements of the window.
import { join } from 'node:path';
import { createCaseQueue } from '../../electron/actions/cases/case-queue.ts';
import { locateHome } from '../../electron/host/home.ts';
import { openKey } from '../../electron/host/key.ts';
import { openStore } from '../../electron/store/opening/open.ts';
import { serveDesk, type WebHost } from '../../electron/web/serve.ts';
import { ROOT } from '../support/desk.ts';
import { addManyCases } from './many-cases.ts';

/** Fills the practice home in `folder`, with its clocks worked out as an import does. */
export function fillHome(folder: string, count: number): void {
  const home = locateHome(folder, 'practice');
  const key = openKey(home, 'practice', { passphrase: undefined, keychain: null });
  const store = openStore({ file: home.store, key, migrations: join(ROOT, 'drizzle', 'migrations') });
  addManyCases(store, count, Date.now());
  createCaseQueue(store, Date.now).all();
  store.close();
}

export function serveHome(folder: string): Promise<WebHost> {
  return serveDesk({
    root: ROOT,
    folder,
    open: 'practice',
    port: 0,
    passphrase: undefined,
    tokens: { github: null, zenhub: null },
    startPractice: async () => async () => {},
  });
}
