// The store's own counter of what was written, in the file alone, without its log.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commitsInMainFile, commitsOf, connect } from '../../electron/store/file/connect.ts';
import { openStore } from '../../electron/store/opening/open.ts';
import { writeSetting } from '../../electron/store/settings.ts';
import { KEY, ROOT } from '../support/desk.ts';

it('is read from the main file as the store itself tells it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tier3-commits-'));
  const file = join(folder, 'desk.db');
  const store = openStore({ file, key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });
  store.transaction((db) => writeSetting(db, 'x', 1));
  store.close();
  const sqlite = connect(file, KEY);
  const commits = commitsOf(sqlite);
  sqlite.close();
  expect(commits).toBeGreaterThan(0);
  expect(commitsInMainFile(file, KEY)).toBe(commits);
  expect(commitsInMainFile(file, 'a5'.repeat(32))).not.toBe(commits);
  rmSync(folder, { recursive: true });
});
