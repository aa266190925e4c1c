// The only place where scrubbed text is made. The type does not survive a wire or a database: whoever queues and
// whoever sends takes the verdict again on the very bytes that leave.
import type { Finding, ScrubbedText } from '../words/pii.ts';
import { findPii } from './find-pii.ts';
import type { Hints } from './hints.ts';

export type Verdict =
  | { readonly clean: true; readonly text: ScrubbedText }
  | { readonly clean: false; readonly findings: readonly Finding[] };

/** What the desk knows of the cases a text speaks of. */
export interface VerdictContext {
  /** Values a reviewer said are not personal; nothing else is excused. */
  readonly cleared?: readonly string[];
  /** The people who reported: their names must not stand in the text either. */
  readonly hints?: Hints;
}

/** Judges text that is about to leave. Fails closed: a finding of any confidence is a finding. */
export function takeVerdict(text: string, { cleared = [], hints = {} }: VerdictContext = {}): Verdict {
  const excused = new Set(cleared.map(normalise));
  const findings = findPii(text, hints).filter(
    (finding) => !excused.has(normalise(text.slice(finding.start, finding.end))),
  );
  return findings.length === 0 ? { clean: true, text: text as ScrubbedText } : { clean: false, findings };
}

function normalise(value: string): string {
  return value.trim().toLowerCase();
}
