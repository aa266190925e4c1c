// An export that was looked through once: what it holds is known, and its cases are read one after the other.

import type { Source } from '../domain/case.ts';
import type { IncomingCase, ReadColumn, ReadExport, RejectedLine } from './incoming-case.ts';
import { createRejections } from './rejections.ts';

export interface OpenedExport {
  readonly source: Source;
  readonly columns: readonly ReadColumn[];
  /** How many rows may be cases. */
  readonly rows: number;
  /** Of all that it says, to know it again; empty where none was asked for. */
  readonly fingerprint: string;
  readonly notes: readonly string[];
  /** True where it is only what is new or changed: nothing follows from what is missing. */
  readonly isPart?: boolean;
  read(): Iterable<IncomingCase | RejectedLine>;
}

export function isRejected(one: IncomingCase | RejectedLine): one is RejectedLine {
  return 'reason' in one;
}

/** All of it at once. */
export function drain({ source, columns, notes, read }: OpenedExport): Extract<ReadExport, { ok: true }> {
  const cases: IncomingCase[] = [];
  const rejections = createRejections();
  for (const one of read()) {
    if (isRejected(one)) rejections.add(one);
    else cases.push(one);
  }
  const { kept, count, lines } = rejections;
  return { ok: true, source, columns, cases, rejected: kept, rejectedCount: count, lines, notes };
}

/** What was read at once, as one that is read bit by bit. */
export function opened(
  { source, columns, notes, cases, lines }: Extract<ReadExport, { ok: true }>,
  fingerprint: (values: readonly string[], before: string) => string,
): OpenedExport {
  return {
    ...{ source, columns, notes },
    rows: cases.length + lines.length,
    fingerprint: cases.reduce(
      (before, { fields }) =>
        fingerprint(
          fields.map(({ value }) => value),
          before,
        ),
      '',
    ),
    *read() {
      yield* cases;
      yield* lines;
    },
  };
}
