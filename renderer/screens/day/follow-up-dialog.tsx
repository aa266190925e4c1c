// Escalation steps before they are sent: the text of each, to be read and edited, then all are queued with one key.

import { useRef, useState } from 'react';
import type { WaitingStep } from '../../../electron/contract/day-schemas.ts';
import { caseName } from '../../../electron/core/domain/case-name.ts';
import type { ActId } from '../../../electron/core/domain/ids.ts';
import { call } from '../../bridge/bridge.ts';
import { useAct } from '../../bridge/queries.ts';
import { DeskDialog } from '../../components/dialog.tsx';
import { submitByKey } from '../../components/form-keys.ts';
import { Kbd } from '../../components/kbd.tsx';
import { toastError } from '../../components/toast.tsx';
import { toastQueued } from '../../components/toast-queued.ts';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { holdKeys } from '../../state/held-keys.ts';

export const STEP_NAMES = {
  'request-status': { title: 'No ETA in time', button: 'Ask the team' },
  'escalate-pm': { title: 'No answer to the request', button: 'Ask the product manager' },
} as const;

export function FollowUpDialog() {
  const { dialog } = useDeskUi();
  return (
    <DeskDialog kind="follow-up" title="Follow-ups to send" size="xl">
      {dialog?.kind === 'follow-up' && <Comments steps={dialog.steps} />}
    </DeskDialog>
  );
}

function Comments({ steps }: { steps: readonly WaitingStep[] }) {
  const ui = useDeskUi();
  const [words, setWords] = useState(steps.map(({ text }) => text));
  const [isSending, setSending] = useState(false);
  const comment = useAct('follow-up.comment');
  /** The first of the steps, where the next one was refused: tried again, it goes on from there. */
  const done = useRef<ActId[]>([]);

  async function queueAll(): Promise<void> {
    setSending(true);
    const before = done.current.length;
    try {
      for (const [at, { caseId, step, text }] of [...steps.entries()].slice(before)) {
        const typed = words[at] ?? text;
        const input = { id: caseId, verb: step, ...(typed !== text && { text: typed }) };
        done.current.push((await comment.mutateAsync(input)).actId);
      }
      ui.ask(null);
    } catch (error) {
      setSending(false);
      toastError(error);
    }
    const queued = done.current.slice(before);
    if (queued.length === 0) return;
    const undo = async () => {
      done.current = [];
      for (const id of queued.reverse()) await call('activity.undo', { id }).catch(toastError);
    };
    toastQueued(`${plural(queued.length, 'comment')} queued.`, () => holdKeys(undo()), queued.length);
  }

  return (
    <form
      className="form"
      onKeyDown={submitByKey}
      onSubmit={(event) => {
        event.preventDefault();
        holdKeys(queueAll());
      }}
    >
      {steps.map(({ caseId, reference, title, step, heading }, at) => (
        <label key={`${caseId} ${step}`}>
          <span>
            <b>{heading}</b> {caseName(reference)}: {title}
          </span>
          <textarea
            data-autofocus={at === 0 ? true : undefined}
            rows={3}
            value={words[at]}
            onChange={(event) => setWords(words.map((word, other) => (other === at ? event.target.value : word)))}
          />
        </label>
      ))}
      <span className="foot-of-dialog">
        <button
          type="submit"
          className="button primary"
          disabled={isSending || words.some((word) => word.trim() === '')}
        >
          {steps.length === 1 && steps[0] !== undefined
            ? STEP_NAMES[steps[0].step].button
            : `Queue all ${steps.length} comments`}{' '}
          <Kbd keys="$mod+Enter" />
        </button>
      </span>
    </form>
  );
}
