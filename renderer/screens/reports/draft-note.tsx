// What the desk noted when it drafted the report of the period that is shown: its figures in a few lines, and where a definition
// changed since reports last left.
import { useAct, useCall } from '../../bridge/queries.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { exactTime } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';

/** The draft of a period, and how it is set aside; null where none waits. */
export function useDraft(period: string) {
  const ui = useDeskUi();
  const aside = useAct('reports.draftDone', ({ actId }) => toast('The draft is set aside.', () => ui.undo(actId)));
  const draft = useCall('reports.drafts', {}).data?.drafts.find((one) => one.period === period);
  return draft === undefined ? null : { draft, setAside: () => aside.mutate({ period }, { onError: toastError }) };
}

export function DraftNote({ draft, setAside }: NonNullable<ReturnType<typeof useDraft>>) {
  return (
    <section className="card draft-note" aria-label="Drafted by the desk">
      <header>
        <h3>Drafted by the desk</h3>
        <span>{exactTime(draft.madeAt)}</span>
      </header>
      <ul>
        {draft.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {draft.changes.map((change) => (
        <p key={change} className="problem">
          {change}
        </p>
      ))}
      <button type="button" className="button" onClick={setAside}>
        Set aside <Kbd keys={keysOf('report-aside')} />
      </button>
    </section>
  );
}
