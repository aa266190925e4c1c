// Trends as reports count them: when a problem became one, how large it was at the end of a span, and how long it
// lasted.
import { DAY_MS } from '../domain/time.ts';
import { isIn } from './figure.ts';
import type { ReportRules } from './items.ts';
import type { ReportOfProblem } from './ledgers.ts';
import type { Span } from './period.ts';

export interface CountedTrend {
  /** Its cases up to the end of the span. */
  readonly cases: readonly string[];
  /** When the number of reports within the window first reached the threshold, UTC ms. */
  readonly openedAt: number;
  /** From the first report to the latest. */
  readonly lifeMs: number;
}

/** Trends with a case in the span. The reports of each problem are sorted by time. */
export function trendsOf(
  problems: ReadonlyMap<string, readonly ReportOfProblem[]>,
  rule: ReportRules['trend'],
  span: Span,
): CountedTrend[] {
  const found: CountedTrend[] = [];
  for (const all of problems.values()) {
    if ((all.at(-1)?.receivedAt ?? 0) < span.from) continue;
    const own = all.filter(({ receivedAt }) => receivedAt < span.to);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined || !isIn(span, last.receivedAt)) continue;
    const openedAt = openingOf(
      own.map(({ receivedAt }) => receivedAt),
      rule,
    );
    if (openedAt === null) continue;
    found.push({ cases: own.map(({ id }) => id), openedAt, lifeMs: last.receivedAt - first.receivedAt });
  }
  return found;
}

/** `times` are ascending. */
function openingOf(times: readonly number[], { count, windowDays }: ReportRules['trend']): number | null {
  for (let at = count - 1; at < times.length; at += 1) {
    const [first, last] = [times[at - count + 1] ?? 0, times[at] ?? 0];
    if (last - first <= windowDays * DAY_MS) return last;
  }
  return null;
}
