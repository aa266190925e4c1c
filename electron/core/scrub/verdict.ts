// The only place where scrubbed text is made. The type does not survive a wire or a database: whoever queues and
// whoever sends takes the verdict again on the very bytes that leave.
import type { DeskRule, Finding, ScrubbedText } from '../words/pii.ts';
import { findPii } from './find-pii.ts';
import { findHints, type Hints } from './hints.ts';

export type Verdict =
  | { readonly clean: true; readonly text: ScrubbedText }
  | { readonly clean: false; readonly findings: readonly Finding[] };

/** What the desk knows of the cases a text speaks of. */
export interface VerdictContext {
  /** Values a reviewer said are not personal; nothing else is excused. */
  readonly cleared?: readonly string[];
  /** The people who reported: their names must not stand in the text either. */
  readonly people?: readonly Hints[];
  /** Logins of the directory: a mention of one ("@kelly-lein") is no name of a person who reported. */
  readonly logins?: readonly string[];
  /** What the reviewer said for the whole desk. */
  readonly rules?: readonly DeskRule[];
}

/** Judges text that is about to leave. Fails closed: a finding of any confidence is a finding. */
export function takeVerdict(
  text: string,
  { cleared = [], people = [], logins = [], rules = [] }: VerdictContext = {},
): Verdict {
  const excused = new Set(cleared.map(normalise));
  const known = new Set(logins.map(normalise));
  const [first = {}, ...others] = people;
  const found = [...findPii(text, first, rules), ...others.flatMap((hints) => findHints(text, hints))];
  const findings = found.filter(({ start, end }) => {
    const value = normalise(text.slice(start, end));
    return (
      !excused.has(value) &&
      !(value.startsWith('@') ? known.has(value.slice(1)) : text[start - 1] === '@' && known.has(value))
    );
  });
  return findings.length === 0 ? { clean: true, text: text as ScrubbedText } : { clean: false, findings };
}

function normalise(value: string): string {
  return value.trim().toLowerCase();
}
