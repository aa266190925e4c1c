// Reviewers' decisions as labeled examples to learn from: the texts as received, including PII. Raw: only for a file on
// this machine.
import type { Output } from '../../contract/calls.ts';
import { isQuestion } from '../../core/domain/pii.ts';
import { masked } from '../../core/scrub/review.ts';
import { findCase } from '../../store/cases/cases.ts';
import { reviewedCases } from '../../store/cases/review.ts';
import type { AppContext } from '../app-context.ts';
import { scrubCase } from '../scrub-case.ts';

/** Every case with a decided finding. An unanswered question counts as neither right nor wrong. */
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
