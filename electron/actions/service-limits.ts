// Until when a service wants to be left alone. Kept in the store: a restart does not make it more patient.
import { z } from 'zod';
import type { Service } from '../core/words/outbox.ts';
import type { Db } from '../store/db.ts';
import { readSetting, writeSetting } from '../store/settings.ts';

const keyOf = (service: Service) => `limit of ${service}`;
/** No service asks for longer; a limit noted by a clock that was wrong must not hold everything back for ever. */
const LONGEST_MS = 2 * 3_600_000;

/** UTC ms; null when it may be asked now. */
export function limitOf(db: Db, service: Service, now: number): number | null {
  const until = readSetting(db, keyOf(service), z.number(), 0);
  return until > now && until < now + LONGEST_MS ? until : null;
}

export function noteLimit(db: Db, service: Service, until: number): void {
  writeSetting(db, keyOf(service), until);
}
