// Keys that need more of the chosen case than its row wait until it has been read.
import type { CaseId } from '../../electron/core/domain/ids.ts';
import { queryClient } from '../bridge/queries.ts';
import { read } from '../bridge/reads.ts';
import { whenThere } from './held-keys.ts';

/** Null if the case has been read; else resolves once it has been, and is drawn where a case is shown. */
export function readCase(id: CaseId): Promise<unknown> | null {
  const queryKey = ['cases.get', { id }];
  if (queryClient.getQueryData(queryKey) !== undefined) return null;
  return queryClient.fetchQuery({ queryKey, queryFn: () => read('cases.get', { id }) }).then(() => whenThere(settled));
}

const settled = () => (document.getElementById('case')?.ariaBusy === 'true' ? null : true);
