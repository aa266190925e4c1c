// The calls of "our GitHub moved": tickets move to another host, owner or repository once a person says so.
import { z } from 'zod';
import { actId } from '../core/domain/ids.ts';
import { defineAct, defineRead } from './define-call.ts';

/**
 * As typed or pasted: `owner/name`, with the host in front if it is on another GitHub, or the address of any of its
 * pages.
 */
const repository = z.string().max(2_000);

/** What a move does, or would do. */
const moveReport = z.object({
  from: z.string(),
  to: z.string(),
  /** Tickets that are at the new location, verified by their marker. */
  found: z.array(z.object({ references: z.array(z.string()), was: z.number(), now: z.number(), url: z.string() })),
  /** Tickets that stay where they are, and why. */
  missing: z.array(z.object({ references: z.array(z.string()), was: z.number().nullable(), why: z.string() })),
  /** How many outbox entries move too. */
  waiting: z.number(),
  /** Teams whose future tickets go to the new location. */
  teams: z.array(z.string()),
  /** What to check by hand. */
  notes: z.array(z.string()),
});
export type MoveReport = z.infer<typeof moveReport>;

export const MOVE_CALLS = {
  /** Repositories that tickets and teams of the desk are in. */
  'github.places': defineRead(
    z.object({}),
    z.object({ places: z.array(z.object({ repository: z.string(), tickets: z.number(), teams: z.number() })) }),
    ['outbox', 'settings'],
  ),
  /** What a move would do; nothing is changed. */
  'github.tryMove': defineRead(
    z.object({ from: repository, to: repository, job: z.string().optional() }),
    moveReport,
    [],
  ),
  /** Moves what is verified; the rest stays and is listed. */
  'github.move': defineAct(
    z.object({ from: repository, to: repository, job: z.string().optional() }),
    moveReport.extend({ actId }),
    ['cases', 'outbox', 'directory', 'settings'],
  ),
} as const;
