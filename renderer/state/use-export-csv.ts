// The export of what is shown: the marked cases, or else all of the list, scrubbed.
import { call } from '../bridge/bridge.ts';
import { useAct } from '../bridge/queries.ts';
import { maskedInWords, saveFile } from '../components/save-file.ts';
import { toast, toastError } from '../components/toast.tsx';
import { plural } from '../components/words.ts';
import type { CaseList } from './use-list.ts';

const MOST_EXPORTED = 5_000;

export function useExportCsv({ marked, query }: CaseList): () => void {
  const exporting = useAct('cases.export', ({ name, csv, rows, masked }) => {
    saveFile(name, 'csv', csv);
    toast(`${plural(rows, 'case')} exported, scrubbed.${maskedInWords(masked)}`);
  });
  return () => {
    const asked =
      marked.size > 0
        ? Promise.resolve({ ids: [...marked] })
        : call('cases.ids', { ...query, from: 0, to: MOST_EXPORTED });
    asked.then(({ ids }) => {
      if (ids.length > 0) exporting.mutate({ caseIds: ids }, { onError: toastError });
    }, toastError);
  };
}
