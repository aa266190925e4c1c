// The calls about the lock and the keys, which the host answers itself: they work without an open store.
import { z } from 'zod';
import { asked } from './asked.ts';
import { defineAct, defineRead } from './define-call.ts';

const nothing = z.object({});
/** As typed; omitted if the keychain protects the key. */
const current = z.object({ passphrase: z.string().min(1).optional() });
const code = z.object({ code: z.string() });

export const deskState = z.object({
  state: z.enum(['new', 'locked', 'open']),
  practice: z.boolean(),
  home: z.string(),
  unlock: z.enum(['passphrase', 'keychain', 'none']),
  /** Whether a recovery code opens it. */
  hasCode: z.boolean(),
  /** The newest good snapshot of a desk that was found damaged on opening. */
  offer: z.object({ name: z.string(), at: z.number() }).nullable(),
  host: z.object({
    name: z.enum(['electron', 'browser']),
    tray: z.boolean(),
    globalShortcut: z.boolean(),
    nativeNotify: z.boolean(),
    keychain: z.boolean(),
  }),
});
export type DeskState = z.infer<typeof deskState>;

/** `code`: the recovery code of a newly created desk, shown once. */
const opened = z.object({ ...deskState.shape, code: z.string().nullable() });
const EVERYTHING = ['desk', 'cases', 'outbox', 'directory', 'settings'] as const;

export const LOCK_CALLS = {
  'desk.state': defineRead(nothing, deskState, ['desk']),
  'desk.open': defineAct(
    z.object({ mode: z.enum(['practice', 'real']), passphrase: z.string().min(1).optional() }),
    opened,
    EVERYTHING,
  ),
  /**
   * Opens a desk with its recovery code. From then on a new passphrase, or the keychain, protects its key, and the
   * recovery code is replaced.
   */
  'desk.recover': defineAct(
    z.object({ code: z.string().min(1), next: z.string().min(1).optional() }),
    opened,
    EVERYTHING,
  ),
  /** Closes the store and forgets the key. Sending pauses until it is unlocked. */
  'desk.lock': defineAct(nothing, nothing, ['desk']),
  /** What the desk was started to show; told once. */
  'desk.asked': defineAct(nothing, z.object({ asked: asked.nullable() }), []),
  /** Someone is working in the window: the idle lock starts counting again. */
  'desk.active': defineAct(nothing, nothing, []),
  /** Replaces the store with a snapshot, saves the store as a snapshot itself, and opens the desk. */
  'snapshots.restore': defineAct(
    z.object({ name: z.string() }),
    z.object({ at: z.number(), kept: z.string().nullable() }),
    EVERYTHING,
  ),
  'keys.change': defineAct(current.extend({ next: z.string().min(1).optional() }), nothing, ['desk']),
  'keys.newCode': defineAct(current, code, ['desk']),
  /** Closes the desk, re-encrypts everything with a new key, and opens it again. */
  'keys.rekey': defineAct(current, code.extend({ isDone: z.boolean() }), EVERYTHING),
} as const;
