// node tests/pii/print-corpus.ts [SEED] [ROUNDS]: the corpus as lines of JSON, to look at or to measure with another ruler.
import { generateCorpus } from './corpus.ts';

const [seed = '1', rounds = '8'] = process.argv.slice(2);
for (const one of generateCorpus(Number(seed), Number(rounds))) process.stdout.write(`${JSON.stringify(one)}\n`);
