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
  const asking = parts.flatMap(({ read }) =>
    read.ok || read.problem == null || read.problem.asks === null ? [] : read.problem,
  );
  const ofDates = asking.find(({ asks }) => asks === 'date-order');
  if (ofDates !== undefined) throw ofDates;
  if (first === undefined) throw problemOf(parts, asking);
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

/** A table whose columns can be said, the one with most rows; else why nothing can be read. */
function problemOf(parts: readonly Part[], asking: readonly FileProblem[]): FileProblem {
  const [table] = asking.toSorted((a, b) => b.rows.length - a.rows.length);
  return table === undefined
    ? new FileProblem(reasonOf(parts))
    : new FileProblem(reasonOf(parts), table.asks, table.rows);
}

function reasonOf(parts: readonly Part[]): string {
  const failed = parts.flatMap(({ place, read }) => (read.ok ? [] : [{ place, reason: read.reason }]));
  const [first] = failed;
  if (first === undefined) return 'It is empty: there is no table.';
  if (failed.length === 1) return first.reason;
  return `None of its ${failed.length} parts holds cases. ${capital(first.place ?? 'the first')}: ${first.reason}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
