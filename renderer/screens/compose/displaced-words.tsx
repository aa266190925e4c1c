// Text typed here while another window changed the same draft: shown next to the current draft, to choose from.
import { IconAlertTriangle } from '@tabler/icons-react';
import type { TicketDraft } from '../../../electron/contract/schemas.ts';
import { useAct } from '../../bridge/queries.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { useDeskUi } from '../../desk-ui.ts';
import type { Displaced } from '../../state/draft-words.ts';

interface Props {
  readonly mine: Displaced;
  /** The current draft. */
  readonly draft: TicketDraft;
  readonly done: boolean;
  readonly forget: () => void;
}

export function DisplacedWords({ mine, draft, done, forget }: Props) {
  const ui = useDeskUi();
  const use = useAct('words.use', ({ actId }) => {
    forget();
    toast('Your text is now the draft.', () => ui.undo(actId));
  });
  return (
    <section className="displaced" role="alert" aria-label="What you typed">
      <p className="problem">
        <IconAlertTriangle size={16} aria-hidden />
        <span>
          {done
            ? 'Another window queued this ticket while you typed. What you typed is not in it; it is kept with the case:'
            : 'Another window changed this draft while you typed. Its text is shown below. Yours is kept with the case:'}
        </span>
      </p>
      {mine.title !== draft.title && <p className="displaced-title">{mine.title}</p>}
      {mine.body !== draft.body && <pre className="displaced-body">{mine.body}</pre>}
      <span className="row-actions">
        {!done && (
          <button
            type="button"
            className="button"
            disabled={use.isPending}
            onClick={() => use.mutate({ id: mine.keptId }, { onError: toastError })}
          >
            Use mine instead
          </button>
        )}
        <button type="button" className="button quiet" onClick={forget}>
          {done ? 'Close' : 'Keep the current draft'}
        </button>
      </span>
    </section>
  );
}
