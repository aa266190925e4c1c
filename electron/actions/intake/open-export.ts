// Opens what is given to import: a path that is read in chunks, bytes, or decoded text.

import type { ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { EXPORT_ZONE } from '../../core/domain/time.ts';
import { FileProblem } from '../../core/intake/file-problem.ts';
import type { OpenedExport } from '../../core/intake/opened-export.ts';
import { openFile, openText } from '../../core/intake/read-file.ts';
import type { AppContext } from '../app-context.ts';
import { settingOf } from '../settings.ts';
import { forOthers } from './pace.ts';
import { foldContent } from './queue-snapshot.ts';

const PIECE = 64 * 1024;

/** The details list what a person could specify to make it readable. */
export class UnreadableFile extends AppError {
  readonly problem: FileProblem;

  constructor(name: string, problem: FileProblem) {
    super('invalid', `${name}: ${problem.message}`, problem.asks === null ? {} : { asks: problem.asks });
    this.problem = problem;
  }
}

/** @throws UnreadableFile, AppError `invalid` with the reason why it cannot be read, and what to do */
export async function openExport(
  { files, store }: AppContext,
  input: ParsedInput<'intake.preview'>,
): Promise<OpenedExport> {
  const { path, bytes, text = '' } = input;
  const { dateOrder, channels, mapping } = input;
  const options = {
    timeZone: input.timeZone ?? EXPORT_ZONE,
    forced: input.source,
    fingerprint: foldContent,
    dateOrder,
    channels,
    mappings: mapping === undefined ? settingOf(store.db, 'mappings').mappings : [mapping],
  };
  try {
    if (path !== undefined) return await openFile(() => files.pieces(path), options, forOthers);
    if (bytes === undefined) return await openText(text, options);
    const given = typeof bytes === 'string' ? Buffer.from(bytes, 'base64') : bytes;
    return await openFile(() => inPieces(given), options, forOthers);
  } catch (error) {
    if (error instanceof RangeError)
      throw new AppError('invalid', `There is no time zone "${input.timeZone}". Use one like America/New_York or UTC.`);
    if (error instanceof FileProblem) throw new UnreadableFile(input.name, error);
    throw error;
  }
}

function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
