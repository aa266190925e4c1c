// The circuit breaker of each service, as persisted in the store.
import { z } from 'zod';
import type { Service } from '../../core/domain/outbox.ts';
import type { Db } from '../../store/db.ts';
import { dropSetting, readSetting, writeSetting } from '../../store/settings.ts';
import { type Circuit, CLOSED } from '../../sync/circuit-breaker.ts';

const keyOf = (service: Service) => `circuit of ${service}`;
const circuit = z.object({
  failures: z.number(),
  retryAt: z.number().nullable(),
  reason: z.string().nullable(),
  needsSignIn: z.boolean(),
});

export function circuitOf(db: Db, service: Service): Circuit {
  return readSetting(db, keyOf(service), circuit, CLOSED);
}

export function keepCircuit(db: Db, service: Service, next: Circuit): void {
  if (next === CLOSED) dropSetting(db, keyOf(service));
  else writeSetting(db, keyOf(service), next);
}
