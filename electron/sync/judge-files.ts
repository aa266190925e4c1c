// The outbound PII check of files: every word they hold is judged, a few at a time, so that the desk answers meanwhile.
import { wordsOfFile } from '../core/compose/file-words.ts';
import { fileOfJudged } from '../core/compose/judged-sheet.ts';
import { builtInFindings } from '../core/compose/report-words.ts';
import type { FileText, ScrubbedText } from '../core/domain/pii.ts';
import type { PiiCheckContext } from '../core/scrub/pii-check.ts';
import { checkOutbound, type OutboundCheck } from './outbound-pii-check.ts';

/** So many words are judged at once. */
const PIECE = 20;
const rest = () => new Promise((resolve) => setImmediate(resolve));

interface LeavingFile<T extends string> {
  readonly path: string;
  readonly text: T;
}

/** Judges files; all their words and names must be clean. */
export async function judgeFiles(
  files: readonly LeavingFile<string>[],
  context: PiiCheckContext,
): Promise<OutboundCheck<readonly LeavingFile<FileText>[]>> {
  const own = { ...context, cleared: [...(context.cleared ?? []), ...builtInFindings()] };
  const judged = new Map<string, ScrubbedText>();
  for (const { path, text } of files)
    for (const word of [path, ...wordsOfFile(path, text)]) {
      if (judged.has(word)) continue;
      const check = checkOutbound({ [path]: word }, own);
      if (!check.open) return check;
      const clean = check.texts[path];
      if (clean !== undefined) judged.set(word, clean);
      if (judged.size % PIECE === 0) await rest();
    }
  return { open: true, texts: files.map(({ path, text }) => ({ path, text: fileOfJudged(path, text, judged) })) };
}
