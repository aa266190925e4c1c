// One import: what it did, by group, with undo.
import type { ImportSummary } from '../../../electron/contract/intake-shapes.ts';
import { SOURCE_NAMES } from '../../../electron/core/domain/case.ts';
import type { ImportGroup } from '../../../electron/core/domain/import-groups.ts';
import { call } from '../../bridge/bridge.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { exactTime } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { useTakeBack } from './toast-imported.tsx';

const GROUP_WORDS: readonly (readonly [ImportGroup, string])[] = [
  ['new', 'new'],
  ['changed', 'changed'],
  ['left', 'left the queue'],
  ['same', 'perhaps the same'],
  ['known', 'already there'],
];

export function ImportLine({ one }: { one: ImportSummary }) {
  const ui = useDeskUi();
  const takeBack = useTakeBack();
  const open = (group: ImportGroup) =>
    call('imports.cases', { id: one.id, group }).then(({ ids, total }) => {
      ui.ask(null);
      ui.openCases(ids);
      if (total > ids.length) toast(`The first ${ids.length} of ${total} are marked.`);
    }, toastError);
  const hasDone = one.counts.new + one.counts.changed + one.counts.left > 0;
  const groups = GROUP_WORDS.filter(([group]) => one.counts[group] > 0);
  return (
    <div className="import-line">
      <div>
        <b className="cut">{one.name === '' ? SOURCE_NAMES[one.source] : one.name}</b>
        <span className="meta">
          {SOURCE_NAMES[one.source]}, {exactTime(one.at)}
          {one.isUndone ? ' · taken back' : one.isWhole ? '' : ' · not every row was looked at'}
        </span>
      </div>
      <div className="row-actions">
        {!one.isUndone &&
          groups.map(([group, words]) => (
            <button key={group} type="button" className="button quiet" onClick={() => open(group)}>
              {one.counts[group].toLocaleString('en-US')} {words}
            </button>
          ))}
        {groups.length === 0 && <span className="meta">Nothing new</span>}
        {!one.isUndone && hasDone && (
          <button
            type="button"
            className="button"
            disabled={one.obstacle !== null || takeBack.isPending}
            title={one.obstacle ?? undefined}
            aria-label={`Undo import of ${one.name}`}
            onClick={() => takeBack.mutate({ id: one.id }, { onError: toastError })}
          >
            Undo import
          </button>
        )}
      </div>
      {one.obstacle !== null && !one.isUndone && hasDone && <p className="meta">{one.obstacle}</p>}
    </div>
  );
}
