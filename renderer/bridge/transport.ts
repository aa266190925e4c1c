import type { Reply } from '../../electron/contract/errors.ts';

/** Carries calls to the desk and events back: Electron's preload, or loopback HTTP. */
export interface Transport {
  readonly call: (name: string, input: unknown) => Promise<Reply<unknown>>;
  readonly on: (listener: (event: unknown) => void) => () => void;
}
