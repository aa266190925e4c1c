// npm run bench:trends [-- FOLDER]: a month of exports through the desk's own door, beside plain TF-IDF; then ten
// corrections by hand; then 100,000 cases, joined one by one and grouped anew.
import { join } from 'node:path';
import { joinProblem } from '../../electron/actions/join-problem.ts';
import type { CaseId } from '../../electron/contract/ids.ts';
import { addManyCases } from '../bench/many-cases.ts';
import { openPlainOffice } from '../support/plain-office.ts';
import { bCubed, isTeamOf, readExports, readGold, tfIdfGroups } from './measure.ts';

const MANY = 100_000;
const JOINS = 2_000;
const CORRECTIONS = 10;
const folder = process.argv[2] ?? join(import.meta.dirname, 'samples');
const { call, store, close } = openPlainOffice();
for (const one of readExports(folder)) await call('intake.import', { ...one, timeZone: 'UTC' });

/** Rows of a sheet get the desk's own numbers, in the order of the rows; the first row is the header. */
const numbers = store.db.$client
  .prepare(`SELECT reference FROM cases WHERE source = 'sheet' ORDER BY seq`)
  .pluck()
  .all() as string[];
const gold = readGold(folder).map((one) => {
  const row = /^row (\d+)$/.exec(one.ref)?.[1];
  return row === undefined ? one : { ...one, ref: numbers[Number(row) - 2] ?? one.ref };
});
const truth = new Map(gold.map((one) => [one.ref, one.problem]));

async function groupsNow(): Promise<Map<string, string>> {
  const { trends } = await call('trends.list', { all: true });
  return new Map(trends.flatMap((group) => group.references.map((reference) => [reference, group.id])));
}

const before = await groupsNow();
const ours = bCubed(truth, before);
const texts = new Map<string, string>();
for (const row of store.db.$client.prepare('SELECT reference, scrubbed_text FROM cases').raw().all() as [
  string,
  string,
][])
  texts.set(row[0], row[1]);
const baseline = Array.from({ length: 17 }, (_, at) => bCubed(truth, tfIdfGroups(texts, 0.1 + at * 0.05))).reduce(
  (best, one) => (one.f1 > best.f1 ? one : best),
);
const { routes } = await call('route.list', {});
const byReference = new Map(routes.map((route) => [route.reference, route]));
const inScope = gold.filter((one) => !one.outOfScope);
const outside = gold.filter((one) => one.outOfScope);
const right = inScope.filter((one) => isTeamOf(one.team, byReference.get(one.ref)?.team)).length;
const found = outside.filter((one) => byReference.get(one.ref)?.outOfScope).length;

// Ten corrections: the first cases that stand in a group where most tell of another problem go to the group of theirs.
const mostly = (group: string) => {
  const counts = new Map<string, number>();
  for (const [reference, of] of before) {
    const problem = truth.get(reference);
    if (of === group && problem !== undefined) counts.set(problem, (counts.get(problem) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
};
const homeOf = new Map([...new Set(before.values())].map((group) => [mostly(group), group]));
const wrong = gold.filter(({ ref, problem }) => mostly(before.get(ref) ?? '') !== problem && homeOf.has(problem));
const moved = new Map<string, string>();
for (const { ref, problem } of wrong.slice(0, CORRECTIONS)) {
  const { cases } = await call('cases.find', { reference: ref });
  const into = homeOf.get(problem) ?? '';
  await call('trends.move', { caseIds: cases.map((one) => one.id as CaseId), into });
  moved.set(ref, into);
}
await call('trends.regroup', {});
const after = await groupsNow();
const undone = [...moved].filter(([reference, into]) => after.get(reference) !== into).length;
const corrected = bCubed(truth, after);
await call('trends.regroup', {});
const again = await groupsNow();
const differs = [...after].filter(([reference, group]) => again.get(reference) !== group).length;
await close();

const figures = (of: { f1: number; precision: number; recall: number }) => ({
  'B-cubed F1': of.f1.toFixed(3),
  precision: of.precision.toFixed(3),
  recall: of.recall.toFixed(3),
});
console.log(`${gold.length} cases of ${folder === process.argv[2] ? 'the month given' : 'the samples'}:`);
console.table({
  'the desk': figures(ours),
  [`after ${moved.size} corrections`]: figures(corrected),
  'plain TF-IDF, best threshold': figures(baseline),
});
console.log(
  `routing, top 1: ${(right / inScope.length).toFixed(3)} (${right}/${inScope.length}); out of scope found ${found}/${outside.length}`,
);
console.log(`corrections undone by grouping anew: ${undone}; cases that differ when it is done twice: ${differs}`);

const many = openPlainOffice();
addManyCases(many.store, MANY, Date.now());
await many.call('cases.list', { count: 1 });
const times: number[] = [];
many.store.transaction((db) => {
  for (let at = 0; at < JOINS; at += 1) {
    const text = `Widget ${at % 97} on the ${at % 13} page of the portal shows wrong banner ${at}`;
    const started = performance.now();
    joinProblem(db, text, null, Date.now());
    times.push(performance.now() - started);
  }
});
times.sort((a, b) => a - b);
const started = performance.now();
await many.call('trends.regroup', {});
console.log(
  `${MANY.toLocaleString('en-US')} cases: a new one joins in ${times[JOINS >> 1]?.toFixed(2)} ms at the median, ${times[Math.floor(JOINS * 0.95)]?.toFixed(2)} ms at p95; all grouped anew in ${((performance.now() - started) / 1000).toFixed(1)} s`,
);
await many.close();
