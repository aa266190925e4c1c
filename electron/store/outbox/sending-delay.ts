// How long queued entries stay on the desk before they may leave.
import { z } from 'zod';
import type { Db } from '../db.ts';
import { readSetting } from '../settings.ts';

const DEFAULT_S = 10;
const held = z.object({ sendingDelay: z.number().min(0).default(DEFAULT_S) });

/** In ms. Stored with the other follow-up settings. */
export function sendingDelayMs(db: Db): number {
  return readSetting(db, 'follow-up', held, { sendingDelay: DEFAULT_S }).sendingDelay * 1_000;
}
