// npm run train:scrubber [-- EXAMPLES.jsonl]: the weights of the tagger from every hand of sentences, the same every time.
// EXAMPLES are lines `{"text", "spans": [{"start", "end", "type"}]}` of this machine, learned besides.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabelledCase } from '../corpus.ts';
import { FEW_SEEDS, fillings, SEEDS, toExample } from './examples.ts';
import { heldOutForest } from './held-out.ts';
import { inputsHash } from './inputs.ts';
import { EPOCHS, train } from './train.ts';

const FILE = join(import.meta.dirname, '..', '..', '..', 'electron', 'core', 'scrub', 'tagger', 'weights.json');
const HELD_OUT_TOGETHER = 8;
const started = performance.now();
const own: LabelledCase[] = process.argv.slice(2).flatMap((file) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): LabelledCase => JSON.parse(line)),
);

const forest = heldOutForest({ seeds: FEW_SEEDS, epochs: EPOCHS, together: HELD_OUT_TOGETHER });
const examples = [...fillings(SEEDS), ...own.map((one) => toExample(one, 'this machine'))];
const { scale, filled, rows, moves } = train(examples, EPOCHS, 1);
const weights = {
  inputs: inputsHash(),
  made: createHash('sha256').update(rows).digest('hex'),
  scale,
  forest,
  moves: [...moves].map((move) => Number(move.toPrecision(6))),
  filled: Buffer.from(filled.bits.buffer).toString('base64'),
  rows: Buffer.from(rows.buffer).toString('base64'),
};
writeFileSync(FILE, `${JSON.stringify(weights)}\n`);
console.log(
  `${examples.length} cases learned in ${Math.round((performance.now() - started) / 1000)} s; ` +
    `weights ${weights.made.slice(0, 12)}`,
);
