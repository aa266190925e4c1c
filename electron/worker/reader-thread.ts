// Reads incoming cases in a thread of its own: the longest part of an import, while the backend writes what was read. What the
// scrubber worked out of each word is remembered for the next case; numbers and surnames seldom come again, so in a long file it
// would fill tens of MB for nothing.
import { parentPort } from 'node:worker_threads';
import { type CaseReaders, forgetWords, type ReadIncoming, readIncoming } from '../actions/read-incoming.ts';
import { collectSoon } from './collect.ts';

export interface ReadOrder {
  readonly cases: readonly Omit<Parameters<CaseReaders['read']>[0][number], 'fields'>[];
  readonly rules: Parameters<CaseReaders['read']>[1];
}
export type ReadReply = readonly ReadIncoming[];

/** So many cases are read before words are forgotten: what comes again is worked out once more, a hundredth of the reading. */
const REMEMBERED_CASES = 2_500;

let rules: ReadOrder['rules'] = [];
let isFirst = true;
let sinceForgotten = 0;

parentPort?.on('message', (order: ReadOrder) => {
  sinceForgotten += order.cases.length;
  if (sinceForgotten >= REMEMBERED_CASES) {
    forgetWords();
    sinceForgotten = 0;
  }
  // The same rules until they change: what was read with them is cached.
  if (JSON.stringify(order.rules) !== JSON.stringify(rules)) rules = order.rules;
  parentPort?.postMessage(order.cases.map((one) => readIncoming(one, rules)) satisfies ReadReply);
  if (isFirst) void collectSoon();
  isFirst = false;
});
