// Topics for the quick log: the standard categories and those in use, and how often each was logged this week.

import type { Output } from '../../contract/calls.ts';
import { REPORT_TAGS, STANDARD_TOPICS } from '../../core/domain/report.ts';
import { WEEK_MS } from '../../core/domain/time.ts';
import type { AppContext } from '../app-context.ts';

/** How many topics in use are offered besides the standard ones. */
const IN_USE = 5;

/** Topic → how many cases with it came in within the last seven days. */
function thisWeek({ queue, now }: AppContext): Map<string, number> {
  const { tags, receivedAt } = queue.all();
  const since = now() - WEEK_MS;
  const counts = new Map<string, number>();
  for (const [slot, own] of tags) {
    if ((receivedAt[slot] ?? 0) < since) continue;
    for (const tag of own) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return counts;
}

/** How often a topic was logged this week; 0 for none. */
export function timesThisWeek(ctx: AppContext, topic: string | null): number {
  return topic === null ? 0 : (thisWeek(ctx).get(topic) ?? 0);
}

export function listTopics(ctx: AppContext): Output<'cases.topics'> {
  const counts = thisWeek(ctx);
  const inUse = [...counts]
    .filter(([tag]) => REPORT_TAGS[tag] === undefined)
    .sort((a, b) => b[1] - a[1])
    .slice(0, IN_USE)
    .map(([tag]) => tag);
  return {
    topics: [...STANDARD_TOPICS, ...inUse].map((topic) => ({
      topic,
      name: REPORT_TAGS[topic] ?? topic,
      n: counts.get(topic) ?? 0,
    })),
  };
}
