// Saves the report as a file: judged as at any exit, small rows put together.
import type { Input } from '../../../electron/contract/calls.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../../electron/core/domain/report.ts';
import { call } from '../../bridge/bridge.ts';
import { saveFile, saveSheets } from '../../components/save-file.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';

const NAMES: Readonly<Record<ReportFormat, string>> = {
  html: 'Page to print or paste (HTML)',
  md: 'Markdown for GitHub',
  csv: 'Data set for Domo (CSV)',
  json: 'JSON',
};

export function SaveReport({ asked }: { asked: Omit<Input<'reports.file'>, 'format'> }) {
  async function save(format: ReportFormat | 'xlsx'): Promise<void> {
    try {
      if (format === 'xlsx') {
        const book = await call('reports.workbook', asked);
        await saveSheets(book.name, book.sheets);
        tell(`${book.name}.xlsx`, book.masked);
        return;
      }
      const { name, text, masked } = await call('reports.file', { ...asked, format });
      saveFile(name, format, text);
      tell(`${name}.${format}`, masked);
    } catch (error) {
      toastError(error instanceof Error ? error : new Error(String(error)));
    }
  }
  function tell(file: string, masked: number): void {
    const told = masked === 0 ? '' : ` Personal information masked in ${plural(masked, 'place')}.`;
    toast(`${file} saved, scrubbed; rows of fewer than five are put together.${told}`);
  }
  return (
    <select
      aria-label="Save the report"
      className="save-report"
      value=""
      onChange={(event) => save(event.target.value as ReportFormat | 'xlsx')}
    >
      <option value="">Save as…</option>
      <option value="xlsx">Workbook (XLSX)</option>
      {REPORT_FORMATS.map((format) => (
        <option key={format} value={format}>
          {NAMES[format]}
        </option>
      ))}
    </select>
  );
}
