// Overlapping findings become one: the surer wins its words, and what it leaves of a longer one stays covered.
import type { Finding } from '../domain/pii.ts';
import { KEEP } from './allowlist.ts';

/** Sorted, not overlapping. Nothing a detector covered is uncovered by this, but for what is to be kept. */
export function resolve(findings: readonly Finding[]): Finding[] {
  const protectedSpans: Finding[] = [];
  const sorted: Finding[] = [];
  for (const finding of findings) (finding.detector.startsWith(KEEP) ? protectedSpans : sorted).push(finding);
  protectedSpans.sort(byPlace);
  sorted.sort(byPlace);
  const settled: Finding[] = [];
  let passed = 0;
  for (const finding of sorted) {
    while (passed < protectedSpans.length && (protectedSpans[passed]?.end ?? 0) <= finding.start) passed += 1;
    if (isProtected(finding, protectedSpans, passed)) continue;
    const last = settled.at(-1);
    if (last === undefined || finding.start >= last.end) {
      settled.push(finding);
      continue;
    }
    const surer = rank(finding) > rank(last) ? finding : last;
    settled[settled.length - 1] = { ...surer, start: last.start, end: Math.max(last.end, finding.end) };
  }
  return settled;
}

/** A finding inside a protected span, or one that shares its digits, is not a finding; a longer one around it stays. */
function isProtected(finding: Finding, spans: readonly Finding[], from: number): boolean {
  for (let at = from; at < spans.length; at += 1) {
    const span = spans[at];
    if (span === undefined || span.start >= finding.end) return false;
    if (finding.end - finding.start <= span.end - span.start + 2) return true;
  }
  return false;
}

function byPlace(a: Finding, b: Finding): number {
  return a.start - b.start || b.end - a.end;
}

function rank(finding: Finding): number {
  return finding.confidence + (finding.end - finding.start) / 10_000;
}
