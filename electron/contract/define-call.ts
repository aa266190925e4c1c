// One call of the front door: what it takes, what it gives, and how it bears on what the window shows.
import type { z } from 'zod';

/** What an act may have changed; the window reads afresh what is refreshed by these. */
export const TAGS = ['desk', 'cases', 'outbox', 'directory', 'settings', 'team'] as const;
export type Tag = (typeof TAGS)[number];

/**
 * What makes a shown answer old: a change to what a tag stands for; 'clock', which is read every twenty seconds because
 * it counts down; 'service', which changes elsewhere without a word and is asked anew when shown after a minute.
 */
export type RefreshedBy = Tag | 'clock' | 'service';

/** Changes nothing. `refreshedBy` is empty where an answer is wanted once and not shown for long. */
export interface ReadCall<I extends z.ZodType, O extends z.ZodType> {
  readonly kind: 'read';
  readonly input: I;
  readonly output: O;
  readonly touches: readonly [];
  readonly refreshedBy: readonly RefreshedBy[];
}

/** `touches`: what a success may have changed. */
export interface ActCall<I extends z.ZodType, O extends z.ZodType> {
  readonly kind: 'act';
  readonly input: I;
  readonly output: O;
  readonly touches: readonly Tag[];
}

export function defineRead<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  refreshedBy: readonly RefreshedBy[],
): ReadCall<I, O> {
  return { kind: 'read', input, output, touches: [], refreshedBy };
}

export function defineAct<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  touches: readonly Tag[],
): ActCall<I, O> {
  return { kind: 'act', input, output, touches };
}
