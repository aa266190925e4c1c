// Which home a command works on, and its key.
import { join } from 'node:path';
import { type Home, locateHome, type Mode, readHomeNote } from '../host/home.ts';
import { type Unlocking, unlockHome } from '../worker/unlock.ts';
import type { DeskOptions } from './options.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

/** Practice when asked for, or when the named home is one already. */
function modeOf(options: DeskOptions): Mode {
  if (options.practice) return 'practice';
  return options.home === undefined ? 'real' : (readHomeNote(locateHome(options.home, 'real'))?.mode ?? 'real');
}

export interface OpenedHome {
  readonly home: Home;
  readonly mode: Mode;
  readonly key: string;
  /** Where it is worth a line of activity. */
  readonly unlocked: Unlocking | null;
}

/** On stderr, so that what a script reads stays what it is. */
export function sayCode(code: string): void {
  console.error(
    `Recovery code: ${code}\nIt opens this desk when the passphrase is lost, and is shown only now. Write it down and keep it away from this machine.`,
  );
}

/** Makes a home that is new. @throws AppError when its key cannot be had */
export function openHome(options: DeskOptions): OpenedHome {
  const mode = modeOf(options);
  const home = locateHome(options.home, mode);
  const code = process.env.TIER3_DESK_RECOVERY_CODE;
  const { key, by, failed } = unlockHome(home, mode, {
    passphrase: process.env.TIER3_DESK_PASSPHRASE,
    keychain: null,
    showCode: sayCode,
    ...(code !== undefined && code !== '' && { recoveryCode: code }),
  });
  return { home, mode, key, unlocked: failed > 0 || by === 'recovery code' ? { by, failed } : null };
}
