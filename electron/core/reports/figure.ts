// A figure of a report: what it counts in one ledger, in which calendar, and its formula in words. It is computed from
// items, and each item names its cases, so that every number can be traced to the cases behind it.
import type { CalendarKind, Dimension, Ledger, Unit } from '../domain/report.ts';
import type { CaseFacts } from './history.ts';
import type { LedgerView } from './ledgers.ts';
import type { Span } from './period.ts';

export type SplitFacts = CaseFacts & { readonly tier: string; readonly priority: string | null };

/** One counted item. `x` is 1 or 0 in a share, otherwise the value that is averaged or summed. */
export interface Item {
  readonly cases: readonly string[];
  readonly x: number;
  /** The fields it can be split by; null if the item is not a case. */
  readonly facts: SplitFacts | null;
}

export type Aggregate = 'count' | 'share' | 'median' | 'mean' | 'sum';

export interface Figure<L extends Ledger> {
  readonly ledger: L;
  readonly id: string;
  readonly name: string;
  /** The full formula in words: what is counted, of what, from when to when. */
  readonly formula: string;
  readonly calendar: CalendarKind;
  readonly unit: Unit;
  readonly aggregate: Aggregate;
  /** Whether more or less is better; null if neither. */
  readonly better: 'more' | 'less' | null;
  readonly by: readonly Dimension[];
  /**
   * Whether an item depends on more than its own case: on other cases, or on the end of the span. Omitted if each case
   * is counted independently.
   */
  readonly isWhole?: true;
  /** Whether it counts problems, which belong to no single team or source. */
  readonly isOfProblems?: true;
  items(view: LedgerView<L>, span: Span): Item[];
}

export interface Measure {
  /** Null if there is nothing to measure. */
  readonly value: number | null;
  /** How many items it is made of. */
  readonly n: number;
}

export function aggregate(kind: Aggregate, items: readonly Item[]): Measure {
  const n = items.length;
  if (kind === 'count') return { value: n, n };
  const sum = items.reduce((all, { x }) => all + x, 0);
  if (kind === 'sum') return { value: sum, n };
  if (n === 0) return { value: null, n };
  return { value: kind === 'median' ? medianOf(items) : sum / n, n };
}

function medianOf(items: readonly Item[]): number {
  const sorted = items.map(({ x }) => x).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

export function isIn(span: Span, at: number | null): at is number {
  return at !== null && at >= span.from && at < span.to;
}
