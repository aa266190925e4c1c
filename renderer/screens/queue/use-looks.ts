// Who else in the team views which case now, for the rows in view.
import { useMemo } from 'react';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { useCall } from '../../bridge/queries.ts';

/** Case → the names of its viewers, in words; the map is the same as long as nobody moves. */
export function useLooks(): ReadonlyMap<CaseId, string> {
  const isInTeam = (useCall('team.get', {}).data?.line ?? 'alone') !== 'alone';
  const looks = useCall('team.looks', {}, isInTeam).data?.looks;
  return useMemo(() => new Map(looks?.map(({ caseId, names }) => [caseId, names.join(', ')])), [looks]);
}
