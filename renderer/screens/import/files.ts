// The files of an import, and what came of each.
import type { ImportResult } from '../../../electron/contract/intake-shapes.ts';

export interface ChosenFile {
  readonly name: string;
  /** In base64; for a file in the watched folder, its path. */
  readonly bytes?: string;
  readonly path?: string;
}

export interface FileResult {
  readonly name: string;
  readonly result: ImportResult;
}
