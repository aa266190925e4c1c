// npm run bench:pii: our scrubber beside the packages that people use today, on the labelled files and on a corpus of our
// own. `presidio_synth` is read from ../shared/pii where that stands beside the checkout; it is never part of the project.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPii } from '../../electron/core/scrub/find-pii.ts';
import { generateCorpus, type LabelledCase } from './corpus.ts';
import { type Score, score } from './measure.ts';
import { loadPeers, REDACT_PII, type Scrubber } from './peers.ts';

const WARM_UP_MS = 700;
const ROUNDS = 7;
/** Passes follow each other for this long in a turn, so that none is timed on caches that another has just emptied. */
const TURN_MS = 60;
const SEED = 2026;
/** Slower than this, one round says enough. */
const SLOW_MS = 1_000;

const root = join(import.meta.dirname, '..', '..');
const readCases = (file: string): LabelledCase[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const presidio = join(root, '..', 'shared', 'pii', 'presidio_synth.jsonl');
const sets: readonly (readonly [string, LabelledCase[]])[] = [
  ['va_dev', readCases(join(import.meta.dirname, 'data', 'va_dev.jsonl'))],
  ['va2_dev', readCases(join(import.meta.dirname, 'data', 'va2_dev.jsonl'))],
  [`own corpus, seed ${SEED}`, generateCorpus(SEED, 12)],
  ...(existsSync(presidio) ? ([['presidio_synth', readCases(presidio)]] as const) : []),
];
const ours: Scrubber = { name: 'Tier3 Desk', find: (text) => findPii(text) };
const scrubbers = [ours, ...(await loadPeers())];

/** One name for a kind that the sets name differently. */
const SAME_KIND: Readonly<Record<string, string>> = {
  PERSON: 'NAME',
  GIVEN: 'NAME',
  FAMILY: 'NAME',
  REVERSED: 'NAME',
  LAST4: 'SSN_LAST4',
  INIT4: 'INIT_LAST4',
  US_SSN: 'SSN',
  YEAR: 'BIRTH_YEAR',
  AGE90: 'AGE',
  AGE_OVER_89: 'AGE',
  PHONE10: 'PHONE',
  PHONE_NUMBER: 'PHONE',
  EMAIL_ADDRESS: 'EMAIL',
  STREET_ADDRESS: 'ADDRESS',
  ZIP_CODE: 'ADDRESS',
  MESSAGE: 'MESSAGE_ID',
  USER: 'USERNAME',
  IP6: 'IP',
  IP_ADDRESS: 'IP',
  CREDIT_CARD: 'CARD',
  US_DRIVER_LICENSE: 'LICENSE',
  IBAN_CODE: 'IBAN',
};
const fixed = (value: number, places: number) => value.toFixed(places);
const kinds = new Map<string, [number, number]>();

for (const [name, cases] of sets) {
  const megabytes = cases.reduce((sum, one) => sum + Buffer.byteLength(one.text), 0) / 1e6;
  const seconds = await timeInTurns(cases);
  const rows: Record<string, Record<string, string>> = {};
  for (const scrubber of scrubbers) {
    const result = score(cases, await Promise.all(cases.map((one) => scrubber.find(one.text))));
    if (scrubber === ours) addKinds(result);
    rows[scrubber.name] = {
      'span recall': fixed(result.spanRecall, 4),
      precision: fixed(result.precision, 4),
      'cases leaking': `${result.leaking}/${result.cases}`,
      'clean cases hurt': `${result.cleanHurt}/${result.clean}`,
      'MB/s': fixed(megabytes / (seconds.get(scrubber.name) ?? Number.NaN), 2),
      'pace of redact-pii': fixed(
        (seconds.get(REDACT_PII) ?? Number.NaN) / (seconds.get(scrubber.name) ?? Number.NaN),
        2,
      ),
    };
  }
  console.log(`\n${name}: ${cases.length} cases, ${Math.round(megabytes * 1000)} kB`);
  console.table(rows);
}
console.log('\nOurs by kind, all sets together:\n');
console.log('| kind | spans masked whole | of | recall |\n| --- | --- | --- | --- |');
for (const [kind, [whole, all]] of [...kinds].sort(([a], [b]) => a.localeCompare(b)))
  console.log(`| ${kind} | ${whole} | ${all} | ${fixed(whole / all, 4)} |`);

/** Seconds for one pass, the median of rounds in which every scrubber takes its turn, after each has warmed up. */
async function timeInTurns(cases: readonly LabelledCase[]): Promise<Map<string, number>> {
  const times = new Map<string, number[]>(scrubbers.map((one) => [one.name, []]));
  const pass = async ({ find }: Scrubber) => {
    const started = performance.now();
    for (const { text } of cases) {
      const found = find(text);
      if (found instanceof Promise) await found;
    }
    return performance.now() - started;
  };
  const turn = async (scrubber: Scrubber) => {
    let [passes, total] = [0, 0];
    for (; total < TURN_MS; passes += 1) total += await pass(scrubber);
    return total / passes;
  };
  for (const scrubber of scrubbers) {
    const started = performance.now();
    let last = 0;
    do last = await pass(scrubber);
    while (performance.now() - started < WARM_UP_MS);
    if (last > SLOW_MS) times.get(scrubber.name)?.push(last);
  }
  for (let round = 0; round < ROUNDS; round += 1)
    for (const scrubber of scrubbers) {
      const taken = times.get(scrubber.name) ?? [];
      if ((taken[0] ?? 0) <= SLOW_MS) taken.push(await turn(scrubber));
    }
  return new Map(
    [...times].map(([name, taken]) => [name, (taken.sort((a, b) => a - b)[taken.length >> 1] ?? 0) / 1000]),
  );
}

function addKinds(result: Score): void {
  for (const [kind, [whole, all]] of result.kinds) {
    const sum = kinds.get(SAME_KIND[kind] ?? kind) ?? [0, 0];
    kinds.set(SAME_KIND[kind] ?? kind, [sum[0] + whole, sum[1] + all]);
  }
}
