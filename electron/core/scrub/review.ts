// What a reviewer decided of the findings of one case, laid over what the scrubber found.
import type { ReviewedFinding } from '../../contract/shapes.ts';
import type { Finding, ReviewDecision } from '../words/pii.ts';

/**
 * Findings with their decisions, sorted. Cleared ones stay in the list, so that the reviewer sees what was cleared.
 * An added span wins over what the scrubber found under it.
 */
export function reviewFindings(findings: readonly Finding[], decisions: readonly ReviewDecision[]): ReviewedFinding[] {
  const added = decisions.filter((one) => one.decision === 'add');
  const reviewed: ReviewedFinding[] = added.map(({ start, end, type }) => ({
    start,
    end,
    type,
    confidence: 1,
    detector: 'reviewer',
    decision: 'added',
  }));
  for (const finding of findings) {
    const made = decisions.find(
      (one) => one.decision !== 'add' && one.start === finding.start && one.end === finding.end,
    );
    const decision = made === undefined ? 'none' : made.decision === 'clear' ? 'cleared' : 'confirmed';
    for (const piece of without(finding, added)) reviewed.push({ ...piece, decision });
  }
  return reviewed.sort((a, b) => a.start - b.start);
}

/** The findings that are masked: all but those a person cleared. A question stays masked until it is answered. */
export function masked(findings: readonly ReviewedFinding[]): ReviewedFinding[] {
  return findings.filter((finding) => finding.decision !== 'cleared');
}

function without(finding: Finding, taken: readonly ReviewDecision[]): Finding[] {
  let pieces: Finding[] = [finding];
  for (const { start, end } of taken) {
    pieces = pieces.flatMap((piece) => [
      ...(piece.start < start ? [{ ...piece, end: Math.min(piece.end, start) }] : []),
      ...(piece.end > end ? [{ ...piece, start: Math.max(piece.start, end) }] : []),
    ]);
  }
  return pieces.filter((piece) => piece.end > piece.start);
}
