// One dispatcher for every transport: validates the name, the input and the output, and turns every failure into a
// reply.
import type { z } from 'zod';
import { CALLS, type CallName, type DeskEvent, type Handlers, isCallName } from './calls.ts';
import { AppError, codeOf, type ErrorReply, type Reply } from './errors.ts';

export type Dispatch = (name: string, input: unknown) => Promise<Reply<unknown>>;

/** The store's own error code, which a query error may carry in its cause. */
function storeCodeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const code = codeOf(error);
  return code.startsWith('SQLITE_') ? code : storeCodeOf(error.cause);
}

/** Part of the store could not be read. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(storeCodeOf(error));
}

/** What a caller may learn about an error: an AppError unchanged, anything else by its kind only. */
function describeError(error: unknown, writes: boolean): ErrorReply {
  if (error instanceof AppError) return { kind: error.kind, message: error.message, details: error.details };
  const changed = writes ? LOOK : 'Nothing was changed.';
  if (isDamage(error))
    return {
      kind: 'internal',
      message: `The store is damaged where this is kept. ${changed} Close the desk and open it again: it will be checked, and rebuilt from what can be read.`,
      details: {},
    };
  if (storeCodeOf(error) === 'SQLITE_FULL')
    return { kind: 'refused', message: `The disk is full. ${changed} Free some space and try again.`, details: {} };
  return { kind: 'internal', message: `Something went wrong inside the desk. ${changed}`, details: {} };
}

const LOOK = 'The screen now shows the actual state. Check it before you try again.';

/** The call did its work, but its output does not match the contract. */
const UNREADABLE: ErrorReply = {
  kind: 'internal',
  message: 'It was done, but something went wrong inside the desk afterwards. Check before you do it again.',
  details: {},
};

/**
 * Creates the dispatcher for some handlers. `announce` is called with what a write may have touched; `report` with
 * failures that are bugs (never shown to the user).
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
        error: { kind: 'invalid', message: whatIsWrong(parsed.error), details: { call: name } },
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
      // Batches that were done before a failure stay, and anything a window showed optimistically is corrected.
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

/** Each fault in its own words, with the field it is in: "Write a repository as owner/name. (repository)". */
function whatIsWrong({ issues }: z.ZodError): string {
  return issues.map(({ message, path }) => (path.length === 0 ? message : `${message} (${path.join('.')})`)).join(' ');
}
