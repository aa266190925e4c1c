// The acts of the window: each calls the desk, reports what was done, and offers undo.

import { useRef } from 'react';
import type { Input } from '../../electron/contract/calls.ts';
import type { CaseRow } from '../../electron/contract/schemas.ts';
import { caseName } from '../../electron/core/domain/case-name.ts';
import type { ActId } from '../../electron/core/domain/ids.ts';
import type { ScrubbedText } from '../../electron/core/domain/pii.ts';
import { call } from '../bridge/bridge.ts';
import { queryClient, useAct, useCall } from '../bridge/queries.ts';
import { withWhoseItIs } from '../components/belongs-to.tsx';
import { copyText } from '../components/save-file.ts';
import { closeUntilSent, toast, toastError } from '../components/toast.tsx';
import { closeRefusal, toastQueued } from '../components/toast-queued.ts';
import { plural } from '../components/words.ts';
import type { Acts, Dialog, Repeatable, Tab } from '../desk-ui.ts';
import { importToName } from './after-acts.ts';
import { jobOf } from './bulk-job.ts';
import { holdKeys } from './held-keys.ts';
import { STATUS_AFTER, showDecided } from './show-decided.ts';
import { triageInWords, whoIn } from './triage-words.ts';
import { useExportCsv } from './use-export-csv.ts';
import type { CaseList } from './use-list.ts';
import { useMarks } from './use-marks.ts';
import { usePracticeClock } from './use-practice-clock.ts';
import { useQuestions } from './use-questions.ts';
import { useQueueTicket } from './use-queue-ticket.ts';
import { useSelections } from './use-selections.ts';

export function useActs(
  list: CaseList,
  showTab: (tab: Tab) => void,
  ask: (dialog: Dialog) => void,
): Acts & { readonly now: () => number } {
  const { selected, targets, marked } = list;
  const last = useRef<Repeatable | null>(null);
  const selections = useSelections(list);
  const undoing = useAct('activity.undo', ({ undone }) => {
    closeRefusal();
    toast(undone === null ? 'Nothing to undo.' : `Undone: ${undone}`);
  });
  /** How the lists looked before the latest decision, as long as nothing else was done since. */
  const before = useRef<{ show: () => void; mutation: unknown } | null>(null);
  const undo = (id?: ActId | null) => {
    if (before.current?.mutation === newestMutation()) before.current?.show();
    before.current = null;
    const giveBack = selections.toGiveBack();
    // What is typed meanwhile is meant for what will be selected.
    const failed = (error: Error) => {
      const first = importToName(error);
      if (first === null) toastError(error);
      else ask({ kind: 'undo', why: error.message, first });
    };
    const asked = id ? { id } : { asksForImport: true };
    holdKeys(undoing.mutateAsync(asked).then(({ actId }) => giveBack(actId), failed));
  };
  const moveClock = usePracticeClock();
  const { data: heard, dataUpdatedAt } = useCall('outbox.list', { most: 0 });
  const ahead = heard === undefined ? 0 : heard.sync.at - dataUpdatedAt;
  const following = useAct('follow-up.comment', ({ actId }) => toastQueued('Comment queued.', () => undo(actId)));
  const reviewing = useAct('release.review', ({ actId }) => toast('Release notice reviewed.', () => undo(actId)));
  const triage = useAct('triage.act');
  const tagging = useAct('cases.tag');
  const answering = useAct('templates.use');
  const queueTicket = useQueueTicket(list, selections, undo);
  const syncing = useAct('sync.now', ({ sent, waiting }) =>
    toast(
      sent + waiting === 0
        ? 'Nothing is waiting to be sent.'
        : `${plural(sent, 'entry', 'entries')} sent, ${waiting} waiting.`,
    ),
  );
  const answeringSame = useAct('cases.answerSame');
  const keeping = useAct('window.save');
  const asking = useAct('cases.askForMore', ({ text, missing, actId }) =>
    copyOut(text, `The request for ${missing} fields is on the clipboard.`, () => undo(actId)),
  );
  const copying = useAct('cases.copy', ({ text, masked }) =>
    copyOut(text, `Scrubbed text copied.${masked ? ' Personal information in it was masked.' : ''}`),
  );
  const exportCsv = useExportCsv(list);
  const questions = useQuestions(list, undo);
  const marks = useMarks(undo);
  const job = jobOf(targets);
  const whose = whoIn(list);

  function act(action: Input<'triage.act'>['action'], team?: string, row?: CaseRow): void {
    const ids = row === undefined || marked.has(row.id) ? targets : [row.id];
    if (ids.length === 0) return;
    const who = row !== undefined && ids.length === 1 ? caseName(row.reference) : whose;
    last.current = { kind: 'triage', action, team };
    const leaves = row === undefined && marked.size === 0 && action !== 'escalate' && action !== 'assign';
    const keepSelected = ids === targets ? selections.take() : null;
    const comeBack = leaves ? selections.toComeBack() : () => {};
    const giveMarksBack = ids === targets ? selections.takeMarks() : () => {};
    const answered = triage.mutate(
      { caseIds: [...ids], action, ...(team !== undefined && { team }), ...job },
      {
        onSuccess: ({ changed, actId, left }) => {
          keepSelected?.(actId);
          const [id] = ids;
          const said = triageInWords(who, action, { changed, left });
          const isOutside = action === 'out-of-scope' && ids.length === 1 && id !== undefined;
          if (changed > 0) toast(isOutside ? withWhoseItIs(said, id) : said, () => undo(actId));
          else {
            comeBack();
            toast(said);
          }
        },
        onError: (error) => {
          comeBack();
          giveMarksBack();
          toastError(error);
        },
      },
    );
    if (leaves) list.move(1);
    // At once: a tab that is chosen while the act is under way stays.
    if (action === 'escalate' && ids.length === 1) showTab('compose');
    if (action !== 'assign') {
      const show = showDecided(answered, new Set(ids), { status: STATUS_AFTER[action], team });
      before.current = { show, mutation: newestMutation() };
    }
    if (!leaves && row === undefined && selected !== null) list.select(selected);
  }

  function escalateSuggested(): void {
    if (targets.length === 0) return;
    const keepSelected = selections.take();
    const giveMarksBack = selections.takeMarks();
    triage.mutate(
      { caseIds: [...targets], action: 'escalate', eachSuggested: true, ...job },
      {
        onSuccess: ({ changed, actId, unsure, left }) => {
          keepSelected(actId);
          const rest =
            unsure.length > 0 ? ` ${plural(unsure.length, 'case')} without a suggestion left as they were.` : '';
          const stopped = left > 0 ? ` Stopped; ${plural(left, 'case')} left.` : '';
          if (changed === 0) toast(`No team is suggested for ${targets.length === 1 ? whose : 'these cases'}.`);
          else
            toast(
              `${plural(changed, 'case')} escalated${changed === 1 ? '' : ', each'} to its suggested team.${rest}${stopped}`,
              () => undo(actId),
            );
          giveMarksBack(unsure);
        },
        onError: (error) => {
          giveMarksBack();
          toastError(error);
        },
      },
    );
    if (marked.size === 0 && selected !== null) list.select(selected);
  }

  function tag(word: string): void {
    if (targets.length === 0) return;
    last.current = { kind: 'tag', tag: word };
    tagging.mutate(
      { caseIds: [...targets], tag: word, ...job },
      {
        onSuccess: ({ added, actId }) =>
          toast(`${whose}: tag ${word} ${added ? 'put on' : 'taken off'}.`, () => undo(actId)),
        onError: toastError,
      },
    );
  }

  return {
    ...questions,
    ...marks,
    act,
    escalateSuggested,
    tag,
    undo,
    now: () => Date.now() + ahead,
    answer: (id) => {
      if (selected === null) return;
      const name = caseName(selected.reference);
      const keepSelected = selections.take();
      const comeBack = selections.toComeBack();
      answering.mutate(
        { id, caseId: selected.id },
        {
          onSuccess: ({ text, actId }) => {
            keepSelected(actId);
            copyOut(text, `${name}: the answer is on the clipboard.`, () => undo(actId));
          },
          onError: (error) => {
            comeBack();
            toastError(error);
          },
        },
      );
      list.move(1);
    },
    repeat: () => {
      const again = last.current;
      if (again === null) toast('Nothing to repeat yet.');
      else if (again.kind === 'tag') tag(again.tag);
      else act(again.action, again.team);
    },
    sendFollowUp: (id) =>
      holdKeys(
        call('day.get', {}).then(({ steps }) => {
          const step = id === undefined ? steps[0] : steps.find((one) => one.caseId === id);
          if (step === undefined) toast('No comment waits to be sent here.');
          else following.mutate({ id: step.caseId, verb: step.step }, { onError: toastError });
        }),
      ),
    reviewRelease: () => {
      if (selected !== null) reviewing.mutate({ id: selected.id }, { onError: toastError });
    },
    advanceClock: moveClock,
    takeBack: (row) =>
      holdKeys(
        call('cases.get', { id: row.id }).then(({ activity }) => {
          const newest = activity.find((entry) => entry.canUndo);
          if (newest === undefined) toast(`${caseName(row.reference)}: nothing can be undone.`);
          else undo(newest.actId);
        }),
      ),
    queueTicket,
    syncNow: () => {
      closeUntilSent();
      syncing.mutate({}, { onError: toastError });
    },
    copyText: () => {
      if (selected !== null) copying.mutate({ id: selected.id }, { onError: toastError });
    },
    askForMore: () => {
      if (selected !== null) asking.mutate({ id: selected.id }, { onError: toastError });
    },
    exportCsv,
    answerSame: (isSame) => {
      if (selected === null) return;
      const { id } = selected;
      const name = caseName(selected.reference);
      const said = isSame ? 'the same case; counted once.' : 'a case of its own.';
      answeringSame.mutate(
        { id, isSame },
        { onSuccess: ({ actId }) => toast(`${name}: ${said}`, () => undo(actId)), onError: toastError },
      );
    },
    saveViews: (views, said) =>
      keeping.mutate({ views }, { onSuccess: ({ actId }) => toast(said, () => undo(actId)), onError: toastError }),
    saveKeys: (keys) =>
      keeping.mutate(
        { keys },
        { onSuccess: ({ actId }) => toast('Keys changed.', () => undo(actId)), onError: toastError },
      ),
  };
}

function copyOut(text: ScrubbedText, said: string, undo?: () => void): void {
  copyText(text).then(
    () => toast(said, undo),
    () => toastError(new Error('The text could not be copied. Try again with this window in front.')),
  );
}

function newestMutation(): unknown {
  return queryClient.getMutationCache().getAll().at(-1);
}
