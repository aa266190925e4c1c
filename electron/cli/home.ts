// Which home a command works on, and its key.
import { join } from 'node:path';
import { type Home, locateHome, type Mode, readHomeNote } from '../host/home.ts';
import { openKey } from '../host/key.ts';
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
}

/** Makes a home that is new. @throws AppError when its key cannot be had */
export function openHome(options: DeskOptions): OpenedHome {
  const mode = modeOf(options);
  const home = locateHome(options.home, mode);
  return { home, mode, key: openKey(home, mode, { passphrase: process.env.TIER3_DESK_PASSPHRASE, keychain: null }) };
}
