// What is said of a store that cannot be opened, and of what a restore would change.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { describeRebuilt } from '../../electron/store/opening/damage-words.ts';
import { describeDiff } from '../../electron/store/opening/diff-words.ts';
import { adviseRestore, explainOpen } from '../../electron/store/opening/explain-open.ts';
import { KEY, WEDNESDAY } from '../support/desk.ts';

it('a store that was taken away while it was opened is empty', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tier3-gone-'));
  const broken = new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_READ');
  const told = String(explainOpen(broken, join(folder, 'desk.db'), KEY, 'none'));
  expect(told).toContain('desk.db is empty. It has no snapshot: restore it from a backup of your own.');
  rmSync(folder, { recursive: true });
});

it('a restore is advised from the newest good snapshot, with its time', () => {
  expect(adviseRestore({ name: '2026-10-28.db', at: WEDNESDAY } as never)).toBe(
    'The newest good snapshot is of 2026-10-28 14:00 UTC. To see what is in it, run: desk restore 2026-10-28.db',
  );
});

it.each([
  [{ onlyHere: 3 }, ['goes away: 3 cases']],
  [{ onlyHere: 1, names: ['A-1'] }, ['goes away: 1 case: A-1']],
  [{ onlyHere: 3, names: ['A-1', 'A-2'] }, ['goes away: 3 cases: A-1, A-2, …']],
  [{ onlyThere: 1, changed: 2 }, ['comes back: 1 case', 'becomes as it was: 2 cases']],
  [{}, []],
])('%j is said as %j', (diff, said) => {
  expect(describeDiff({ table: 'cases', onlyHere: 0, onlyThere: 0, changed: 0, names: [], ...diff })).toEqual(said);
});

it('a loss names two hundred, and counts the rest only where there is one', () => {
  const names = (count: number) => Array.from({ length: count }, (_, at) => `A-${at}`);
  const told = (count: number) => {
    const loss = { table: 'cases', rows: count, exact: true, names: names(count) };
    return describeRebuilt([loss], 'desk.db.damaged').find((line) => line.includes('could not be read:'));
  };
  expect(told(200)).toMatch(/^200 cases could not be read: A-0, .*, A-199\. /);
  expect(told(203)).toMatch(/^203 cases could not be read: A-0, .*, A-199 and 3 more\. /);
});
