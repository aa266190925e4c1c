// The calls about the snapshots of an open desk. Restoring one closes the desk, so the host does that.
import { z } from 'zod';
import { defineAct, defineRead } from './define-call.ts';

const snapshot = z.object({
  name: z.string(),
  /** UTC ms. */
  at: z.number(),
  reason: z.enum(['daily', 'by-hand', 'before-upgrade', 'before-import', 'before-restore']),
  bytes: z.number(),
});

export const SNAPSHOT_CALLS = {
  /** Newest first. */
  'snapshots.list': defineRead(z.object({}), z.object({ snapshots: z.array(snapshot) }), ['settings']),
  'snapshots.take': defineAct(z.object({}), z.object({}), ['settings']),
  /** What restoring it would change, as sentences; null if the store itself cannot be read. */
  'snapshots.preview': defineRead(
    z.object({ name: z.string() }),
    z.object({ at: z.number(), lines: z.array(z.string()).nullable() }),
    [],
  ),
} as const;
