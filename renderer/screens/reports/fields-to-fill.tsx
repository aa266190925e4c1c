// The weekly nudge: cases that lack standard fields, to be filled in one pass by keyboard.
import type { Only } from '../../../electron/contract/report-calls.ts';
import { periodInWords } from '../../../electron/core/domain/period-words.ts';
import { useCall } from '../../bridge/queries.ts';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';

export function FieldsToFill({ period, only }: { period: string; only?: Only }) {
  const ui = useDeskUi();
  const opened = useCall(
    'reports.cases',
    { ledger: 'support', period, figure: 'standard-fields', only },
    period !== '',
  ).data;
  if (opened === undefined || opened.othersN === 0) return null;
  return (
    <section className="card to-fill" aria-label="Fields to fill">
      <p>
        <b>{plural(opened.othersN, 'case')}</b> of {periodInWords(period)} {opened.othersN === 1 ? 'lacks' : 'lack'} a
        standard field: area, problem, priority or team. Marked in the queue, <kbd className="kbd">w</kbd> sets
        priorities, <kbd className="kbd">a</kbd> teams and <kbd className="kbd">m</kbd> problems for all of them.
      </p>
      <button type="button" className="button" onClick={() => ui.openCases(opened.others.map(({ id }) => id))}>
        Mark them in the queue
      </button>
    </section>
  );
}
