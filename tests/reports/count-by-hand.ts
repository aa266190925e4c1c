// Every figure of both ledgers, counted a second time from the exported activity alone: no SQL, and nothing of the desk is
// imported. The rules are read off the documents and written out anew.
import { type ActivityLine, look } from './hand-case.ts';
import { countProduct, countTrends } from './hand-product.ts';
import { createRules } from './hand-rules.ts';
import { type Counted, createPut } from './hand-sums.ts';
import { countSupport } from './hand-support.ts';

/** Every figure, by ledger and id. `to` is exclusive. */
export function countByHand(lines: readonly ActivityLine[], from: number, to: number): Record<string, Counted> {
  const seen = lines.filter((line) => line.receivedAt < to).map((line) => look(line, to));
  const rules = createRules(from, to);
  const result: Record<string, Counted> = {};
  const put = createPut(seen, result);
  countSupport(put, rules);
  countProduct(put, rules, seen, to);
  return { ...result, ...countTrends(rules, seen, from) };
}
