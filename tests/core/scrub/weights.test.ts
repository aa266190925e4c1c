// The weights of the tagger are those that `npm run train:scrubber` makes of what stands in the repository.
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import kept from '../../../electron/core/scrub/tagger/weights.json' with { type: 'json' };
import { trainedWeights } from '../../../electron/core/scrub/tagger/weights.ts';
import { inputsHash } from '../../pii/tagger/inputs.ts';

it('the weights are whole, and made from these sentences, values and features; else run npm run train:scrubber', () => {
  expect(createHash('sha256').update(trainedWeights().rows).digest('hex')).toBe(kept.made);
  expect(kept.inputs).toBe(inputsHash());
});
