// The scrubber's front: every layer over one text. Pure and synchronous; the same for the reviewer's pane, the command
// line and the outbound PII check.
import { ASK_BELOW, type DeskRule, type Finding } from '../domain/pii.ts';
import { leaveJargon } from './desk-jargon.ts';
import { applyDeskRules } from './desk-rules.ts';
import type { Hints } from './hints.ts';
import { findAgain } from './memory.ts';
import { askOfNamedThings } from './named-things.ts';
import { findHidden } from './normalize/hidden.ts';
import { normalize } from './normalize/normalize.ts';
import { findSpelledOut } from './normalize/spelled-out.ts';
import { askOfLoneNames, joinQuestions } from './questions.ts';
import { resolve } from './resolve.ts';
import { findByRules } from './rules.ts';
import { decide } from './tagger/decide.ts';
import { type TrainedWeights, trainedWeights } from './tagger/weights.ts';
import { read } from './tokens.ts';

/** Changes when the findings for some text change; a case scrubbed by an older one is scrubbed again. */
export const SCRUBBER_VERSION = 18;

const NO_HINTS: Hints = {};
const NO_RULES: readonly DeskRule[] = [];

/**
 * Everything in a text that is judged personal, sorted and not overlapping. Offsets are UTF-16 code units.
 * `hints` are the values of the source's own columns for the person who reported; `rules` what the reviewer said for the
 * whole desk; `weights` those of the tagger, others than the trained ones only to be judged.
 */
export function findPii(
  text: string,
  hints: Hints = NO_HINTS,
  rules: readonly DeskRule[] = NO_RULES,
  weights: TrainedWeights = trainedWeights(),
): Finding[] {
  const view = normalize(text);
  const found = findInView(view.text, hints, weights);
  const written: Finding[] = found.map((finding) => ({ ...finding, ...view.original(finding.start, finding.end) }));
  written.push(...findSpelledOut(text), ...findInHidden(text, weights));
  const resolved = written.length === 0 ? written : leaveJargon(text, resolve(written));
  const ruled = rules.length === 0 ? resolved : applyDeskRules(text, resolved, rules);
  return joinQuestions(text, askOfLoneNames(askOfNamedThings(text, ruled)));
}

/** A label alone is nobody's: what it speaks of stands beside it. */
const LABEL = /^(?:SSN|DOB|ICN|EDIPI|DFN|MRN|MBI|VIN|E?-?MAIL|PHONE|TEL)S?$/i;

/** What the rules and the tagger find in a text without disguises; may overlap. */
function findInView(text: string, hints: Hints, weights: TrainedWeights): Finding[] {
  const reading = read(text);
  const { settled, kept } = findByRules(reading, hints);
  const found = decide(reading, settled, kept, weights).filter(({ start, end }) => !LABEL.test(text.slice(start, end)));
  return [...found, ...findAgain(reading, found)];
}

/** Runs of base64 and the like that say something personal, whole. */
function findInHidden(text: string, weights: TrainedWeights): Finding[] {
  return findHidden(text).flatMap(({ start, end, text: says }) => {
    const surest = resolve(findInView(normalize(says).text, NO_HINTS, weights)).sort(
      (a, b) => b.confidence - a.confidence,
    )[0];
    return surest === undefined || surest.confidence < ASK_BELOW
      ? []
      : [{ ...surest, start, end, detector: 'hidden-text' }];
  });
}
