// In front of the backend: says whether the desk is open, opens it, and passes every other call on. The same for
// both hosts.
import { type DeskEvent, type DeskState, type Handlers, HOST_CALLS, type HostCallName } from '../contract/calls.ts';
import { TAGS } from '../contract/define-call.ts';
import { createDispatch, type Dispatch } from '../contract/dispatch.ts';
import { AppError } from '../contract/errors.ts';
import { locateHome, type Mode, readHomeNote } from '../host/home.ts';
import type { Host } from '../host/host.ts';
import type { Keychain } from '../host/key.ts';
import type { DeskOrder } from './open-desk.ts';
import { unlockHome } from './unlock.ts';
import type { WorkerClient, WorkerListeners } from './worker-client.ts';

export interface GatewayOptions {
  readonly host: Pick<Host, 'name' | 'can'>;
  readonly keychain: Keychain | null;
  readonly passphrase: string | undefined;
  /** A home named on the command line; without one each mode has its own. */
  readonly folder: string | undefined;
  readonly root: string;
  readonly tokens: DeskOrder['tokens'];
  readonly clockOffsetMs: number;
  readonly start: (order: DeskOrder, listeners: WorkerListeners) => Promise<WorkerClient>;
  /** Brings up the stand-ins for a practice home. */
  readonly startPractice: (order: DeskOrder) => Promise<() => Promise<void>>;
  readonly announce: (event: DeskEvent) => void;
}

export interface Gateway {
  readonly dispatch: Dispatch;
  open(mode: Mode, passphrase?: string): Promise<void>;
  close(): Promise<void>;
}

/** A backend that stops more often than this is left stopped, so that its cause is looked at. */
const RESTARTS = 3;
const RESTARTS_WITHIN_MS = 10 * 60_000;

export function createGateway(options: GatewayOptions): Gateway {
  let backend: WorkerClient | null = null;
  let opening: Promise<void> | null = null;
  let mode: Mode = 'real';
  let stopPractice: (() => Promise<void>) | null = null;
  let crashes: readonly number[] = [];

  function state(): DeskState {
    const home = locateHome(options.folder, mode);
    const note = readHomeNote(home);
    const practice = (backend === null ? note?.mode : mode) === 'practice';
    const kept = note?.key.kind ?? (options.keychain === null ? 'passphrase' : 'keychain');
    return {
      state: backend !== null ? 'open' : note === null ? 'new' : 'locked',
      practice,
      home: home.folder,
      unlock: kept === 'file' ? 'none' : kept,
      host: { name: options.host.name, ...options.host.can },
    };
  }

  async function openOnce(wanted: Mode, passphrase: string | undefined): Promise<void> {
    const home = locateHome(options.folder, wanted);
    const { key, by, failed } = unlockHome(home, wanted, {
      passphrase: passphrase ?? options.passphrase,
      keychain: options.keychain,
    });
    const { root, tokens, clockOffsetMs } = options;
    const order: DeskOrder = { folder: home.folder, mode: wanted, key, root, tokens, clockOffsetMs };
    const unlocked = by === 'file' ? null : { by, failed };
    const stop = wanted === 'practice' ? await options.startPractice(order) : null;
    try {
      backend = await start(order, { ...order, unlocked });
    } catch (error) {
      await stop?.();
      throw error;
    }
    stopPractice = stop;
    mode = wanted;
  }

  /** @param first what the first start has to say besides */
  const start = (order: DeskOrder, first = order) =>
    options.start(first, { onEvent: options.announce, onCrash: () => void restart(order) });

  /** The store is whole after any end of the thread, so it is opened again at once, and the lead is told. */
  async function restart(order: DeskOrder): Promise<void> {
    backend = null;
    const now = Date.now();
    crashes = [...crashes.filter((at) => at > now - RESTARTS_WITHIN_MS), now];
    const mayRestart = crashes.length <= RESTARTS;
    if (mayRestart) backend = await start(order).catch(() => null);
    options.announce({ event: 'changed', touches: [...TAGS] });
    options.announce({
      event: 'notify',
      title: backend === null ? 'The backend stopped' : 'The backend was started again',
      body:
        backend === null
          ? 'It stopped more than once. Nothing saved is lost. Open the desk again; if a file you imported caused it, leave that file out.'
          : 'It had stopped. Nothing saved is lost; the last thing you did may not have been saved, so look at it.',
      caseId: null,
    });
  }

  function open(wanted: Mode, passphrase?: string): Promise<void> {
    if (backend !== null) return Promise.resolve();
    opening ??= openOnce(wanted, passphrase).finally(() => {
      opening = null;
    });
    return opening;
  }

  const handlers: Handlers<HostCallName> = {
    'desk.state': state,
    'desk.open': async (input) => {
      await open(input.mode, input.passphrase);
      return state();
    },
  };
  const ownDispatch = createDispatch(handlers, options.announce, () => {});

  return {
    open,
    dispatch: async (name, input) => {
      if (Object.hasOwn(HOST_CALLS, name)) return ownDispatch(name, input);
      if (backend !== null) return backend.dispatch(name, input);
      const { kind, message, details } = new AppError('locked', 'The desk is not open yet.');
      return { ok: false, error: { kind, message, details } };
    },
    async close() {
      await backend?.close();
      await stopPractice?.();
    },
  };
}
