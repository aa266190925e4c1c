// The outgoing ticket. Every edit is saved and checked at once; remaining PII is named by kind and place.
import { IconAlertTriangle } from '@tabler/icons-react';
import { memo } from 'react';
import type { CaseDetail, TicketDraft } from '../../../electron/contract/schemas.ts';
import { useAct } from '../../bridge/queries.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { quoteFound, selectWords } from '../../components/refused-words.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { useDeskUi } from '../../desk-ui.ts';
import { useDraftWords } from '../../state/draft-words.ts';
import { DisplacedWords } from './displaced-words.tsx';
import { GoesTo } from './goes-to.tsx';
import { TicketChoices } from './ticket-choices.tsx';

const STATES: Readonly<Record<TicketDraft['state'], string>> = {
  draft: '',
  queued: 'Queued as shown.',
  open: 'As the ticket reads at GitHub.',
  changing: 'As the ticket will read: the change waits in the outbox.',
};

export const TicketForm = memo(function TicketForm({ one, draft }: { one: CaseDetail; draft: TicketDraft }) {
  const ui = useDeskUi();
  const { shown, displaced, change, saveNow, forgetDisplaced } = useDraftWords(one.id, draft);
  const startOver = useAct('tickets.startOver', ({ actId }) => {
    if (actId !== null) toast('Draft reset to the case.', () => ui.undo(actId));
  });
  const done = one.status === 'ticketed';
  /** What was just typed is saved first, so that undo restores it. */
  const forget = async () => {
    try {
      await saveNow();
      await startOver.mutateAsync({ id: one.id });
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <section className="card ticket" aria-label="Goes into the ticket">
      <header>
        <h3>Goes into the ticket</h3>
        <span>
          {draft.found.length > 0
            ? 'not clean yet'
            : draft.questions > 0
              ? `scrubbed, ${draft.questions} to confirm`
              : 'scrubbed'}
        </span>
      </header>
      {displaced !== null && <DisplacedWords mine={displaced} draft={draft} done={done} forget={forgetDisplaced} />}
      {!done && <TicketChoices one={one} draft={draft} save={saveNow} />}
      <label>
        <span>Title</span>
        {/* Wraps if it is long, but allows no line breaks, so that the whole title is visible. */}
        <textarea
          className="title"
          rows={1}
          value={shown.title}
          maxLength={256}
          readOnly={done}
          onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.preventDefault()}
          onChange={(event) => change({ title: event.target.value.replace(/\s*\n\s*/g, ' ') })}
        />
      </label>
      <div className="grow">
        <div className="body-head">
          <label htmlFor="ticket-body">Body</label>
          <button type="button" className="button quiet" aria-pressed={ui.isPreview} onClick={ui.togglePreview}>
            Preview <Kbd keys={keysOf('preview')} />
          </button>
        </div>
        {ui.isPreview ? (
          <section className="preview" aria-label="Preview of the body" tabIndex={0}>
            <Markdown text={shown.body} />
          </section>
        ) : (
          <textarea
            id="ticket-body"
            value={shown.body}
            readOnly={done}
            spellCheck
            onChange={(event) => change({ body: event.target.value })}
          />
        )}
      </div>
      <GoesTo draft={draft} />
      <Status draft={draft} done={done} />
      {draft.edited && !done && (
        <button type="button" className="button quiet" onClick={() => void forget()}>
          Start over from the case
        </button>
      )}
    </section>
  );
});

function selectFound(found: TicketDraft['found'][number]): void {
  const field = document.querySelector<HTMLTextAreaElement>(
    found.place === 'title' ? '.ticket textarea.title' : '#ticket-body',
  );
  if (field !== null) selectWords(field, found);
}

function Status({ draft, done }: { draft: TicketDraft; done: boolean }) {
  if (draft.found.length > 0) {
    return (
      <p className="problem" role="alert">
        <IconAlertTriangle size={16} aria-hidden />
        <span>
          It cannot be queued. It still contains personal information:{' '}
          {draft.found.map((found) => (
            <span key={`${found.place} ${found.start}`}>
              <button type="button" className="link" onClick={() => selectFound(found)}>
                {quoteFound(draft[found.place], found)} in the {found.place}
              </button>
              ;{' '}
            </span>
          ))}
          remove it here, or mark it in the text as received.
        </span>
      </p>
    );
  }
  if (done) return <p className="meta">{STATES[draft.state]}</p>;
  return draft.problem === null ? null : <p className="meta">{draft.problem}</p>;
}
