// Until when a service asked not to be called. Stored, because a restart does not lift a rate limit.
import { z } from 'zod';
import type { Service } from '../../core/domain/outbox.ts';
import type { Db } from '../../store/db.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';

const keyOf = (service: Service) => `limit of ${service}`;
const limit = z.object({ from: z.number(), until: z.number() });

/** UTC ms; null when it may be called now. A limit recorded by a clock that ran ahead holds nothing back. */
export function limitOf(db: Db, service: Service, now: number): number | null {
  const { from, until } = readSetting(db, keyOf(service), limit, { from: 0, until: 0 });
  return from <= now && now < until ? until : null;
}

/** `now` and `until` in UTC ms. */
export function noteLimit(db: Db, service: Service, now: number, until: number): void {
  writeSetting(db, keyOf(service), { from: now, until });
}
