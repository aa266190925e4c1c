// One call of the front door: what it takes, what it gives, and what a success may have changed.
import type { z } from 'zod';

/** What a write may have changed; the window refreshes what it shows of these. */
export const TAGS = ['desk', 'cases', 'outbox', 'directory', 'settings', 'team'] as const;
export type Tag = (typeof TAGS)[number];

export interface DefinedCall<I extends z.ZodType, O extends z.ZodType> {
  readonly input: I;
  readonly output: O;
  readonly touches: readonly Tag[];
}

export function defineCall<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  touches: readonly Tag[] = [],
): DefinedCall<I, O> {
  return { input, output, touches };
}
