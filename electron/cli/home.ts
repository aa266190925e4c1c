// The home a command works on, and its key.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../contract/errors.ts';
import { type Home, locateHome, type Mode, readHomeNote } from '../host/home.ts';
import { type Unlocking, unlockHome } from '../worker/unlock.ts';
import type { DeskOptions } from './options.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

/** Practice if requested, or if the given home already is one. */
function modeOf(options: DeskOptions): Mode {
  if (options.practice) return 'practice';
  return options.home === undefined ? 'real' : (readHomeNote(locateHome(options.home, 'real'))?.mode ?? 'real');
}

/** A store without its note is damaged, which opening it reports. */
function isDesk(home: Home): boolean {
  return readHomeNote(home) !== null || existsSync(home.store);
}

export interface OpenedHome {
  readonly home: Home;
  readonly mode: Mode;
  readonly key: string;
  /** Whether unlocking is recorded as activity. */
  readonly unlocked: Unlocking | null;
}

/** On stderr, so that the output for scripts stays clean. */
export function printCode(code: string): void {
  console.error(
    `Recovery code: ${code}\nIt opens this desk if the passphrase is lost, and is shown only now. Write it down and keep it away from this machine.`,
  );
}

/**
 * Opens a home. A new practice home is created; a real one only if the command `mayMake` it: a mistyped name must not
 * leave a desk behind.
 * @throws AppError `not-found` if there is no desk, or its key is not available
 */
export function openHome(options: DeskOptions, mayMake = false): OpenedHome {
  const mode = modeOf(options);
  const home = locateHome(options.home, mode);
  if (mode === 'real' && !mayMake && !isDesk(home))
    throw new AppError(
      'not-found',
      `There is no desk in ${home.folder}. Choose its folder with --home. To create a new desk, run "npm start" or "desk import", or join a team.`,
    );
  const code = process.env.TIER3_DESK_RECOVERY_CODE;
  const { key, by, failed } = unlockHome(home, mode, {
    passphrase: process.env.TIER3_DESK_PASSPHRASE,
    keychain: null,
    showCode: printCode,
    ...(code !== undefined && code !== '' && { recoveryCode: code }),
  });
  return { home, mode, key, unlocked: failed > 0 || by === 'recovery code' ? { by, failed } : null };
}
