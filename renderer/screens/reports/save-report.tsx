// Saves the report as a file: checked like anything that leaves, small rows combined.
import type { Input } from '../../../electron/contract/calls.ts';
import { EXTENSIONS, REPORT_FORMATS, type ReportFormat } from '../../../electron/core/domain/report.ts';
import { call } from '../../bridge/bridge.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { Choose } from '../../components/choose.tsx';
import { Kbd } from '../../components/kbd.tsx';
import { saveFile, savePdf, saveSheets } from '../../components/save-file.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';

type Asked = Input<'reports.pdf'>;
type Format = ReportFormat | 'xlsx' | 'pdf';

const NAMES: Readonly<Record<Exclude<Format, 'pdf'>, string>> = {
  xlsx: 'Workbook (XLSX)',
  page: 'Page with pictures (HTML)',
  html: 'Page for Confluence (HTML)',
  md: 'Markdown for GitHub',
  csv: 'Data set for Domo (CSV)',
  json: 'JSON',
};
const FORMATS: readonly (readonly [Format | '', string])[] = [
  ['', 'Save as…'],
  ...(['xlsx', ...REPORT_FORMATS] as const).map((format) => [format, NAMES[format]] as const),
];

/** @returns the name of the file, and in how many places something was masked */
async function write(asked: Asked, format: Format): Promise<readonly [file: string, masked: number]> {
  if (format === 'pdf') return print(asked);
  if (format === 'xlsx') {
    const { name, sheets, masked } = await call('reports.workbook', asked);
    await saveSheets(name, sheets);
    return [`${name}.xlsx`, masked];
  }
  const { name, text, masked } = await call('reports.file', { ...asked, format });
  saveFile(name, EXTENSIONS[format], text);
  return [`${name}.${EXTENSIONS[format]}`, masked];
}

async function print(asked: Asked): Promise<readonly [string, number]> {
  toast('Printing the report…');
  const { name, pdf, page, masked } = await call('reports.pdf', asked);
  if (pdf === null) {
    saveFile(name, 'html', page);
    return [`There is no browser here that prints: ${name}.html`, masked];
  }
  savePdf(name, pdf);
  return [`${name}.pdf`, masked];
}

export async function saveReport(asked: Asked, format: Format): Promise<void> {
  try {
    const [file, masked] = await write(asked, format);
    const told = masked === 0 ? '' : ` Personal information masked in ${plural(masked, 'place')}.`;
    toast(`${file} saved, scrubbed; rows of fewer than five are put together.${told}`);
  } catch (error) {
    toastError(error);
  }
}

export function SaveReport({ asked, publish }: { asked: Asked; publish: () => void }) {
  return (
    <>
      <button type="button" className="button" onClick={() => saveReport(asked, 'pdf')}>
        PDF <Kbd keys={keysOf('report-pdf')} />
      </button>
      <Choose
        aria-label="Save the report"
        value=""
        choices={FORMATS}
        onPick={(format) => {
          if (format !== '') void saveReport(asked, format);
        }}
      />
      <button type="button" className="button" onClick={publish}>
        Publish… <Kbd keys={keysOf('report-publish')} />
      </button>
    </>
  );
}
