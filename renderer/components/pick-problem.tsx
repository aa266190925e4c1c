// Merges cases into a problem, or says that they are not the same as the rest of theirs.
import { useAct, useCall } from '../bridge/queries.ts';
import { useDeskUi } from '../desk-ui.ts';
import { whoIn } from '../state/triage-words.ts';
import { DeskDialog } from './dialog.tsx';
import { PickList } from './pick-list.tsx';
import { toast, toastError } from './toast.tsx';
import { plural } from './words.ts';

const OWN = 'not-the-same';

export function PickProblem() {
  const { list } = useDeskUi();
  return (
    <DeskDialog kind="problem" title={`Merge ${whoIn(list)} into a problem`}>
      <Problems />
    </DeskDialog>
  );
}

function Problems() {
  const ui = useDeskUi();
  const counts = useCall('cases.counts', {});
  const problems = counts.data?.counts.trend.filter(({ value }) => value !== '') ?? [];
  const move = useAct('trends.move', ({ actId }) => toast('Moved; the desk learns from it.', () => ui.undo(actId)));
  const caseIds = [...ui.list.targets];
  return (
    <PickList
      label="Problem"
      isAwaited={counts.isPending}
      placeholder="Name of a problem"
      nothing="No problem by that name."
      choices={[
        { id: OWN, title: 'Not the same', hint: 'makes a problem of its own' },
        ...problems.map(({ value, name, n }) => ({ id: value, title: name, hint: plural(n, 'case') })),
      ]}
      onPick={({ id }) => {
        ui.ask(null);
        move.mutate(id === OWN ? { caseIds } : { caseIds, into: id }, { onError: toastError });
        ui.list.clearMarks();
      }}
    />
  );
}
