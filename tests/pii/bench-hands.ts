// npm run bench:hands: every hand judged by a model that never saw it. Options, behind `--`: --only a,f (some hands),
// --seeds N and --epochs N (less to learn), --together N (hands left out at once), --show (what was missed and hurt),
// --blind (the scrubber as it is shipped by the hands that nobody looked at while building it: once, at the end).
import { parseArgs } from 'node:util';
import { ASK_BELOW, type Finding } from '../../electron/core/domain/pii.ts';
import { findPii } from '../../electron/core/scrub/find-pii.ts';
import { trainedWeights } from '../../electron/core/scrub/tagger/weights.ts';
import type { LabelledCase } from './corpus.ts';
import { fillHand, readHeldOutHands } from './hands.ts';
import { type Score, score } from './measure.ts';
import { type HeldOut, holdOut, JUDGING_SEED } from './tagger/held-out.ts';
import { EPOCHS } from './tagger/train.ts';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    seeds: { type: 'string', default: '3' },
    epochs: { type: 'string', default: String(EPOCHS) },
    together: { type: 'string', default: '1' },
    show: { type: 'boolean', default: false },
    blind: { type: 'boolean', default: false },
  },
});
const held = holdOut({
  seeds: Array.from({ length: Number(options.seeds) }, (_, at) => at + 1),
  epochs: Number(options.epochs),
  together: Number(options.together),
  kept: true,
  ...(options.only === undefined ? {} : { only: options.only.split(',') }),
});
const COLUMNS = ['recall', 'leaking', 'precision unasked', 'questions a case', 'clean hurt unasked'] as const;
const scores = held.map((one) => judge(one, options.show));
console.log('\nHands that the model never saw, with values and shapes it never saw:\n');
printHands(scores);
printKinds(scores);
if (options.blind) {
  console.log('\nThe scrubber as it is shipped, on hands never learned nor looked into, in three fillings:\n');
  printHands(
    readHeldOutHands().map((hand) => {
      const cases = [0, 1, 2].flatMap((more) => fillHand(hand, { seed: JUDGING_SEED + more, half: 1 }));
      return judge({ hand: hand.hand, cases, weights: trainedWeights() }, false);
    }),
  );
}

interface HandScore {
  readonly hand: string;
  /** Of everything masked, asked or not. */
  readonly all: Score;
  /** Of what is masked without asking. */
  readonly sure: Score;
  readonly questions: number;
}

function judge({ hand, cases, weights }: HeldOut, show: boolean): HandScore {
  const found = cases.map(({ text }) => findPii(text, {}, [], weights));
  const sure = found.map((findings) => findings.filter(({ confidence }) => confidence >= ASK_BELOW));
  if (show) for (const [at, one] of cases.entries()) showCase(hand, one, found[at] ?? []);
  const all = score(cases, found);
  const asked = found.flat().length - sure.flat().length;
  return { hand, all, sure: score(cases, sure), questions: asked / cases.length };
}

function showCase(hand: string, { text, spans }: LabelledCase, found: readonly Finding[]): void {
  const around = (start: number, end: number) =>
    JSON.stringify(
      `${text.slice(Math.max(0, start - 40), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 25)}`,
    );
  const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
    a.start < b.end && b.start < a.end;
  for (const span of spans) {
    if (span.tier === 2) continue;
    const covered = found.filter((one) => overlaps(one, span));
    const whole = [...text.slice(span.start, span.end)].every(
      (sign, at) =>
        !/[\p{L}\p{N}]/u.test(sign) ||
        covered.some(({ start, end }) => span.start + at >= start && span.start + at < end),
    );
    if (!whole)
      console.log(`${hand} MISS ${span.type} ${covered.length > 0 ? 'part ' : ''}${around(span.start, span.end)}`);
  }
  for (const one of found)
    if (spans.some((span) => overlaps(one, span))) {
      if (one.confidence < ASK_BELOW)
        console.log(`${hand} RIGHT ${one.type} ${one.detector} ${one.confidence.toFixed(2)}`);
    } else
      console.log(
        `${hand} ${one.confidence < ASK_BELOW ? 'ASKED' : 'HURT'}${spans.length === 0 ? '-CLEAN' : ''} ${one.type} ` +
          `${one.detector} ${one.confidence.toFixed(2)} ${around(one.start, one.end)}`,
      );
}

function printHands(scores: readonly HandScore[]): void {
  const rows = scores.map(({ hand, all, sure, questions }) => ({
    hand,
    figures: [all.spanRecall, all.leaking / all.cases, sure.precision, questions, sure.cleanHurt / sure.clean],
  }));
  const mean = COLUMNS.map((_, at) => rows.reduce((sum, { figures }) => sum + (figures[at] ?? 0), 0) / rows.length);
  console.log(`| hand | ${COLUMNS.join(' | ')} |\n| --- |${' --- |'.repeat(COLUMNS.length)}`);
  for (const { hand, figures } of [...rows, { hand: 'mean', figures: mean }])
    console.log(`| ${hand} | ${figures.map((one) => one.toFixed(3)).join(' | ')} |`);
}

function printKinds(scores: readonly HandScore[]): void {
  const kinds = new Map<string, [number, number]>();
  for (const { all } of scores)
    for (const [kind, [whole, count]] of all.kinds) {
      const sum = kinds.get(kind) ?? [0, 0];
      kinds.set(kind, [sum[0] + whole, sum[1] + count]);
    }
  console.log('\n| kind | masked whole | of | recall |\n| --- | --- | --- | --- |');
  for (const [kind, [whole, count]] of [...kinds].sort(([, a], [, b]) => a[0] / a[1] - b[0] / b[1]))
    console.log(`| ${kind} | ${whole} | ${count} | ${(whole / count).toFixed(3)} |`);
}
