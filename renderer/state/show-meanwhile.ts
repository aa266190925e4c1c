// Optimistic updates: what a key decided shows at once, and stays shown whatever is read meanwhile; the desk's own answer
// follows and is final.
import type { Input, Output, ReadName } from '../../electron/contract/calls.ts';
import { queryClient } from '../bridge/queries.ts';
import { type Change, changeReads } from '../bridge/reads.ts';

/**
 * Changes what the window has read with `name`, and what it reads until the act has been answered. After an act that failed, what
 * is on screen is read anew.
 */
export function showMeanwhile<N extends ReadName>(answered: Promise<unknown>, name: N, change: Change<N>): void {
  changeReads(answered, name, change);
  for (const { queryKey } of queryClient.getQueryCache().findAll({ queryKey: [name], type: 'active' }))
    queryClient.setQueryData<Output<N>>(queryKey, (shown) => shown && change(shown, queryKey[1] as Input<N>));
  answered.catch(() => queryClient.invalidateQueries({ queryKey: [name] }));
}
