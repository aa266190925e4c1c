// Exports whose columns a person has mapped: shared with a colleague, imported from one, or deleted.

import { AppError } from '../../../electron/contract/errors.ts';
import type { ExplainedExport } from '../../../electron/contract/mapping-shapes.ts';
import { SOURCE_NAMES } from '../../../electron/core/domain/case.ts';
import { call } from '../../bridge/bridge.ts';
import { PickFile } from '../../components/pick-file.tsx';
import { saveFile } from '../../components/save-file.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { useSetting } from '../../state/use-setting.ts';

export function KnownExports() {
  const [known, save] = useSetting('mappings');
  const mappings = known?.mappings ?? [];
  const take = async (file: File | undefined) => {
    // The desk decides whether it is a mapping.
    const one: ExplainedExport | null = await file
      ?.text()
      .then((text) => JSON.parse(text))
      .catch(() => null);
    if (one === null || one === undefined) toastError(new Error('This file does not say how an export is read.'));
    else save({ mappings: [...mappings.filter(({ name }) => name !== one.name), one] });
  };
  const toFile = (name: string, noNames = false) => {
    call('mappings.file', { name, noNames }).then(
      (file) => saveFile(file.name, 'json', file.content),
      (error: Error) => {
        if (!(error instanceof AppError) || error.details.asks !== 'no-names') toastError(error);
        else
          toast(
            <>
              {error.message}{' '}
              <button type="button" className="link" onClick={() => toFile(name, true)}>
                They are not names: save it
              </button>
            </>,
          );
      },
    );
  };
  return (
    <section className="card" aria-labelledby="known-exports">
      <header>
        <h2 id="known-exports">Exports you mapped</h2>
        <span>read the same way by themselves</span>
      </header>
      {mappings.length === 0 ? (
        <p className="hint">None yet. Import a table that the desk does not know, and it asks what its columns are.</p>
      ) : (
        <table>
          <tbody>
            {mappings.map(({ name, source, columns }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{SOURCE_NAMES[source]}</td>
                <td>
                  {plural(columns.filter((one) => one !== null).length, 'column')} of {columns.length}
                </td>
                <td className="row-actions">
                  <button
                    type="button"
                    className="button quiet"
                    aria-label={`Save as a file: ${name}`}
                    onClick={() => toFile(name)}
                  >
                    Save as a file
                  </button>
                  <button
                    type="button"
                    className="button quiet"
                    aria-label={`Forget: ${name}`}
                    onClick={() => save({ mappings: mappings.filter((one) => one.name !== name) })}
                  >
                    Forget
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="row-actions">
        <PickFile label="Mapping of a colleague" accept=".json" onPick={([file]) => void take(file)}>
          Take one from a colleague
        </PickFile>
      </div>
    </section>
  );
}
