// The suggested teams of the rows in view, asked for a moment after the rows are there, so that no key waits for them.
import { useMemo } from 'react';
import type { CaseId } from '../../../electron/contract/ids.ts';
import type { CaseRow } from '../../../electron/contract/schemas.ts';
import { useCall } from '../../bridge/queries.ts';

const NONE: ReadonlyMap<CaseId, string | null> = new Map();

/** Case → label of its suggested team, of those that are undecided and have none. */
export function useSuggestions(rows: readonly (CaseRow | undefined)[]): ReadonlyMap<CaseId, string | null> {
  const ids = rows.flatMap((row) => (row?.status === 'undecided' && row.team === null ? [row.id] : [])).sort();
  const data = useCall('cases.suggest', { ids }, ids.length > 0).data;
  return useMemo(
    () => (data === undefined ? NONE : new Map(data.suggestions.map(({ id, team }) => [id, team]))),
    [data],
  );
}
