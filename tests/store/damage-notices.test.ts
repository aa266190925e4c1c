// What is told of damage stays until somebody has read it; of many notices the newest.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addDamage, forgetDamage, listDamage } from '../../electron/store/opening/damage.ts';
import { openStore } from '../../electron/store/opening/open.ts';
import { KEY, ROOT } from '../support/desk.ts';

it('keeps twenty', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tier3-notices-'));
  const store = openStore({ file: join(folder, 'desk.db'), key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });
  const notice = (at: number) => ({ at, title: `Notice ${at}`, lines: ['x'] });
  for (let at = 0; at < 25; at += 1) addDamage(store.db, [notice(at)]);
  expect(listDamage(store.db)).toEqual(Array.from({ length: 20 }, (_, at) => notice(at + 5)));
  forgetDamage(store.db);
  expect(listDamage(store.db)).toEqual([]);
  store.close();
  rmSync(folder, { recursive: true });
});
