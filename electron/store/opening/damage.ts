// Damage the desk found, stored until the lead has acknowledged it.
import { z } from 'zod';
import type { Db } from '../db.ts';
import { dropSetting, readSetting, writeSetting } from '../settings.ts';

const notice = z.object({ at: z.number(), title: z.string(), lines: z.array(z.string()) });
/** Raw: the lines may name record numbers. */
export type DamageNotice = z.infer<typeof notice>;

const KEY = 'damage';
/** The oldest are dropped first; each of them has been on screen at every opening. */
const MOST_NOTICES = 20;

export function listDamage(db: Db): DamageNotice[] {
  return readSetting(db, KEY, z.array(notice), []);
}

export function addDamage(db: Db, found: readonly DamageNotice[]): void {
  writeSetting(db, KEY, [...listDamage(db), ...found].slice(-MOST_NOTICES));
}

export function forgetDamage(db: Db): void {
  dropSetting(db, KEY);
}
