// The typed side of the bridge: `call('cases.get', { id })` knows its input and output.
import type { CallName, Input, Output } from './calls.ts';
import { AppError, type Reply } from './errors.ts';

export type Send = (name: string, input: unknown) => Promise<Reply<unknown>>;
export type Call = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>;

/** Creates a caller over a transport. Throws AppError with the kind sent by the other side. */
export function createClient(send: Send): Call {
  return async (name, input) => {
    const reply = await send(name, input);
    if (reply.ok) return reply.value as Output<typeof name>;
    throw new AppError(reply.error.kind, reply.error.message, reply.error.details);
  };
}
