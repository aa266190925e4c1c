// What a reviewer decided, as examples to learn from: the texts as received with what is personal in them. Raw: for a file on
// this machine and nothing else.
import type { Output } from '../contract/calls.ts';
import { isQuestion } from '../core/domain/pii.ts';
import { masked } from '../core/scrub/review.ts';
import { findCase } from '../store/cases.ts';
import { reviewedCases } from '../store/review.ts';
import type { AppContext } from './app-context.ts';
import { scrubCase } from './scrub-case.ts';

/** Every case in which a finding was decided. A question nobody answered is neither right nor wrong. */
export function readExamples({ store: { db } }: AppContext): Output<'review.examples'> {
  const examples = reviewedCases(db).flatMap((id) => {
    const one = findCase(db, id);
    if (one === null || one.rawText === '') return [];
    const spans = masked(scrubCase(db, one).findings).map((finding) => ({
      start: finding.start,
      end: finding.end,
      type: finding.type,
      isOpen: isQuestion(finding),
    }));
    return [{ text: one.rawText, spans }];
  });
  return { examples };
}
