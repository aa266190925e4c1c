// A person's decisions about trends: merge two, rename one, split cases off, move them. Each can be undone with one
// key.
import { useState } from 'react';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { DeskDialog } from '../../components/dialog.tsx';
import { PickList } from '../../components/pick-list.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';

export function TrendDialogs() {
  const { dialog } = useDeskUi();
  return (
    <>
      <DeskDialog kind="trend-merge" title="Merge this trend into">
        {dialog?.kind === 'trend-merge' && <Merge id={dialog.id} />}
      </DeskDialog>
      <DeskDialog kind="trend-move" title={moveTitle(dialog?.kind === 'trend-move' ? dialog.caseIds.length : 0)}>
        {dialog?.kind === 'trend-move' && <Move caseIds={dialog.caseIds} from={dialog.from} />}
      </DeskDialog>
      <DeskDialog kind="trend-name" title="Rename the trend">
        {dialog?.kind === 'trend-name' && <Rename id={dialog.id} title={dialog.title} />}
      </DeskDialog>
      <DeskDialog kind="trend-split" title={splitTitle(dialog?.kind === 'trend-split' ? dialog.caseIds.length : 0)}>
        {dialog?.kind === 'trend-split' && <Split caseIds={dialog.caseIds} title={dialog.title} />}
      </DeskDialog>
    </>
  );
}

const moveTitle = (n: number) => `Move ${plural(n, 'case')} to`;
const splitTitle = (n: number) => `Split off ${plural(n, 'case')}`;

function Merge({ id }: { id: string }) {
  const ui = useDeskUi();
  const merge = useAct('trends.merge', ({ actId, moved, openTickets }) =>
    toast(
      openTickets > 1
        ? `${plural(moved, 'case')} merged. Both had a ticket: ${openTickets} stay open.`
        : `${plural(moved, 'case')} merged.`,
      () => ui.undo(actId),
    ),
  );
  return <Others but={id} onPick={(into) => merge.mutate({ from: id, into }, { onError: toastError })} />;
}

function Move({ caseIds, from }: { caseIds: readonly CaseId[]; from: string }) {
  const ui = useDeskUi();
  const move = useAct('trends.move', ({ actId }) => toast('Moved; the desk learns from it.', () => ui.undo(actId)));
  return <Others but={from} onPick={(into) => move.mutate({ caseIds: [...caseIds], into }, { onError: toastError })} />;
}

/** Every problem but one, with the number of its cases. */
function Others({ but, onPick }: { but: string; onPick: (id: string) => void }) {
  const ui = useDeskUi();
  const counts = useCall('cases.counts', {});
  const problems = counts.data?.counts.trend ?? [];
  return (
    <PickList
      label="Trend"
      isAwaited={counts.isPending}
      placeholder="Name of a problem"
      nothing="No problem by that name."
      choices={problems
        .filter(({ value }) => value !== '' && value !== but)
        .map(({ value, name, n }) => ({ id: value, title: name, hint: plural(n, 'case') }))}
      onPick={({ id }) => {
        ui.ask(null);
        onPick(id);
      }}
    />
  );
}

function Rename({ id, title }: { id: string; title: string }) {
  const ui = useDeskUi();
  const rename = useAct('trends.rename', ({ actId }) => {
    ui.ask(null);
    toast('Renamed; regrouping keeps the name.', () => ui.undo(actId));
  });
  return (
    <Name
      title={title}
      button="Rename"
      isPending={rename.isPending}
      give={(words) => rename.mutate({ id, title: words }, { onError: toastError })}
    />
  );
}

function Split({ caseIds, title }: { caseIds: readonly CaseId[]; title: string }) {
  const ui = useDeskUi();
  const split = useAct('trends.move', ({ actId }) => {
    ui.ask(null);
    toast(`${plural(caseIds.length, 'case')} split off.`, () => ui.undo(actId));
  });
  return (
    <Name
      title={title}
      button="Split off"
      isPending={split.isPending}
      give={(words) => split.mutate({ caseIds: [...caseIds], title: words }, { onError: toastError })}
    />
  );
}

interface NameProps {
  readonly title: string;
  readonly button: string;
  readonly isPending: boolean;
  readonly give: (words: string) => void;
}

function Name({ title, button, isPending, give }: NameProps) {
  const [words, setWords] = useState(title);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        give(words.trim());
      }}
    >
      <label>
        Name
        <input
          data-autofocus
          value={words}
          maxLength={200}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <button type="submit" className="button primary" disabled={isPending || words.trim() === ''}>
        {button}
      </button>
    </form>
  );
}
