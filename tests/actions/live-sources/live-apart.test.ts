// What goes wrong with one live source stays with it: the others are looked at, and it is looked at again in its turn.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { AppContext } from '../../../electron/actions/app-context.ts';
import { listLiveSources, lookAtLiveSources } from '../../../electron/actions/live-sources/poll.ts';
import { SETTINGS } from '../../../electron/contract/settings.ts';
import { openStore } from '../../../electron/store/opening/open.ts';
import { writeSetting } from '../../../electron/store/settings.ts';
import { KEY, ROOT, WEDNESDAY } from '../../support/desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'tier3-live-'));
const store = openStore({
  file: join(folder, 'desk.db'),
  key: KEY,
  migrations: join(ROOT, 'drizzle', 'migrations'),
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

it('keeps an error nobody expected at its source, and looks at the others', async () => {
  const address = 'http://127.0.0.1:9';
  store.transaction((db) => {
    const { key, shape } = SETTINGS.liveSources;
    const github = { isOn: true, repository: 'owner/name', labels: 'x' };
    writeSetting(db, key, shape.parse({ github, servicenow: { isOn: true, address } }));
    writeSetting(db, 'live-tokens', { servicenow: { token: 't', address } });
  });
  const bug = new TypeError('a bug');
  const line = {
    connections() {
      throw bug;
    },
    fetch: () => Promise.reject(new Error('no network')),
  };
  const ctx = { store, now: () => WEDNESDAY } as unknown as AppContext;
  const heard: unknown[] = [];
  expect(await lookAtLiveSources(ctx, line, (error) => heard.push(error))).toBe(true);
  expect(heard).toEqual([bug]);
  const { sources } = listLiveSources(ctx);
  const nextAt = WEDNESDAY + 15 * 60_000;
  expect(sources.find(({ kind }) => kind === 'github')).toMatchObject({
    error: expect.stringContaining('Something went wrong'),
    nextAt,
  });
  expect(sources.find(({ kind }) => kind === 'servicenow')).toMatchObject({
    error: expect.stringContaining('cannot be reached'),
    nextAt,
  });
});
