// Someone else changed the ticket too: for each field both values, side by side, for the lead to choose from.
import { Radio } from '@mantine/core';
import { useState } from 'react';
import type { OutboxEntry } from '../../../electron/contract/schemas.ts';
import { useAct } from '../../bridge/queries.ts';
import { DeskDialog } from '../../components/dialog.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { useDeskUi } from '../../desk-ui.ts';

/** Fields of a GitHub board have their own names. */
const FIELDS: Readonly<Record<string, string>> = {
  title: 'Title',
  body: 'Description',
  state: 'State',
  milestone: 'Milestone',
  pipeline: 'Pipeline',
  estimate: 'Estimate',
  priority: 'Priority',
};

type Side = 'ours' | 'theirs';

export function ChooseDialog() {
  const { dialog } = useDeskUi();
  return (
    <DeskDialog kind="choose" title="Changed on both sides" size="xl">
      {dialog?.kind === 'choose' && <ChooseForm entry={dialog.entry} />}
    </DeskDialog>
  );
}

function ChooseForm({ entry: { id, title, conflicts } }: { entry: OutboxEntry }) {
  const ui = useDeskUi();
  const [keep, setKeep] = useState<Readonly<Record<string, Side>>>({});
  const choose = useAct('outbox.choose', () => {
    ui.ask(null);
    toast('Chosen.');
  });
  const isWhole = conflicts.every(({ field }) => keep[field] !== undefined);
  return (
    <form
      className="form choose"
      onKeyDown={(event) => {
        // As on the browser's own radio buttons, Enter saves what is chosen.
        const { target } = event;
        if (event.key !== 'Enter' || !isWhole || !(target instanceof HTMLElement)) return;
        if (target.role !== 'radio' || target.ariaChecked !== 'true') return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        choose.mutate({ id, keep }, { onError: toastError });
      }}
    >
      <p className="hint">
        Someone else also changed “{title}”, or may have changed it back. Nothing was overwritten. Choose which value to
        keep.
      </p>
      {conflicts.map(({ field, was, ours, theirs }) => (
        <fieldset key={field}>
          <legend>{FIELDS[field] ?? field}</legend>
          <Radio.Group
            aria-label={FIELDS[field] ?? field}
            value={keep[field] ?? null}
            onChange={(side) => setKeep({ ...keep, [field]: side === 'ours' ? 'ours' : 'theirs' })}
          >
            <div className="sides">
              {(['ours', 'theirs'] as const).map((side, at) => (
                <Radio.Card
                  key={side}
                  value={side}
                  className="side"
                  data-autofocus={at === 0 && field === conflicts[0]?.field ? true : undefined}
                >
                  <span className="side-head">
                    <Radio.Indicator size="xs" />
                    <b>{side === 'ours' ? 'Yours' : 'Theirs, as it is there now'}</b>
                  </span>
                  <span className="value">{(side === 'ours' ? ours : theirs) || 'nothing'}</span>
                </Radio.Card>
              ))}
            </div>
          </Radio.Group>
          <details>
            <summary>What it was before</summary>
            <p className="value">{was || 'nothing'}</p>
          </details>
        </fieldset>
      ))}
      <button type="submit" className="button primary" disabled={!isWhole || choose.isPending}>
        Save choices
      </button>
    </form>
  );
}
