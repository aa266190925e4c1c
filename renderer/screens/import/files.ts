// The files of an import, and what came of each.
import type { ImportResult } from '../../../electron/contract/intake-shapes.ts';

export interface ChosenFile {
  readonly name: string;
  /** In base64; for a file in the watched folder, its path. */
  readonly bytes?: string;
  readonly path?: string;
}

export interface ImportedFile {
  readonly name: string;
  readonly result: ImportResult;
}

/** Null for a file that was skipped. */
export type FileResult = ImportedFile | { readonly name: string; readonly result: null };

export function isImported(one: FileResult): one is ImportedFile {
  return one.result !== null;
}
