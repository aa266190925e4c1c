// The scrub of one case: what was found, what a person made of it, and the words that remain.
import type { ReviewedFinding } from '../contract/shapes.ts';
import { titleFrom } from '../core/compose/ticket-draft.ts';
import { findPii, SCRUBBER_VERSION } from '../core/scrub/find-pii.ts';
import type { Hints } from '../core/scrub/hints.ts';
import { replaceFindings } from '../core/scrub/placeholders.ts';
import { masked, reviewFindings } from '../core/scrub/review.ts';
import type { RawText, ReviewDecision } from '../core/words/pii.ts';

export interface CaseScrub {
  readonly findings: readonly ReviewedFinding[];
  readonly scrubbedTitle: string;
  readonly scrubbedText: string;
  readonly scrubberVersion: number;
}

export function scrubCase(text: RawText, hints: Hints, decisions: readonly ReviewDecision[]): CaseScrub {
  const findings = reviewFindings(findPii(text, hints), decisions);
  const scrubbedText = replaceFindings(text, masked(findings));
  return { findings, scrubbedText, scrubbedTitle: titleFrom(scrubbedText), scrubberVersion: SCRUBBER_VERSION };
}

/** Scrubs a short text that stands alone, such as an area field. */
export function scrubPlain(text: string): { text: string; findings: ReturnType<typeof findPii> } {
  const findings = findPii(text);
  return { text: replaceFindings(text, findings), findings };
}
