// The scrubber's questions, answered with one key from the list or next to the text. An answer shows at once.

import type { CaseDetail, ReviewedFinding } from '../../electron/contract/schemas.ts';
import type { ActId } from '../../electron/core/domain/ids.ts';
import { isQuestion, openQuestions, sameWords } from '../../electron/core/domain/pii.ts';
import { call } from '../bridge/bridge.ts';
import { queryClient, useAct } from '../bridge/queries.ts';
import { toast, toastError } from '../components/toast.tsx';
import { plural } from '../components/words.ts';
import type { QuestionActs } from '../desk-ui.ts';
import { holdKeys } from './held-keys.ts';
import { showMeanwhile } from './show-meanwhile.ts';
import type { CaseList } from './use-list.ts';

export function useQuestions(list: CaseList, undo: (id: ActId) => void): QuestionActs {
  const decide = useAct('findings.decide');
  const { selected } = list;
  async function chooseAsked(): Promise<void> {
    const query = list.query;
    const { at } = await call('cases.nextQuestion', { ...query, after: list.at });
    const row = at === null ? undefined : (await call('cases.list', { ...query, from: at, count: 1 })).cases[0];
    if (at === null || row === undefined) toast('No case of this list has a question.');
    else list.select(row, at);
  }
  return {
    answerQuestion: (isPersonal) => {
      const key = ['cases.get', { id: selected?.id }];
      const one = queryClient.getQueryData<CaseDetail>(key);
      const questions = one === undefined ? [] : openQuestions(one.rawText, one.findings);
      const question = questions.find(({ start }) => start === focusedMark()) ?? questions[0];
      if (one === undefined || question === undefined) {
        toast('No question of the scrubber is open on this case.');
        return;
      }
      list.hold();
      const { id: caseId, rawText } = one;
      const { start, end } = question;
      const answered = decide.mutate(
        { caseId, start, end, decision: isPersonal ? 'confirm' : 'clear' },
        {
          onSuccess: ({ actId }) => {
            const left = questions.length - 1;
            const rest = left === 0 ? 'Every question is answered.' : `${plural(left, 'question')} left.`;
            toast(`${isPersonal ? 'Personal: stays masked' : 'Not personal: shown'}. ${rest}`, () => undo(actId));
          },
          onError: toastError,
        },
      );
      const decision: ReviewedFinding['decision'] = isPersonal ? 'confirmed' : 'cleared';
      // The next key means the next question, also where the case is read again before this answer has come in.
      showMeanwhile(answered, 'cases.get', (shown) =>
        shown.id === caseId
          ? {
              ...shown,
              findings: shown.findings.map((other) =>
                isQuestion(other) && sameWords(rawText, other, question) ? { ...other, decision } : other,
              ),
            }
          : shown,
      );
      goToNext();
    },
    nextQuestion: () => holdKeys(chooseAsked().catch(toastError)),
  };
}

function focusedMark(): number | null {
  const focused = document.activeElement;
  const start = focused instanceof HTMLElement ? focused.dataset.start : undefined;
  return start === undefined ? null : Number(start);
}

/** The next question scrolls into view, and gets focus if the previous one had it. */
function goToNext(): void {
  const hadFocus = focusedMark() !== null;
  requestAnimationFrame(() => {
    const text = document.getElementById('received');
    const next = text?.querySelector<HTMLElement>('.pii.question');
    if (hadFocus) (next ?? text)?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  });
}
