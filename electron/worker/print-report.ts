// Prints a report. The backend composes the page, checked like anything that leaves; the host has the browser that
// turns it into a PDF.
import type { Output, ParsedInput } from '../contract/calls.ts';
import type { Call } from '../contract/client.ts';
import type { FileText, PrintedFile } from '../core/domain/pii.ts';

/** Prints a page of HTML; null if there is no browser to do it. */
export type PrintPage = (page: FileText) => Promise<Uint8Array | null>;

export async function printReport(
  call: Call,
  print: PrintPage,
  asked: ParsedInput<'reports.pdf'>,
): Promise<Output<'reports.pdf'>> {
  const { name, text, masked } = await call('reports.file', { ...asked, format: 'page' });
  const printed = await print(text);
  const pdf = printed === null ? null : (Buffer.from(printed).toString('base64') as PrintedFile);
  return { name, pdf, page: text, masked };
}
