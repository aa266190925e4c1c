// Saves the report as a file: judged as at any exit, small rows put together.
import type { Input } from '../../../electron/contract/calls.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../../electron/core/words/report.ts';
import { call } from '../../bridge/bridge.ts';
import { saveFile } from '../../parts/save-file.ts';
import { say, sayProblem } from '../../parts/say.tsx';
import { plural } from '../../parts/words.ts';

const NAMES: Readonly<Record<ReportFormat, string>> = {
  html: 'Page to print or paste (HTML)',
  md: 'Markdown for GitHub',
  csv: 'Data set for Domo (CSV)',
  json: 'JSON',
};

export function SaveReport({ asked }: { asked: Omit<Input<'reports.file'>, 'format'> }) {
  async function save(format: ReportFormat): Promise<void> {
    try {
      const { name, text, masked } = await call('reports.file', { ...asked, format });
      saveFile(name, format, text);
      const told = masked === 0 ? '' : ` Personal information masked in ${plural(masked, 'place')}.`;
      say(`${name}.${format} saved, scrubbed; rows of fewer than five are put together.${told}`);
    } catch (error) {
      sayProblem(error instanceof Error ? error : new Error(String(error)));
    }
  }
  return (
    <select
      aria-label="Save the report"
      className="save-report"
      value=""
      onChange={(event) => save(event.target.value as ReportFormat)}
    >
      <option value="">Save as…</option>
      {REPORT_FORMATS.map((format) => (
        <option key={format} value={format}>
          {NAMES[format]}
        </option>
      ))}
    </select>
  );
}
