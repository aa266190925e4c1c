// Imports one file in a process of its own, to be killed at any instant; says what was there before and what is there after.
import { join } from 'node:path';
import { openLeanDesk } from '../support/lean-desk.ts';

export interface Told {
  readonly before: number;
  readonly imported: number;
  readonly duplicates: number;
  /** Cases, lines that say so, cases the search finds, standings; one of each for every row. */
  readonly cases: number;
  readonly lines: number;
  readonly found: number;
  readonly standings: number;
  readonly integrity: string;
}

const [, , root = '', folder = '', file = ''] = process.argv;
const threadFile = join(import.meta.dirname, 'reader-thread.js');
const { store, call, close } = openLeanDesk({
  folder,
  root,
  threadFile,
  now: () => Date.parse('2026-10-28T14:00:00Z'),
});
const count = (sql: string) => Number(store.db.$client.prepare(sql).pluck().get());

const before = count('SELECT count(*) FROM cases');
console.log('begins');
const { imported, duplicates } = await call('intake.import', { name: 'queue.csv', path: file });
await call('cases.list', { filter: {}, search: '', group: 'none' } as never).catch(() => null);
const told: Told = {
  before,
  imported,
  duplicates,
  cases: count('SELECT count(*) FROM cases'),
  lines: count("SELECT count(DISTINCT case_id) FROM activity WHERE verb = 'import'"),
  found: count("SELECT count(*) FROM case_search WHERE case_search MATCH 'killing'"),
  standings: count('SELECT count(*) FROM standings'),
  integrity: store.integrity(),
};
await close();
console.log(JSON.stringify(told));
