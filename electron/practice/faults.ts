// Faults on request: what goes wrong with the next requests, so that tests and the curious can see what the outbox
// does.
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { PlainAnswer, PlainRequest } from './http-messages.ts';

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

/** How a request ends: with an answer, with a connection that breaks, or with silence. */
export type Ending = PlainAnswer | 'cut' | 'silence';

/** Lets a request meet a fault; `ask` is what the service does with it, and answers. */
export async function meetFault(
  { what, after, ms, headers, body }: Fault,
  ask: (more?: Pick<PlainRequest, 'lagMs' | 'stale'>) => Promise<PlainAnswer>,
): Promise<Ending> {
  if (typeof what === 'number') {
    if (after) await ask();
    return { status: what, body, headers };
  }
  const withHeaders = (answer: PlainAnswer) => ({ ...answer, headers: { ...answer.headers, ...headers } });
  switch (what) {
    case 'drop-before':
      return 'cut';
    case 'portal':
      return { status: 200, body: PORTAL_PAGE };
    case 'drop-after':
      await ask();
      return 'cut';
    case 'hang-after':
      await ask();
      return 'silence';
    case 'cut-after':
      return half(await ask());
    case 'slow':
      await pause(ms);
      return withHeaders(await ask());
    case 'lag':
      return withHeaders(await ask({ lagMs: ms }));
    case 'stale':
      return withHeaders(await ask({ stale: true }));
    case 'skew':
      return withHeaders(await ask());
  }
}

/** What is left of an answer when somebody on the way takes half of it for all. */
function half({ status, body, headers }: PlainAnswer): PlainAnswer {
  const whole = JSON.stringify(body) ?? '';
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return { status, body: whole.slice(0, whole.length / 2), headers: { ...headers, ...type } };
}

/** What a hotel or a train says in the place of any service. */
const PORTAL_PAGE = '<!doctype html><title>Welcome aboard</title><p>Please accept the terms to go online.</p>';
