import type { NumberedRow } from './rows-of-cases.ts';

/** What a person can say so that the file can be read after all. */
export type FileQuestion = 'date-order' | 'columns';

/** A file that cannot be read. The message says what it is and what to do; it repeats nothing that stands in the file. */
export class FileProblem extends Error {
  /** Null where nothing helps but another file. */
  readonly asks: FileQuestion | null;
  readonly #rows: readonly NumberedRow[];

  constructor(message: string, asks: FileQuestion | null = null, rows: readonly NumberedRow[] = []) {
    super(message);
    this.asks = asks;
    this.#rows = rows;
  }

  /** The first rows of the table whose columns nobody knows. Raw, and never part of a message. */
  get rows(): readonly NumberedRow[] {
    return this.#rows;
  }
}

/** What reading a file ends with where it cannot be read. @throws what is no problem of the file */
export function refusedBy(error: unknown): {
  readonly ok: false;
  readonly reason: string;
  readonly problem: FileProblem;
} {
  if (!(error instanceof FileProblem)) throw error;
  return { ok: false, reason: error.message, problem: error };
}
