// How long what is queued stays on the desk before it may leave.
import { z } from 'zod';
import type { Db } from './db.ts';
import { readSetting } from './settings.ts';

const DEFAULT_S = 10;
const held = z.object({ sendingDelay: z.number().min(0).default(DEFAULT_S) });

/** In ms. It is kept with the other settings of follow-up. */
export function sendingDelayMs(db: Db): number {
  return readSetting(db, 'follow-up', held, { sendingDelay: DEFAULT_S }).sendingDelay * 1_000;
}
