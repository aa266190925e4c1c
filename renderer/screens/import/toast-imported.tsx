// The toast after an import without questions: what came in, with undo, and a link to it.
import { useAct } from '../../bridge/queries.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { type FileResult, type ImportedFile, isImported } from './files.ts';

export function useToastImported(): (one: ImportedFile) => void {
  const ui = useDeskUi();
  const takeBack = useTakeBack();
  return (one) => {
    const { importId: id, imported, updated = 0, left = 0, duplicates } = one.result;
    const parts = [
      `${plural(imported, 'case')} imported`,
      ...(updated > 0 ? [`${updated} changed`] : []),
      ...(left > 0 ? [`${left} left the queue`] : []),
      ...(duplicates > 0 ? [`${duplicates} already there`] : []),
    ];
    toast(
      <>
        {parts.join(', ')}.{' '}
        {id !== undefined && (
          <button type="button" className="link" onClick={() => ui.ask({ kind: 'import', results: [one] })}>
            Look at it
          </button>
        )}
      </>,
      id === undefined || imported + updated + left === 0
        ? undefined
        : () => takeBack.mutate({ id }, { onError: toastError }),
    );
  };
}

/** What became of several files when the import was left before the last of them. */
export function useToastLeft(): (names: readonly string[], results: readonly FileResult[]) => void {
  const ui = useDeskUi();
  return (names, results) => {
    const all = names.map((name, at) => results[at] ?? { name, result: null });
    const done = all.filter(isImported).length;
    const rest = all.length - done;
    toast(
      <>
        {`${done} of ${plural(all.length, 'file')} imported`}
        {rest > 0 && `; ${rest} ${rest === 1 ? 'was' : 'were'} not`}.{' '}
        <button type="button" className="link" onClick={() => ui.ask({ kind: 'import', results: all })}>
          Look at them
        </button>
      </>,
    );
  };
}

/** Undoes an import and reports the result. */
export function useTakeBack() {
  return useAct('imports.undo', ({ withdrawn, restored, kept }) => {
    const parts = [
      `${plural(withdrawn, 'case')} taken out again`,
      ...(restored > 0 ? [`${restored} as before`] : []),
      ...(kept > 0 ? [`${kept} kept, because somebody has worked on ${kept === 1 ? 'it' : 'them'}`] : []),
    ];
    toast(`${parts.join(', ')}.`);
  });
}
