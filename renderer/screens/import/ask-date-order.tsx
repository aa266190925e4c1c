// Asks about ambiguous dates: read in the wrong order, they would be wrong without anyone noticing.
import type { MouseEvent } from 'react';
import type { DateOrder } from '../../../electron/core/domain/mapping.ts';
import { focusAfter } from './keep-focus.ts';

export function AskDateOrder({ why, onAnswer }: { why: string; onAnswer: (order: DateOrder) => void }) {
  const answer = (order: DateOrder) => (event: MouseEvent) => {
    onAnswer(order);
    focusAfter(event.currentTarget);
  };
  return (
    <div role="alert">
      <p>{why}</p>
      <div className="row-actions">
        <button type="button" className="button" onClick={answer('month-first')}>
          Month first: 10/01 is October 1
        </button>
        <button type="button" className="button" onClick={answer('day-first')}>
          Day first: 10/01 is January 10
        </button>
      </div>
    </div>
  );
}
