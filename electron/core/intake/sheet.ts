/** A table as a file holds it; nobody knows yet what its columns are. */
export interface Sheet {
  readonly rows: readonly (readonly string[])[];
}
