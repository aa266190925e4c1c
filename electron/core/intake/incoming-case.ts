import type { RejectedRow } from '../../contract/intake-shapes.ts';
import type { Source } from '../domain/case.ts';
import type { ColumnRole } from '../domain/mapping.ts';
import type { RawText } from '../domain/pii.ts';
import type { FileProblem } from './file-problem.ts';

/** A case as a source gave it. Everything in it is raw. */
export interface IncomingCase {
  readonly source: Source;
  /** Null in a sheet, whose rows have no record number. */
  readonly reference: string | null;
  /** Number of the row in the file as a spreadsheet shows it. */
  readonly row: number;
  /** UTC ms. */
  readonly reportedAt: number;
  readonly text: RawText;
  readonly subject: RawText | null;
  readonly reporter: RawText | null;
  readonly phone: RawText | null;
  readonly email: RawText | null;
  readonly area: string | null;
  readonly subArea: string | null;
  /** Its state and priority in the source's own words. */
  readonly status: string | null;
  readonly priority: string | null;
  /** When it was resolved at the source, UTC ms; null where the source does not say. */
  readonly resolvedAt: number | null;
  /** Where it was read, as a sentence without its end, where that is no row of an export. */
  readonly cameFrom?: string;
  /** Every column as it came, for the record. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** A row that cannot be a case, with what it says: raw, and never part of a message. */
export interface RejectedLine extends RejectedRow {
  readonly line?: readonly { readonly name: string; readonly value: string }[];
}

export interface ReadColumn {
  readonly name: string;
  readonly becomes: ColumnRole | null;
}

export type ReadExport =
  | {
      readonly ok: true;
      readonly source: Source;
      readonly columns: readonly ReadColumn[];
      readonly cases: readonly IncomingCase[];
      /** The first of the rows that cannot be cases; `rejectedCount` counts all of them. */
      readonly rejected: readonly RejectedRow[];
      readonly rejectedCount: number;
      /** The same rows with what they say. */
      readonly lines: readonly RejectedLine[];
      /** What was found out about the file and is not the usual, in sentences: its encoding, what was mended. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly reason: string; readonly problem?: FileProblem };
