// The result of one or several files: each group can be opened, each import undone.
import { useCall } from '../../bridge/queries.ts';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import type { FileResult } from './files.ts';
import { ImportLine } from './import-line.tsx';
import { RowsToMend } from './rows-to-mend.tsx';

export function Summary({ results }: { results: readonly FileResult[] }) {
  const ui = useDeskUi();
  const imports = useCall('imports.list', {}).data?.imports ?? [];
  return (
    <div className="import">
      <ul className="imports" aria-label="What came in">
        {results.map(({ name, result }) => {
          const one = imports.find(({ id }) => id === result.importId);
          return (
            <li key={result.importId ?? name}>
              {one === undefined ? (
                <p>
                  <b>{name}</b>: nothing new, {plural(result.duplicates, 'case')} already there.
                </p>
              ) : (
                <ImportLine one={one} />
              )}
            </li>
          );
        })}
      </ul>
      <RowsToMend />
      <div className="row-actions">
        <button type="button" className="button primary" data-autofocus onClick={() => ui.ask(null)}>
          Done
        </button>
      </div>
    </div>
  );
}
