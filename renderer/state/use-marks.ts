// Text that a person marks as personal, in a case and then, if the lead wants, in every case of the desk.
import { useRef } from 'react';
import type { ActId } from '../../electron/core/domain/ids.ts';
import { call } from '../bridge/bridge.ts';
import { useAct } from '../bridge/queries.ts';
import { toast, toastError } from '../components/toast.tsx';
import { toastMarked } from '../components/toast-marked.tsx';
import { plural } from '../components/words.ts';
import type { MarkActs, MarkedWords } from '../desk-ui.ts';

export function useMarks(undo: (id: ActId) => void): MarkActs {
  /** What was marked last: the desk offers to mask it in every case. */
  const last = useRef<MarkedWords | null>(null);
  // The act is under way until its message is on screen: an undo typed meanwhile waits.
  const decide = useAct('findings.decide', async ({ actId }, { caseId, start, end, type }) => {
    last.current = { caseId, start, end, type: type ?? 'OTHER' };
    const { others } = await call('rules.reach', { caseId, start, end });
    toastMarked(others, { everywhere: () => maskEverywhere(), undo: () => undo(actId) });
  });
  const rule = useAct('rules.make');

  function make(kind: 'allow' | 'deny', { caseId, start, end, type }: MarkedWords): void {
    rule.mutate(
      { caseId, start, end, kind, type },
      {
        onSuccess: ({ changed, actId }) =>
          toast(`Rule made; ${plural(changed, 'case')} scrubbed again.`, () => undo(actId)),
        onError: toastError,
      },
    );
  }

  function maskEverywhere(marked = last.current): void {
    last.current = null;
    if (marked === null) toastError(new Error('Mark words first: arrows go by word, m marks them.'));
    else make('deny', marked);
  }

  return {
    markPersonal: async (caseId, spans, type) => {
      try {
        for (const span of spans) await decide.mutateAsync({ caseId, ...span, decision: 'add', type });
      } catch (error) {
        toastError(error);
      }
    },
    maskEverywhere,
    neverMask: (words) => make('allow', words),
  };
}
