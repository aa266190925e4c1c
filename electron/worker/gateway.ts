// In front of the backend: says whether the desk is open, opens it, and forwards all other calls. Shared by both hosts.
import type { Asked } from '../contract/asked.ts';
import { type DeskEvent, type DeskState, type Handlers, HOST_CALLS, type HostCallName } from '../contract/calls.ts';
import { createClient } from '../contract/client.ts';
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
import { createSupervisor, type SupervisorOptions } from './supervisor.ts';
import { type Unlocking, unlockHome } from './unlock.ts';

export interface GatewayOptions extends SupervisorOptions {
  readonly host: Pick<Host, 'name' | 'can'>;
  readonly keychain: Keychain | null;
  readonly passphrase: string | undefined;
  /** A home named on the command line; without one, each mode has its own. */
  readonly folder: string | undefined;
  readonly root: string;
  readonly tokens: DeskOrder['tokens'];
  readonly clockOffsetMs: number;
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

const EMPTY_TRAY: DeskEvent = { event: 'tray', worst: 'fine', count: 0, nearest: [] };

export function createGateway(options: GatewayOptions): Gateway {
  const { keychain } = options;
  const supervisor = createSupervisor({ ...options, announce });
  const { backend } = supervisor;
  const idle = createIdleLock(() => void lock());
  /** The recovery code that was just made, until the window has shown it. */
  const newCode = createHandoff<string>();
  const wanted = createHandoff<Asked>();
  let opening: Promise<void> | null = null;
  let mode: Mode = 'real';
  let wasLocked = false;
  /** The key of the open desk, or of one that was found damaged on opening. */
  let held: { readonly mode: Mode; readonly key: string } | null = null;
  let offer: DeskState['offer'] = null;
  const homeNow = () => locateHome(options.folder, mode);

  function state(): DeskState {
    const home = homeNow();
    const note = readHomeNote(home);
    const isOpen = backend() !== null;
    const practice = (isOpen ? mode : note?.mode) === 'practice';
    const kept = note?.key.kind ?? (keychain === null ? 'passphrase' : 'keychain');
    return {
      state: isOpen ? 'open' : note === null ? 'new' : 'locked',
      practice,
      home: home.folder,
      unlock: kept === 'file' ? 'none' : kept,
      hasCode: note?.recovery !== undefined,
      offer,
      host: { name: options.host.name, ...options.host.can, keychain: keychain !== null },
    };
  }

  /** @param keeper protects the key from now on */
  async function openOnce(wanted: Mode, source: Partial<KeySource>, keeper?: Keeper): Promise<void> {
    await supervisor.stop();
    const home = locateHome(options.folder, wanted);
    const { key, by, failed } = unlockHome(home, wanted, {
      // After a lock, the environment opens nothing: whoever is there now has to prove that they may.
      passphrase: wasLocked ? undefined : options.passphrase,
      keychain,
      showCode: newCode.put,
      ...source,
    });
    if (keeper !== undefined) {
      const snapshots = snapshotFolder(home.store);
      changeKeeper(home, snapshots, key, keeper);
      newCode.put(renewCode(home, snapshots, key));
    }
    await openWith(wanted, key, by === 'file' ? null : { by, failed });
  }

  async function openWith(wanted: Mode, key: string, unlocked: Unlocking | null = null): Promise<void> {
    const { root, tokens, clockOffsetMs } = options;
    const { folder } = locateHome(options.folder, wanted);
    held = { mode: wanted, key };
    offer = null;
    try {
      await supervisor.start({ folder, mode: wanted, key, root, tokens, clockOffsetMs }, unlocked);
    } catch (error) {
      if (error instanceof AppError && error.kind === 'refused')
        offer = newestGood(locateHome(folder, wanted).store, key);
      throw error;
    }
    mode = wanted;
    idle.active();
    await readIdleRule();
  }

  async function readIdleRule(): Promise<void> {
    const rule = await backend()?.dispatch('lock.get', {});
    if (rule?.ok) idle.setMinutes(SETTINGS.lock.shape.parse(rule.value).idleMinutes);
  }

  function announce(event: DeskEvent): void {
    options.announce(event);
    if (event.event === 'changed' && event.touches.includes('settings')) void readIdleRule();
  }

  function open(wanted: Mode, source: Partial<KeySource> = {}, keeper?: Keeper): Promise<void> {
    if (backend() !== null) return Promise.resolve();
    opening ??= openOnce(wanted, source, keeper).finally(() => {
      opening = null;
    });
    return opening;
  }

  async function lock(): Promise<void> {
    if (opening !== null) await opening.catch(() => {});
    if (!supervisor.isUp()) return;
    wasLocked = true;
    held = null;
    const closed = supervisor.stop();
    options.announce(EMPTY_TRAY);
    options.announce({ event: 'changed', touches: ['desk'] });
    await closed;
  }

  const whileClosed: KeyDoor['whileClosed'] = async (key, work) => {
    await supervisor.stop();
    let next = key;
    try {
      const done = work();
      next = done.key;
      return done;
    } finally {
      await openWith(held?.mode ?? mode, next);
    }
  };

  const handlers: Handlers<HostCallName> = {
    'desk.state': state,
    'desk.open': async ({ mode: wanted, passphrase }) => {
      await open(wanted, passphrase === undefined ? {} : { passphrase });
      return { ...state(), code: newCode.take() };
    },
    'desk.recover': async ({ code, next }) => {
      await open('real', { passphrase: undefined, recoveryCode: code }, keeperOf(next, keychain));
      return { ...state(), code: newCode.take() };
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
    'desk.asked': () => ({ asked: wanted.take() }),
    'desk.active': () => {
      idle.active();
      return {};
    },
    'reports.pdf': (asked) => printReport(createClient(passOn), options.print ?? (async () => null), asked),
    ...keyCalls({ keychain, home: homeNow, whileClosed }),
  };
  const passOn: Dispatch = async (name, input) => {
    const running = backend();
    if (running !== null) return running.dispatch(name, input);
    const { kind, message, details } = new AppError('locked', 'The desk is not open yet.');
    return { ok: false, error: { kind, message, details } };
  };
  const ownDispatch = createDispatch(handlers, options.announce, () => {});

  return {
    open: (wanted, passphrase) => open(wanted, passphrase === undefined ? {} : { passphrase }),
    ask: wanted.put,
    lock,
    dispatch: (name, input) => (Object.hasOwn(HOST_CALLS, name) ? ownDispatch : passOn)(name, input),
    async close() {
      idle.stop();
      await supervisor.stop();
    },
  };
}

/** Holds one thing until it is taken; a newer one replaces it. */
function createHandoff<T>() {
  let held: T | null = null;
  return {
    put(value: T): void {
      held = value;
    },
    take(): T | null {
      const taken = held;
      held = null;
      return taken;
    },
  };
}
