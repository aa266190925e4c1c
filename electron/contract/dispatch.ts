// One dispatcher for every wire: checks the name, the input and the answer, and turns every failure into a reply.
import { z } from 'zod';
import { CALLS, type CallName, type DeskEvent, type Handlers, isCallName } from './calls.ts';
import { AppError, type ErrorReply, type Reply } from './errors.ts';

export type Dispatch = (name: string, input: unknown) => Promise<Reply<unknown>>;

/** What a caller may be told of an error: an AppError as it is, a wrong input by its field, anything else by its kind only. */
export function describeError(error: unknown): ErrorReply {
  if (error instanceof AppError) return { kind: error.kind, message: error.message, details: error.details };
  return { kind: 'internal', message: 'Something went wrong inside the desk. Nothing was changed.', details: {} };
}

/**
 * Makes the dispatcher over some handlers. `announce` hears what a successful write touched; `report` hears failures
 * that are bugs (never shown to the user).
 */
export function createDispatch<N extends CallName>(
  handlers: Handlers<N>,
  announce: (event: DeskEvent) => void,
  report: (call: string, error: unknown) => void,
): Dispatch {
  return async (name, input) => {
    if (!isCallName(name) || !Object.hasOwn(handlers, name)) {
      return { ok: false, error: { kind: 'not-found', message: `There is no call named "${name}".`, details: {} } };
    }
    const call = CALLS[name];
    const parsed = call.input.safeParse(input ?? {});
    if (!parsed.success) {
      return {
        ok: false,
        error: { kind: 'invalid', message: `${name}: ${z.prettifyError(parsed.error)}`, details: {} },
      };
    }
    try {
      const handler = handlers[name as N] as (input: unknown) => unknown;
      const value = call.output.parse(await handler(parsed.data));
      if (call.touches.length > 0) announce({ event: 'changed', touches: [...call.touches] });
      return { ok: true, value };
    } catch (error) {
      if (!(error instanceof AppError)) report(name, error);
      return { ok: false, error: describeError(error) };
    }
  };
}
