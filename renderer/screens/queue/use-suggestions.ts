// The suggested teams of the rows in view, requested a moment after the rows, so that no key waits for them.
import { useMemo, useRef } from 'react';
import type { CaseRow } from '../../../electron/contract/schemas.ts';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { useCall } from '../../bridge/queries.ts';

/** Case → label of its suggested team, for undecided cases without one. */
export function useSuggestions(rows: readonly (CaseRow | undefined)[]): ReadonlyMap<CaseId, string | null> {
  const ids = rows.flatMap((row) => (row?.status === 'undecided' && row.team === null ? [row.id] : [])).sort();
  const data = useCall('cases.suggest', { ids }, ids.length > 0).data;
  const known = useRef<ReadonlyMap<CaseId, string | null>>(new Map());
  return useMemo(() => {
    // Suggestions for other rows stay until they are refreshed, so that scrolling does not flicker.
    if (data !== undefined)
      known.current = new Map([...known.current, ...data.suggestions.map(({ id, team }) => [id, team] as const)]);
    return known.current;
  }, [data]);
}
