// The suggested team of each case, for the rows in view. Reading a text for its team costs more than rendering a row,
// so the result is cached for a while.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import type { CaseId } from '../../core/domain/ids.ts';
import { findCase } from '../../store/cases/cases.ts';
import type { AppContext } from '../app-context.ts';
import { suggestTeam } from '../problems/read-trends.ts';

interface Suggested {
  readonly text: string;
  readonly until: number;
  readonly team: string | null;
}

/** How long a suggestion stays valid: what teams do with a problem changes over time. */
const KEPT_MS = 60_000;
const MOST_KEPT = 2_000;
const kept = new Map<CaseId, Suggested>();

export function suggestTeams(ctx: AppContext, { ids }: ParsedInput<'cases.suggest'>): Output<'cases.suggest'> {
  if (kept.size > MOST_KEPT) kept.clear();
  const at = ctx.now();
  return {
    suggestions: ids.map((id) => {
      const one = findCase(ctx.store.db, id);
      if (one === null) return { id, team: null };
      const before = kept.get(id);
      if (before !== undefined && before.text === one.scrubbedText && before.until > at)
        return { id, team: before.team };
      const { team } = suggestTeam(ctx, one);
      kept.set(id, { text: one.scrubbedText, until: at + KEPT_MS, team });
      return { id, team };
    }),
  };
}
