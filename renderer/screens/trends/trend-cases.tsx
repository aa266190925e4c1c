// The cases of a trend: keys move through them, mark them, and open one.

import type { Trend } from '../../../electron/contract/trend-calls.ts';
import { STATUS_NAMES } from '../../../electron/core/domain/case.ts';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { plural, shortReference, shortTime } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { rowId } from '../../state/screen-list.ts';

type Row = Trend['cases'][number];

interface TrendCasesProps {
  readonly cases: readonly Row[];
  readonly chosen: CaseId | null;
  /** This list has the keyboard. */
  readonly isHere: boolean;
  readonly marked: ReadonlySet<CaseId>;
  readonly choose: (one: Row) => void;
  readonly toggle: (id: CaseId) => void;
  readonly enter: (isHere: boolean) => void;
}

export function TrendCases({ cases, chosen, isHere, marked, choose, toggle, enter }: TrendCasesProps) {
  const ui = useDeskUi();
  return (
    <section className="card" aria-label="Cases of the trend">
      <header>
        <h3>Cases</h3>
        <span>
          {marked.size > 0
            ? `${plural(marked.size, 'case')} marked`
            : 'newest first, scrubbed; Enter steps in, x marks'}
        </span>
      </header>
      <div
        className="trend-cases"
        id="trend-cases"
        role="listbox"
        aria-multiselectable="true"
        aria-label="Cases of the trend, newest first"
        tabIndex={0}
        aria-activedescendant={chosen === null || !isHere ? undefined : rowId(chosen)}
        onFocus={() => enter(true)}
        onBlur={() => enter(false)}
      >
        {cases.map((one) => (
          <div
            key={one.id}
            id={rowId(one.id)}
            role="option"
            aria-selected={marked.has(one.id)}
            data-here={isHere && one.id === chosen ? '' : undefined}
            onClick={() => choose(one)}
            onDoubleClick={() => ui.openCase(one.id)}
          >
            <span
              className="mark"
              aria-hidden="true"
              onClick={(event) => {
                event.stopPropagation();
                toggle(one.id);
              }}
            >
              {marked.has(one.id) ? '✓' : ''}
            </span>
            <b>{shortReference(one.reference)}</b>
            <span className="meta">
              {shortTime(one.receivedAt)} <span>{STATUS_NAMES[one.status]}</span>
            </span>
            <p>{one.text}</p>
          </div>
        ))}
      </div>
    </section>
  );
}
