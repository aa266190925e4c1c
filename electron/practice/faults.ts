// Faults on request: what goes wrong with the next requests, so that tests and the curious can see what the outbox
// does.
import { z } from 'zod';

/**
 * A fault for the next requests of a method. `drop-before` and `drop-after` cut the connection before or after the
 * effect, `hang-after` takes effect and never answers, `cut-after` takes effect and sends half of the answer, `slow`
 * answers after `ms`; `lag`: lists leave out what came in within `ms`; `stale`: says that nothing changed, whatever
 * did; `portal`: a network that asks to sign in answers in the service's place; `skew`: from now on its clock runs `ms`
 * ahead, if it was not further ahead already; a status is answered with `body`, without effect or, with `after`, once it took effect. `headers` go with
 * whatever is answered.
 */
export const fault = z.object({
  method: z.string().default('POST'),
  service: z.enum(['github', 'zenhub', 'slack', 'teams']).default('github'),
  what: z.union([
    z.enum(['drop-before', 'drop-after', 'hang-after', 'cut-after', 'slow', 'lag', 'stale', 'portal', 'skew']),
    z.int().min(200).max(599),
  ]),
  after: z.boolean().default(false),
  ms: z.int().default(500),
  times: z.int().min(1).default(1),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().default({ message: 'A fault was asked for' }),
});
export type Fault = z.infer<typeof fault>;

/** The fault that the next request of a service meets; it is used up. */
export function takeFault(faults: Fault[], service: Fault['service'], method: string): Fault | undefined {
  const index = faults.findIndex((one) => one.service === service && one.method === method);
  const found = faults[index];
  if (found === undefined) return undefined;
  found.times -= 1;
  if (found.times === 0) faults.splice(index, 1);
  return found;
}

/** What a hotel or a train says in the place of any service. */
export const PORTAL_PAGE = '<!doctype html><title>Welcome aboard</title><p>Please accept the terms to go online.</p>';
