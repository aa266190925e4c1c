// Filters by any field: every value with how many cases it would leave. Enter adds or removes one; the dialog stays
// open, because people usually set several.
import { FILTER_FIELDS, type FilterField } from '../../../electron/core/domain/queue.ts';
import { useCall } from '../../bridge/queries.ts';
import { DeskDialog } from '../../components/dialog.tsx';
import { type Choice, PickList } from '../../components/pick-list.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { toggleValue } from '../../state/list-query.ts';
import { FIELD_NAMES } from './list-bar.tsx';

interface FilterChoice extends Choice {
  readonly field: FilterField;
  readonly value: string;
}

export function FilterDialog() {
  const { list } = useDeskUi();
  return (
    <DeskDialog kind="filter" title={`Filter; ${plural(list.total, 'case')} shown`}>
      <Values />
    </DeskDialog>
  );
}

function Values() {
  const { query, change } = useDeskUi().list;
  const read = useCall('cases.counts', query);
  const counts = read.data?.counts;
  const choices: FilterChoice[] = FILTER_FIELDS.flatMap((field) =>
    (counts?.[field] ?? []).map(({ value, name, n }) => {
      const isOn = query.filter[field]?.includes(value) ?? false;
      return {
        id: `${field} ${value}`,
        field,
        value,
        title: `${FIELD_NAMES[field]}: ${name}`,
        hint: isOn ? 'on; Enter removes it' : '',
        code: n.toLocaleString('en-US'),
      };
    }),
  );
  return (
    <PickList
      label="Filter"
      isAwaited={read.isPending}
      placeholder="A team, source, status, tag or problem"
      nothing="No field has a value by that name."
      choices={choices}
      onPick={({ field, value }) => change({ filter: toggleValue(query.filter, field, value) })}
    />
  );
}
