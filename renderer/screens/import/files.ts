// The files of an import, and what came of each.
import type { ImportResult } from '../../../electron/contract/intake-shapes.ts';

export interface ChosenFile {
  readonly name: string;
  /** In base64; of a file of the watched folder where it lies. */
  readonly bytes?: string;
  readonly path?: string;
}

export interface FileResult {
  readonly name: string;
  readonly result: ImportResult;
}
