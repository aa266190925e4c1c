// What is kept as nobody's must be nobody's: a keep that swallows a value leaks it, whatever the other rules and the tagger say.
import { expect, it } from 'vitest';
import { findByRules } from '../../../electron/core/scrub/rules.ts';
import { read } from '../../../electron/core/scrub/tokens.ts';
import { fillHand, readHands } from '../../pii/hands.ts';

/** Of some seven thousand short cases: a clinic that is somebody's surname, an age that looks like a code. */
const FEW = 12;
/** Long letters cost the most and say the same. */
const LONGEST = 160;

it('hardly any value of the hands stands in what is kept', () => {
  const swallowed = readHands().flatMap((hand) =>
    fillHand(hand, { seed: 101, half: 1 }).flatMap(({ text, spans }) => {
      if (text.length > LONGEST) return [];
      const personal = spans.filter(({ tier }) => tier !== 2);
      return findByRules(read(text), {}).kept.flatMap(({ start, end, detector }) =>
        personal.some((one) => start < one.end && one.start < end) ? [`${detector}: ${text.slice(start, end)}`] : [],
      );
    }),
  );
  expect(swallowed.length, swallowed.join('\n')).toBeLessThanOrEqual(FEW);
});
