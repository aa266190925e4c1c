// The calls of the snapshots of an open desk. Putting one in place closes the desk, so the host does that.
import { z } from 'zod';
import { defineCall } from './define-call.ts';

const snapshot = z.object({
  name: z.string(),
  /** UTC ms. */
  at: z.number(),
  reason: z.enum(['daily', 'by-hand', 'before-upgrade', 'before-import', 'before-restore']),
  bytes: z.number(),
});

export const SNAPSHOT_CALLS = {
  /** Newest first. */
  'snapshots.list': defineCall(z.object({}), z.object({ snapshots: z.array(snapshot) })),
  'snapshots.take': defineCall(z.object({}), z.object({}), ['settings']),
  /** What restoring it would mean, a sentence each; null where the store itself cannot be read. */
  'snapshots.preview': defineCall(
    z.object({ name: z.string() }),
    z.object({ at: z.number(), lines: z.array(z.string()).nullable() }),
  ),
} as const;
