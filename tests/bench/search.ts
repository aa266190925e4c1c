// npm run bench:search: search over 100,000 cases, at the store and as the window asks for it, beside the bare full-text
// query that any search of words must run.
import { searchCases } from '../../electron/store/cases/search-cases.ts';
import { openPlainOffice } from '../support/plain-context.ts';
import { addManyCases, seeded } from './many-cases.ts';

const CASES = 100_000;
const ROUNDS = 200;
const NOW = Date.parse('2026-10-28T14:00:00Z');
const WORDS =
  'radiology refill travel secure message button report error page spinner outage browser cookies safari build'.split(
    ' ',
  );

const { call, store, close } = openPlainOffice(() => NOW);
addManyCases(store, CASES, NOW);
const bareQuery = store.db.$client.prepare('SELECT rowid FROM case_search WHERE case_search MATCH ?').pluck();
const bare = (words: string) =>
  bareQuery.all(
    words
      .split(' ')
      .map((word) => `"${word}"*`)
      .join(' '),
  );

const chance = seeded(7);
const pick = () => WORDS[Math.floor(chance() * WORDS.length)] ?? '';
/** What is typed on the way to one or two words: at least two letters of the first. */
const queries = Array.from({ length: ROUNDS }, () => {
  const words = chance() < 0.5 ? pick() : `${pick()} ${pick()}`;
  return words.slice(0, 2 + Math.floor(chance() * (words.length - 1))).trim();
});

await call('cases.list', { count: 60 });
const times: Record<'bare' | 'store' | 'window', number[]> = { bare: [], store: [], window: [] };
for (const query of queries) {
  const [a, b, c, d] = [performance.now(), bare(query), performance.now(), searchCases(store.db, query)];
  const e = performance.now();
  if (b.length !== d?.length) throw new Error(`"${query}": ${b.length} and ${d?.length} found`);
  await call('cases.list', { search: query, count: 60 });
  times.bare.push(c - a);
  times.store.push(e - c);
  times.window.push(performance.now() - e);
}
await close();

const at = (of: number[], share: number) => of.toSorted((x, y) => x - y)[Math.floor(of.length * share)] ?? 0;
const row = (of: number[]) => ({
  'median ms': at(of, 0.5).toFixed(1),
  'p95 ms': at(of, 0.95).toFixed(1),
  'p95 : bare': (at(of, 0.95) / at(times.bare, 0.95)).toFixed(2),
});
console.log(`${ROUNDS} searches as they are typed, ${CASES.toLocaleString('en-US')} cases:`);
console.table({
  'bare full-text query': row(times.bare),
  'search at the store': row(times.store),
  'search, filter, order and the first 60 rows': row(times.window),
});
