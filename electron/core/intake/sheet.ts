import type { RejectedLine } from './incoming-case.ts';

/** A table as a file holds it; nobody knows yet what its columns are. */
export interface Sheet {
  readonly rows: readonly (readonly string[])[];
  /** Rows that could not be read at all; a blank one stands in their place. */
  readonly damaged?: readonly RejectedLine[];
}
