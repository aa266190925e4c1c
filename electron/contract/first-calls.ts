// The first run: how far a new desk has come.
import { z } from 'zod';
import { defineAct, defineRead } from './define-call.ts';

const nothing = z.object({});

export const FIRST_CALLS = {
  'first.get': defineRead(
    nothing,
    z.object({
      signedIn: z.boolean(),
      /** GitHub was asked and has the repository and the labels of every team. */
      teamsFound: z.boolean(),
      /** The services were asked and have every board of the directory. */
      boardsFound: z.boolean(),
      cases: z.number(),
      /** Some case is with a team, or on its way there. */
      escalated: z.boolean(),
      /** Some ticket was queued. */
      queued: z.boolean(),
      /** Some ticket is open. */
      opened: z.boolean(),
      /** The lead has put the list away. */
      isHidden: z.boolean(),
    }),
    ['cases', 'outbox', 'directory', 'settings'],
  ),
  /** Looks for the repositories and labels of the directory at GitHub: the teams it found, and what is missing. */
  'first.findTeams': defineAct(nothing, z.object({ found: z.number(), missing: z.array(z.string()) }), ['settings']),
  /** Looks for the boards of the directory at the services that are signed in. */
  'first.findBoards': defineAct(nothing, z.object({ found: z.number(), missing: z.array(z.string()) }), ['settings']),
  'first.hide': defineAct(z.object({ isHidden: z.boolean() }), nothing, ['settings']),
} as const;
