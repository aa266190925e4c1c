// Reads some cases of a long import, in whichever thread. What the scrubber worked out of each word is remembered for the next
// case; numbers and surnames seldom come again, so in a long file it would fill tens of MB in each thread for nothing.
import { type CaseReaders, forgetWords, type ReadIncoming, readIncoming } from '../actions/read-incoming.ts';

export interface ReadOrder {
  readonly cases: readonly Omit<Parameters<CaseReaders['read']>[0][number], 'fields'>[];
  readonly rules: Parameters<CaseReaders['read']>[1];
}
export type ReadReply = readonly ReadIncoming[];

/** So many cases are read before words are forgotten: what comes again is worked out once more, a hundredth of the reading. */
const REMEMBERED_CASES = 2_500;

let sinceForgotten = 0;

export function readLot({ cases, rules }: ReadOrder): ReadReply {
  sinceForgotten += cases.length;
  if (sinceForgotten >= REMEMBERED_CASES) {
    forgetWords();
    sinceForgotten = 0;
  }
  return cases.map((one) => readIncoming(one, rules));
}
