// The only ways words leave the window: a download, and the clipboard. Both take judged text; a download
// also takes what is sealed for one colleague.
import type { Output } from '../../electron/contract/calls.ts';
import type { MaskedColumn } from '../../electron/contract/schemas.ts';
import type { CaseId, TicketId } from '../../electron/core/domain/ids.ts';
import type { FileText, PrintedFile, ScrubbedText, SealedFile } from '../../electron/core/domain/pii.ts';
import { sheetsToWrite } from '../../electron/core/domain/workbook.ts';

type Extension = 'csv' | 'json' | 'md' | 'html';

/** Offers a text to the browser as a download. */
export function saveFile(name: ScrubbedText, extension: Extension, content: FileText): void {
  download(`${name}.${extension}`, new Blob([content], { type: TYPES[extension] }));
}

const TYPES = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  md: 'text/markdown',
  html: 'text/html',
} as const;

export function savePdf(name: ScrubbedText, pdf: PrintedFile): void {
  download(
    `${name}.pdf`,
    new Blob([Uint8Array.from(atob(pdf), (sign) => sign.charCodeAt(0))], { type: 'application/pdf' }),
  );
}

/** The same as a workbook with one sheet; a formula in a cell is only text. */
export async function saveWorkbook(name: ScrubbedText, cells: readonly (readonly ScrubbedText[])[]): Promise<void> {
  const rows = cells.map((row) => row.map((value) => ({ value, type: String })));
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  download(`${name}.xlsx`, await writeExcelFile(rows).toBlob());
}

/** A workbook of several sheets. */
export async function saveSheets(name: ScrubbedText, sheets: Output<'reports.workbook'>['sheets']): Promise<void> {
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  download(`${name}.xlsx`, await writeExcelFile(sheetsToWrite(sheets)).toBlob());
}

/** A link contains an id of the desk and nothing about the case. */
export function copyLink(kind: 'case' | 'ticket', id: CaseId | TicketId): Promise<void> {
  return navigator.clipboard.writeText(`tier3desk://${kind}/${id}`);
}

/** Cases for a colleague's desk. */
export function saveSealed(name: string, content: SealedFile): void {
  download(`${name}.tier3cases`, new Blob([content], { type: 'application/json' }));
}

export function copyText(text: ScrubbedText): Promise<void> {
  return navigator.clipboard.writeText(text);
}

/** What was masked on the way out, as text; empty for nothing. */
export function maskedInWords(masked: readonly MaskedColumn[]): string {
  const all = masked.map(({ column, cells }) => `${column} ${cells}`).join(', ');
  return all === '' ? '' : ` Personal information masked in cells of: ${all}.`;
}

function download(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
