// A saved reply for a thread: a template filled in from the case, inserted into the answer and not sent.
import { useState } from 'react';
import type { CaseId, TemplateId } from '../../electron/core/domain/ids.ts';
import { call } from '../bridge/bridge.ts';
import { useCall } from '../bridge/queries.ts';
import { useDeskUi } from '../desk-ui.ts';
import { holdKeys } from '../state/held-keys.ts';
import { DeskDialog } from './dialog.tsx';
import { PickList } from './pick-list.tsx';
import { usesInWords } from './words.ts';

export function PickReply() {
  const { dialog } = useDeskUi();
  return (
    <DeskDialog kind="saved-reply" title="Saved replies" size="xl">
      {dialog?.kind === 'saved-reply' && <Replies caseId={dialog.caseId} put={dialog.put} />}
    </DeskDialog>
  );
}

function Replies({ caseId, put }: { caseId: CaseId; put: (text: string) => void }) {
  const ui = useDeskUi();
  const [at, setAt] = useState<TemplateId>();
  const list = useCall('templates.list', {});
  const templates = list.data?.templates ?? [];
  return (
    <div className="answer-choice">
      <PickList
        label="Saved reply"
        isAwaited={list.isPending}
        placeholder="Name of a saved reply"
        nothing="No saved reply by that name. They are the templates in Settings."
        choices={templates.map(({ id, name, uses }) => ({
          id,
          template: id,
          title: name,
          hint: uses === 0 ? '' : usesInWords(uses),
        }))}
        onPoint={(choice) => setAt(choice?.template)}
        onPick={({ template: id }) => {
          ui.ask(null);
          // It is put behind what is written by now: what is typed next follows it.
          holdKeys(call('templates.fill', { id, caseId }).then(({ text }) => put(text)));
        }}
      />
      {at !== undefined && <Filled id={at} caseId={caseId} />}
    </div>
  );
}

function Filled({ id, caseId }: { id: TemplateId; caseId: CaseId }) {
  const filled = useCall('templates.fill', { id, caseId }).data;
  return (
    <section className="card answer-preview" aria-label="Goes into the answer" aria-live="polite">
      <header>
        <h3>Goes into the answer</h3>
      </header>
      <p>{filled?.text}</p>
    </section>
  );
}
