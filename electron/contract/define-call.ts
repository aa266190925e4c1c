// Declares a call of the front door: its input, its output, and how it affects what the window shows.
import type { z } from 'zod';

/** What an act may have changed; the window refetches every read refreshed by these. */
export const TAGS = ['desk', 'cases', 'outbox', 'directory', 'settings', 'team'] as const;
export type Tag = (typeof TAGS)[number];

/**
 * What makes a shown answer stale: a change to what a tag stands for; 'clock', which is refetched every twenty seconds
 * because it counts down; 'service', which changes elsewhere unannounced and is refetched when shown after a minute.
 */
export type RefreshedBy = Tag | 'clock' | 'service';

/** Changes nothing. `refreshedBy` is empty if an answer is needed once and not shown for long. */
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
