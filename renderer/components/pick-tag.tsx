// Adds a tag to the chosen or marked cases, or removes one that all of them have.
import { useCall } from '../bridge/queries.ts';
import { useDeskUi } from '../desk-ui.ts';
import { whoIn } from '../state/triage-words.ts';
import { DeskDialog } from './dialog.tsx';
import { PickList } from './pick-list.tsx';
import { plural } from './words.ts';

export function PickTag() {
  const ui = useDeskUi();
  return (
    <DeskDialog kind="tag" title={`Tag ${whoIn(ui.list)}`}>
      <Tags />
    </DeskDialog>
  );
}

function Tags() {
  const ui = useDeskUi();
  const own = ui.list.selected?.tags ?? [];
  const counts = useCall('cases.counts', {});
  const known = counts.data?.counts.tag.filter(({ value }) => value !== '') ?? [];
  const pick = (tag: string) => {
    ui.ask(null);
    ui.tag(tag);
  };
  return (
    <PickList
      label="Tag"
      isAwaited={counts.isPending}
      placeholder="A word, like release-42"
      nothing="Letters, figures and dashes make a tag."
      choices={known.map(({ value, n }) => ({
        id: value,
        title: value,
        hint: own.includes(value) ? 'on this case; Enter removes it' : plural(n, 'case'),
      }))}
      onPick={(choice) => pick(choice.id)}
      other={(words) => ({ id: words.trim().toLowerCase(), title: words.trim().toLowerCase(), hint: 'a new tag' })}
    />
  );
}
