// One dispatcher for every wire: checks the name, the input and the answer, and turns every failure into a reply.
import { z } from 'zod';
import { CALLS, type CallName, type DeskEvent, type Handlers, isCallName } from './calls.ts';
import { AppError, codeOf, type ErrorReply, type Reply } from './errors.ts';

export type Dispatch = (name: string, input: unknown) => Promise<Reply<unknown>>;

/** The code of the store's own error, which a query's error may carry as its cause. */
function storeCodeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const code = codeOf(error);
  return code.startsWith('SQLITE_') ? code : storeCodeOf(error.cause);
}

/** A part of the store could not be read. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(storeCodeOf(error));
}

/** What a caller may be told of an error: an AppError as it is, anything else by its kind only. */
function describeError(error: unknown, writes: boolean): ErrorReply {
  if (error instanceof AppError) return { kind: error.kind, message: error.message, details: error.details };
  const changed = writes ? LOOK : 'Nothing was changed.';
  if (isDamage(error))
    return {
      kind: 'internal',
      message: `The store is damaged where this is kept. ${changed} Close the desk and open it again: it is then checked, and rebuilt from what can be read.`,
      details: {},
    };
  if (storeCodeOf(error) === 'SQLITE_FULL')
    return { kind: 'refused', message: `The disk is full. ${changed} Free some room and try again.`, details: {} };
  return { kind: 'internal', message: `Something went wrong inside the desk. ${changed}`, details: {} };
}

const LOOK = 'What it shows now is what stands; look before you do it again.';

/** The call did its work, and only its answer is not what was agreed. */
const UNREADABLE: ErrorReply = {
  kind: 'internal',
  message: 'It was done, but something went wrong inside the desk while saying so. Look before you do it again.',
  details: {},
};

/**
 * Makes the dispatcher over some handlers. `announce` hears what a write may have touched; `report` hears failures
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
    const touched = () => {
      if (call.touches.length > 0) announce({ event: 'changed', touches: [...call.touches] });
    };
    let answer: unknown;
    try {
      const handler = handlers[name as N] as (input: unknown) => unknown;
      answer = await handler(parsed.data);
    } catch (error) {
      // Work in pieces keeps the pieces that were done before one failed; and what a window showed ahead is put right.
      touched();
      if (!(error instanceof AppError)) report(name, error);
      return { ok: false, error: describeError(error, call.kind === 'act') };
    }
    touched();
    const value = call.output.safeParse(answer);
    if (value.success) return { ok: true, value: value.data };
    report(name, value.error);
    return { ok: false, error: UNREADABLE };
  };
}
