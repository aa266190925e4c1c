// What is asked of the whole text, once everything in it is found: whether a name that stands alone is one, and words beside each
// other only once.
import { ASK_BELOW, type Finding } from '../domain/pii.ts';
import { isAsked } from './asked.ts';
import { isByTagger } from './tagger/decide.ts';

/** Names that nothing else in the text speaks for are masked without asking from here on; a single one by what stands before it only. */
const SURE_ALONE = 0.97;
const SAID_TO_NAME = /^(?:source-|stated|name-after|name-with|name-of|hl7|field|column|asked)/;
/** In a text where nothing is surer than this, next to nobody is spoken of, and a faint doubt is not worth a question. */
const NOBODY_LIKELY = 0.3;
const FAINT = 0.1;
/** Shapes that codes, parts, towns and machines have as well: by themselves they show nobody. */
const COMMON_SHAPE =
  /^(?:initial-last-four|postal-code|again|street-abroad|va-network-id|number-of-somebody|ten-digits|age-plain)$/;
/** Between two words that are asked about at once: on the same line, and no cells of a row. */
const BETWEEN = /^[ ,.;:/&"'’()-]{0,2}$/;

/**
 * A text that is about somebody seldom has one name and nothing else: without a number, a date or a name beyond doubt, names and
 * what the tagger alone or a common shape takes for personal are asked about.
 */
export function askOfLoneNames(findings: Finding[]): Finding[] {
  const isDoubtful = (one: Finding) =>
    COMMON_SHAPE.test(one.detector) || (one.confidence < SURE_ALONE && (one.type === 'NAME' || isByTagger(one)));
  const sure = findings.filter(({ confidence }) => confidence >= ASK_BELOW);
  const [only] = sure;
  if (only === undefined) return leaveFaint(findings);
  const isSingle = sure.length === 1 && only.type === 'NAME' && !SAID_TO_NAME.test(only.detector);
  if (!isSingle && !sure.every(isDoubtful)) return findings;
  return findings.map((one) => ({ ...one, confidence: Math.min(one.confidence, ASK_BELOW - 0.01) }));
}

function leaveFaint(findings: Finding[]): Finding[] {
  if (findings.some(({ confidence }) => confidence >= NOBODY_LIKELY)) return findings;
  return findings.filter((one) => one.confidence >= FAINT || isAsked(one));
}

/** Questions about words beside each other become one. Sorted, as given. */
export function joinQuestions(text: string, findings: Finding[]): Finding[] {
  const joined: Finding[] = [];
  for (const one of findings) {
    const last = joined.at(-1);
    if (
      last === undefined ||
      last.confidence >= ASK_BELOW ||
      one.confidence >= ASK_BELOW ||
      !BETWEEN.test(text.slice(last.end, one.start))
    ) {
      joined.push(one);
      continue;
    }
    const surer = one.confidence > last.confidence ? one : last;
    joined[joined.length - 1] = { ...surer, start: last.start, end: one.end };
  }
  return joined;
}
