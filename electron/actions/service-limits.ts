// Until when a service wants to be left alone. Kept in the store: a restart does not make it more patient.
import { z } from 'zod';
import type { Service } from '../core/domain/outbox.ts';
import type { Db } from '../store/db.ts';
import { readSetting, writeSetting } from '../store/settings.ts';

const keyOf = (service: Service) => `limit of ${service}`;
const limit = z.object({ from: z.number(), until: z.number() });

/** UTC ms; null when it may be asked now. A limit noted by a clock that was ahead of today's holds nothing back. */
export function limitOf(db: Db, service: Service, now: number): number | null {
  const { from, until } = readSetting(db, keyOf(service), limit, { from: 0, until: 0 });
  return from <= now && now < until ? until : null;
}

/** `now` and `until` in UTC ms. */
export function noteLimit(db: Db, service: Service, now: number, until: number): void {
  writeSetting(db, keyOf(service), { from: now, until });
}
