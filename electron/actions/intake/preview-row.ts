// A row of an export as previewed before import: scrubbed, as the case will be.
import type { ImportPreview } from '../../contract/intake-shapes.ts';
import type { DeskRule } from '../../core/domain/pii.ts';
import type { IncomingCase } from '../../core/intake/incoming-case.ts';
import { hintsOf } from '../incoming-words.ts';
import { scrubText } from '../scrub-words.ts';

export function previewRow(one: IncomingCase, rules: readonly DeskRule[]): ImportPreview['sample'][number] {
  const { row, reference, reportedAt } = one;
  return { row, reference, reportedAt, text: scrubText(one.text, hintsOf(one), [], rules).scrubbedText };
}
