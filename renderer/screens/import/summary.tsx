// The result of one or several files: each group can be opened, each import undone.
import type { ImportSummary } from '../../../electron/contract/intake-shapes.ts';
import { useCall } from '../../bridge/queries.ts';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import type { FileResult } from './files.ts';
import { ImportLine } from './import-line.tsx';
import { DONE_ID } from './keep-focus.ts';
import { RowsToMend } from './rows-to-mend.tsx';

export function Summary({ results }: { results: readonly FileResult[] }) {
  const ui = useDeskUi();
  const imports = useCall('imports.list', {}).data?.imports ?? [];
  return (
    <div className="import">
      <ul className="imports" aria-label="What came in">
        {results.map((file, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of them may have one name, and their order stays
          <li key={at}>
            <ResultOf file={file} imports={imports} />
          </li>
        ))}
      </ul>
      <RowsToMend />
      <div className="row-actions">
        <button id={DONE_ID} type="button" className="button primary" data-autofocus onClick={() => ui.ask(null)}>
          Done
        </button>
      </div>
    </div>
  );
}

function ResultOf({ file: { name, result }, imports }: { file: FileResult; imports: readonly ImportSummary[] }) {
  if (result === null)
    return (
      <p>
        <b>{name}</b>: skipped.
      </p>
    );
  const one = imports.find(({ id }) => id === result.importId);
  return (
    <>
      {one === undefined ? (
        <p>
          <b>{name}</b>: nothing new, {plural(result.duplicates, 'case')} already there.
        </p>
      ) : (
        <ImportLine one={one} />
      )}
      {result.notes !== undefined && <p className="meta">{result.notes.join(' ')}</p>}
    </>
  );
}
