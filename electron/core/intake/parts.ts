// A file of several tables: sheets of a workbook, files of an archive. What holds no cases is left out, and said.
import { FileProblem } from './file-problem.ts';
import type { ReadExport } from './incoming-case.ts';
import { createRejections } from './rejections.ts';

export interface Part {
  /** Where it stands in the file, by its number: its name may be somebody's; null where it is the only one. */
  readonly place: string | null;
  readonly read: ReadExport;
}

/** @throws FileProblem when no part holds cases */
export function combineParts(parts: readonly Part[]): Extract<ReadExport, { ok: true }> {
  const good = parts.flatMap(({ place, read }) => (read.ok ? [{ place, read }] : []));
  const [first] = good;
  if (first === undefined) throw new FileProblem(reasonOf(parts));
  const rejections = createRejections();
  for (const { place, read } of good)
    rejections.addAll(
      read.lines.map((row) => (place === null ? row : { ...row, part: place })),
      read.rejectedCount,
    );
  const places = (place: string | null, note: string) => (place === null ? note : `${capital(place)}: ${note}`);
  return {
    ...first.read,
    cases: good.length === 1 ? first.read.cases : good.flatMap(({ read }) => read.cases),
    rejected: rejections.kept,
    rejectedCount: rejections.count,
    lines: rejections.lines,
    notes: [
      ...good.flatMap(({ place, read }) => read.notes.map((note) => places(place, note))),
      ...parts.flatMap(({ place, read }) => (read.ok ? [] : [places(place, `left out. ${read.reason}`)])),
    ],
  };
}

function reasonOf(parts: readonly Part[]): string {
  const failed = parts.flatMap(({ place, read }) => (read.ok ? [] : [{ place, reason: read.reason }]));
  const [first] = failed;
  if (first === undefined) return 'The file is empty: it holds no table.';
  if (failed.length === 1) return first.reason;
  return `None of its ${failed.length} parts holds cases. ${capital(first.place ?? 'the first')}: ${first.reason}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
