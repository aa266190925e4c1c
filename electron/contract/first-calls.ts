// The first run: how far the setup of a new desk has come.
import { z } from 'zod';
import { defineAct, defineRead } from './define-call.ts';

const nothing = z.object({});

export const FIRST_CALLS = {
  'first.get': defineRead(
    nothing,
    z.object({
      signedIn: z.boolean(),
      /** GitHub was asked, and has the repository and the labels of every team. */
      teamsFound: z.boolean(),
      /** The services were asked, and have every board of the directory. */
      boardsFound: z.boolean(),
      cases: z.number(),
      /** Some case has a team, or is about to. */
      escalated: z.boolean(),
      /** Some ticket was queued. */
      queued: z.boolean(),
      /** Some ticket is open. */
      opened: z.boolean(),
      /** The lead has dismissed the checklist. */
      isHidden: z.boolean(),
    }),
    ['cases', 'outbox', 'directory', 'settings'],
  ),
  /** Checks the directory's repositories and labels at GitHub: the teams it found, and what is missing. */
  'first.findTeams': defineAct(nothing, z.object({ found: z.number(), missing: z.array(z.string()) }), ['settings']),
  /** Checks the directory's boards at the services that are signed in. */
  'first.findBoards': defineAct(nothing, z.object({ found: z.number(), missing: z.array(z.string()) }), ['settings']),
  'first.hide': defineAct(z.object({ isHidden: z.boolean() }), nothing, ['settings']),
} as const;
