// In front of the backend: says whether the desk is open, opens it, and forwards all other calls. Shared by both hosts.
import type { Asked } from '../contract/asked.ts';
import { type DeskEvent, type DeskState, type Handlers, HOST_CALLS, type HostCallName } from '../contract/calls.ts';
import { createClient } from '../contract/client.ts';
import { TAGS } from '../contract/define-call.ts';
import { createDispatch, type Dispatch } from '../contract/dispatch.ts';
import { AppError } from '../contract/errors.ts';
import { SETTINGS } from '../contract/settings.ts';
import { changeKeeper, type Keeper, renewCode } from '../host/change-key.ts';
import { locateHome, type Mode, readHomeNote } from '../host/home.ts';
import type { Host } from '../host/host.ts';
import type { Keychain, KeySource } from '../host/key.ts';
import { restoreSnapshot } from '../store/opening/restore.ts';
import { newestGood, snapshotFolder } from '../store/snapshots/snapshots.ts';
import { createIdleLock } from './idle-lock.ts';
import { type KeyDoor, keeperOf, keyCalls } from './key-calls.ts';
import type { DeskOrder } from './open-desk.ts';
import { type PrintPage, printReport } from './print-report.ts';
import { unlockHome } from './unlock.ts';
import type { WorkerClient, WorkerListeners } from './worker-client.ts';

export interface GatewayOptions {
  readonly host: Pick<Host, 'name' | 'can'>;
  readonly keychain: Keychain | null;
  readonly passphrase: string | undefined;
  /** A home named on the command line; without one, each mode has its own. */
  readonly folder: string | undefined;
  readonly root: string;
  readonly tokens: DeskOrder['tokens'];
  readonly clockOffsetMs: number;
  readonly start: (order: DeskOrder, listeners: WorkerListeners) => Promise<WorkerClient>;
  /** Starts the stand-ins for a practice home. */
  readonly startPractice: (order: DeskOrder) => Promise<() => Promise<void>>;
  readonly announce: (event: DeskEvent) => void;
  /** Turns a page into a PDF; without it there is no browser that prints. */
  readonly print?: PrintPage | undefined;
}

export interface Gateway {
  readonly dispatch: Dispatch;
  open(mode: Mode, passphrase?: string): Promise<void>;
  /** What the window shows as soon as the desk is open. */
  ask(asked: Asked): void;
  /** Refuses every call at once, then closes the store; does nothing if it is closed. */
  lock(): Promise<void>;
  close(): Promise<void>;
}

/** A backend that stops more often than this is left stopped, so that someone looks for the cause. */
const RESTARTS = 3;
const RESTARTS_WITHIN_MS = 10 * 60_000;
const EMPTY_TRAY: DeskEvent = { event: 'tray', worst: 'fine', count: 0, nearest: [] };

export function createGateway(options: GatewayOptions): Gateway {
  let backend: WorkerClient | null = null;
  let opening: Promise<void> | null = null;
  let closing: Promise<void> = Promise.resolve();
  let mode: Mode = 'real';
  let wasLocked = false;
  let newCode: string | null = null;
  /** The key of the open desk, or of one that was found damaged on opening. */
  let held: { readonly mode: Mode; readonly key: string } | null = null;
  let offer: DeskState['offer'] = null;
  let wanted: Asked | null = null;
  let stopPractice: (() => Promise<void>) | null = null;
  let crashes: readonly number[] = [];
  const idle = createIdleLock(() => void lock());
  const homeNow = () => locateHome(options.folder, mode);

  function state(): DeskState {
    const home = homeNow();
    const note = readHomeNote(home);
    const practice = (backend === null ? note?.mode : mode) === 'practice';
    const kept = note?.key.kind ?? (options.keychain === null ? 'passphrase' : 'keychain');
    return {
      state: backend !== null ? 'open' : note === null ? 'new' : 'locked',
      practice,
      home: home.folder,
      unlock: kept === 'file' ? 'none' : kept,
      hasCode: note?.recovery !== undefined,
      offer,
      host: { name: options.host.name, ...options.host.can, keychain: options.keychain !== null },
    };
  }

  /** @param keeper protects the key from now on */
  async function openOnce(wanted: Mode, source: Partial<KeySource>, keeper?: Keeper): Promise<void> {
    await closing;
    const home = locateHome(options.folder, wanted);
    const { key, by, failed } = unlockHome(home, wanted, {
      // After a lock, the environment opens nothing: whoever is there now has to prove that they may.
      passphrase: wasLocked ? undefined : options.passphrase,
      keychain: options.keychain,
      showCode: (code) => {
        newCode = code;
      },
      ...source,
    });
    if (keeper !== undefined) {
      const snapshots = snapshotFolder(home.store);
      changeKeeper(home, snapshots, key, keeper);
      newCode = renewCode(home, snapshots, key);
    }
    await openWith(wanted, key, by === 'file' ? null : { by, failed });
  }

  async function openWith(wanted: Mode, key: string, unlocked: DeskOrder['unlocked'] = null): Promise<void> {
    const { root, tokens, clockOffsetMs } = options;
    const { folder } = locateHome(options.folder, wanted);
    const order: DeskOrder = { folder, mode: wanted, key, root, tokens, clockOffsetMs };
    const stop = wanted === 'practice' ? await options.startPractice(order) : null;
    held = { mode: wanted, key };
    offer = null;
    try {
      backend = await start(order, { ...order, unlocked });
    } catch (error) {
      await stop?.();
      if (error instanceof AppError && error.kind === 'refused')
        offer = newestGood(locateHome(folder, wanted).store, key);
      throw error;
    }
    stopPractice = stop;
    mode = wanted;
    idle.active();
    await readIdleRule();
  }

  async function readIdleRule(): Promise<void> {
    const rule = await backend?.dispatch('lock.get', {});
    if (rule?.ok) idle.setMinutes(SETTINGS.lock.shape.parse(rule.value).idleMinutes);
  }

  function announce(event: DeskEvent): void {
    options.announce(event);
    if (event.event === 'changed' && event.touches.includes('settings')) void readIdleRule();
  }

  /** @param first what the first start has to report in addition */
  const start = (order: DeskOrder, first = order) =>
    options.start(first, { onEvent: announce, onCrash: () => void restart(order) });

  /** The store is intact however the thread ends, so it is reopened at once, and the lead is told. */
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
          ? 'It stopped more than once. Nothing you saved is lost. Open the desk again; if a file you imported caused this, leave it out.'
          : 'It had stopped. Nothing you saved is lost, but check the last thing you did: it may not have been saved.',
      caseId: null,
    });
  }

  function open(wanted: Mode, source: Partial<KeySource> = {}, keeper?: Keeper): Promise<void> {
    if (backend !== null) return Promise.resolve();
    opening ??= openOnce(wanted, source, keeper).finally(() => {
      opening = null;
    });
    return opening;
  }

  /** From here on no call reaches the store; running calls finish first. */
  function shut(): Promise<void> {
    const [store, practice] = [backend, stopPractice];
    if (store === null) return closing;
    backend = null;
    stopPractice = null;
    closing = store.close().then(() => practice?.());
    return closing;
  }

  async function lock(): Promise<void> {
    if (opening !== null) await opening.catch(() => {});
    if (backend === null) return;
    wasLocked = true;
    held = null;
    const closed = shut();
    options.announce(EMPTY_TRAY);
    options.announce({ event: 'changed', touches: ['desk'] });
    await closed;
  }

  const whileClosed: KeyDoor['whileClosed'] = async (key, work) => {
    await shut();
    let next = key;
    try {
      const done = work();
      next = done.key;
      return done;
    } finally {
      await openWith(held?.mode ?? mode, next);
    }
  };

  const { keychain } = options;
  const takeCode = () => {
    const code = newCode;
    newCode = null;
    return code;
  };
  const handlers: Handlers<HostCallName> = {
    'desk.state': state,
    'desk.open': async ({ mode: wanted, passphrase }) => {
      await open(wanted, passphrase === undefined ? {} : { passphrase });
      return { ...state(), code: takeCode() };
    },
    'desk.recover': async ({ code, next }) => {
      await open('real', { passphrase: undefined, recoveryCode: code }, keeperOf(next, keychain));
      return { ...state(), code: takeCode() };
    },
    'desk.lock': async () => {
      await lock();
      return {};
    },
    'snapshots.restore': async ({ name }) => {
      if (held === null) throw new AppError('locked', 'The desk is not open yet.');
      const { key, mode: of } = held;
      const { snapshot, kept } = await whileClosed(key, () => ({
        ...restoreSnapshot({
          file: locateHome(options.folder, of).store,
          key,
          name,
          now: Date.now() + options.clockOffsetMs,
        }),
        key,
      }));
      return { at: snapshot.at, kept };
    },
    'desk.asked': () => {
      const asked = wanted;
      wanted = null;
      return { asked };
    },
    'desk.active': () => {
      idle.active();
      return {};
    },
    'reports.pdf': (asked) => printReport(createClient(passOn), options.print ?? (async () => null), asked),
    ...keyCalls({
      keychain,
      home: homeNow,
      whileClosed,
    }),
  };
  const passOn: Dispatch = async (name, input) => {
    if (backend !== null) return backend.dispatch(name, input);
    const { kind, message, details } = new AppError('locked', 'The desk is not open yet.');
    return { ok: false, error: { kind, message, details } };
  };
  const ownDispatch = createDispatch(handlers, options.announce, () => {});

  return {
    open: (wanted, passphrase) => open(wanted, passphrase === undefined ? {} : { passphrase }),
    ask(asked) {
      wanted = asked;
    },
    lock,
    dispatch: (name, input) => (Object.hasOwn(HOST_CALLS, name) ? ownDispatch : passOn)(name, input),
    async close() {
      idle.stop();
      await shut();
    },
  };
}
