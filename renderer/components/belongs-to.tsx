// Who handles a case that is out of scope, after what is said of it, once the desk has read that.
import type { ReactNode } from 'react';
import type { CaseId } from '../../electron/core/domain/ids.ts';
import { useCall } from '../bridge/queries.ts';

/** The message stands at once: its undo must not come later than what is done next. */
export function withWhoseItIs(message: string, id: CaseId): ReactNode {
  return (
    <>
      {message}
      <WhoseItIs id={id} />
    </>
  );
}

function WhoseItIs({ id }: { id: CaseId }) {
  const belongs = useCall('cases.get', { id }).data?.suggestion.belongsTo ?? null;
  return belongs !== null && <> It belongs to {belongs}.</>;
}
