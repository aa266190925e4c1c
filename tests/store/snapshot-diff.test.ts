// What a snapshot has that the store has not, and the other way round, table by table; one from before a table was there, too.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { connect } from '../../electron/store/file/connect.ts';
import { openStore } from '../../electron/store/opening/open.ts';
import { diffSnapshot } from '../../electron/store/snapshots/snapshot-diff.ts';
import { snapshotFolder, takeSnapshot } from '../../electron/store/snapshots/snapshots.ts';
import { dropTemplate, saveTemplate } from '../../electron/store/tickets/templates.ts';
import { KEY, ROOT, WEDNESDAY } from '../support/desk.ts';

it('is told by rows that are only here, only there, or changed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tier3-diff-'));
  const file = join(folder, 'desk.db');
  const store = openStore({ file, key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });
  const save = (name: string, body = 'x') => saveTemplate(store.db, { name, body, problem: null }, WEDNESDAY)!;
  const [kept, dropped] = [save('kept'), save('dropped')];
  const { name } = takeSnapshot({ file, key: KEY, reason: 'daily', now: WEDNESDAY });
  const snapshot = join(snapshotFolder(file), name);
  const diff = () => diffSnapshot(file, snapshot, KEY);
  expect(diff()).toEqual([]);
  dropTemplate(store.db, dropped);
  saveTemplate(store.db, { id: kept, name: 'kept', body: 'y', problem: null }, WEDNESDAY);
  save('new');
  save('newer');
  const templates = { table: 'templates', onlyHere: 2, onlyThere: 1, changed: 1, names: ['new', 'newer'] };
  expect(diff()).toEqual([templates]);
  const older = connect(snapshot, KEY);
  older.exec('DROP TABLE templates');
  older.close();
  expect(diff()).toEqual([{ ...templates, onlyHere: 3, onlyThere: 0, changed: 0, names: [] }]);
  store.close();
  rmSync(folder, { recursive: true });
});
