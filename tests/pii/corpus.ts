// A labelled corpus of our own: sentences with their holes filled, a third of them in one letter case.
import { CLEAN, PERSONAL } from './sentences.ts';
import { createValues } from './values.ts';

export interface LabelledCase {
  readonly text: string;
  /** `tier` 2: neither asked for nor punished. */
  readonly spans: readonly { readonly start: number; readonly end: number; readonly type: string; readonly tier?: 2 }[];
}

const NEUTRAL = new Set(['RECORD', 'VERSION', 'HASH', 'FACILITY']);
const HOLE = /\{(~?)([A-Z0-9]+)\}/g;
const CASES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => text,
  (text) => text,
  (text) => text.toLowerCase(),
  (text) => text.toUpperCase(),
];

/** Rounds of every sentence; the same seed gives the same corpus. One case in three clean. */
export function generateCorpus(seed: number, rounds: number): LabelledCase[] {
  const values = createValues(seed);
  const cases: LabelledCase[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, sentence] of [...PERSONAL, ...CLEAN].entries()) {
      const inCase = CASES[(round + at) % CASES.length] ?? String;
      cases.push(fill(sentence, values, inCase));
    }
  }
  return cases;
}

function fill(
  sentence: string,
  values: ReturnType<typeof createValues>,
  inCase: (text: string) => string,
): LabelledCase {
  const spans: { start: number; end: number; type: string; tier?: 2 }[] = [];
  let text = '';
  let last = 0;
  for (const match of sentence.matchAll(HOLE)) {
    const [, optional, type = ''] = match;
    const make = values[type];
    if (make === undefined) throw new Error(`No maker for the hole ${match[0]} in: ${sentence}`);
    text += inCase(sentence.slice(last, match.index));
    const isRecord = type === 'RECORD' || type === 'HASH';
    const value = isRecord ? make() : inCase(make());
    if (!NEUTRAL.has(type))
      spans.push({
        start: text.length,
        end: text.length + value.length,
        type,
        ...(optional === '' ? {} : { tier: 2 as const }),
      });
    text += value;
    last = match.index + match[0].length;
  }
  return { text: text + inCase(sentence.slice(last)), spans };
}
