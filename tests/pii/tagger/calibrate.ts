// What the second look is fitted to: the clues about tokens of hands that the weights did not see, as the decision meets them.

import { clueReader, logOddsOf, tagOf } from '../../../electron/core/scrub/tagger/clues.ts';
import { isDecidedByTagger } from '../../../electron/core/scrub/tagger/decide.ts';
import { tag, type Weights } from '../../../electron/core/scrub/tagger/model.ts';
import { FAINTEST } from '../../../electron/core/scrub/tagger/odds.ts';
import { read } from '../../../electron/core/scrub/tokens.ts';
import type { LabelledCase } from '../corpus.ts';
import type { Point } from './boost.ts';
import { foundByRules } from './examples.ts';

/** What weights say of every token that no exact rule has decided, in cases they were not made from. */
export function pointsOf(cases: readonly LabelledCase[], weights: Weights): Point[] {
  return cases.flatMap(({ text, spans }) => {
    const seen = foundByRules(text);
    const told = seen.filter((one) => !isDecidedByTagger(one));
    const tagged = tag(read(text), seen, weights);
    const logOdds = logOddsOf(tagged.probabilities);
    const cluesOf = clueReader(text, tagged, logOdds, seen);
    return tagged.tokens.flatMap(({ start, end }, at): Point[] => {
      const overlaps = (one: { readonly start: number; readonly end: number }) => start < one.end && end > one.start;
      const span = spans.find(overlaps);
      if (span?.tier === 2 || logOdds[at]! < FAINTEST || told.some(overlaps)) return [];
      return [{ clues: cluesOf(at, tagOf(tagged.probabilities, at)).slice(), personal: span === undefined ? 0 : 1 }];
    });
  });
}
