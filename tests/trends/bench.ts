// npm run bench:trends [-- FOLDER]: months of exports through the desk's own door, and problems the lexicon does not know;
// then ten corrections by hand in the last month; then 100,000 cases, joined one by one and grouped anew.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { joinProblem } from '../../electron/actions/problems/join-problem.ts';
import { addManyCases } from '../bench/many-cases.ts';
import { openPlainOffice } from '../support/plain-context.ts';
import { tfIdfF1 } from './measure.ts';
import { correctByHand, figuresOf, goldOf, importMonth, raised, type Share } from './month.ts';

const MANY = 100_000;
const JOINS = 2_000;
const HELD_OUT = join(import.meta.dirname, 'held-out');
const folders =
  process.argv[2] === undefined
    ? [join(import.meta.dirname, 'samples'), ...readdirSync(HELD_OUT).map((name) => join(HELD_OUT, name))]
    : [process.argv[2]];

const told = ({ right, of }: Share) => (of === 0 ? '' : `${right}/${of}`);
const table: Record<string, Record<string, string | number>> = {};
const corrections: Record<string, Record<string, string | number>> = {};
for (const folder of folders) {
  const desk = openPlainOffice();
  await importMonth(desk, folder);
  const gold = goldOf(desk, folder);
  const figures = await figuresOf(desk, gold);
  const { f1, precision, recall } = figures.grouping;
  table[basename(folder)] = {
    cases: figures.cases,
    'B-cubed F1': f1.toFixed(3),
    precision: precision.toFixed(3),
    recall: recall.toFixed(3),
    'TF-IDF F1': tfIdfF1(desk, gold).toFixed(3),
    routing: told(figures.routing),
    'out of scope found': told(figures.outsideFound),
    'told so, and are': told(figures.outsideTold),
    alarms: told(figures.alarmsFound),
    'false alarms': told(figures.falseAlarms),
    'raised as a trend': told(await raised(desk, gold)),
  };
  corrections[basename(folder)] = await correctByHand(desk, gold);
  await desk.close();
}
console.log('Months and unknown problems (the trend of eight reports each is raised by the eighth):');
console.table(table);
console.log('Ten corrections by hand, then grouped anew:');
console.table(corrections);

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
