// Asks about ambiguous dates: read in the wrong order, they would be wrong without anyone noticing.
import type { DateOrder } from '../../../electron/core/domain/mapping.ts';

export function AskDateOrder({ why, onAnswer }: { why: string; onAnswer: (order: DateOrder) => void }) {
  return (
    <div role="alert">
      <p>{why}</p>
      <div className="row-actions">
        <button type="button" className="button" onClick={() => onAnswer('month-first')}>
          Month first: 10/01 is October 1
        </button>
        <button type="button" className="button" onClick={() => onAnswer('day-first')}>
          Day first: 10/01 is January 10
        </button>
      </div>
    </div>
  );
}
