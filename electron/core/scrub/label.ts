// A label and its value as one pattern: "SSN is: 518-41-0093", "acct no. (00123456)".
import type { PiiType } from '../domain/pii.ts';
import type { CuedPattern } from './detector.ts';

/** What people put between a label and its value: "SSN is:", "acct no. (", "card number on file was #". Bounded. */
const FILL =
  '(?:[ \\t:#=("\'*-]{0,4}(?:\\b(?:is|was|are|number|numbers|num|nubmer|no|nbr|id|ids|of|for|on file|reads|shows|listed as|would be)\\b\\.?)?){0,4}[ \\t:#=("\'*?-]{0,4}';
const END = '(?![A-Za-z0-9])';

export interface Label {
  readonly type: PiiType;
  readonly name: string;
  readonly confidence: number;
  readonly cues: string;
  /** The label as written, from its cue on. */
  readonly label: string;
  readonly value: string;
}

/** The pattern for a label; tried at its cues. */
export function labelled({ type, name, confidence, cues, label, value }: Label): CuedPattern {
  return {
    type,
    name,
    confidence,
    cues: cues.split(' '),
    pattern: new RegExp(`(?:${label})${FILL}(?<v>${value})${END}`, 'iy'),
  };
}
