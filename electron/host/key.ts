// The key of a store: created, or retrieved in the way the home protects it.
import { existsSync, statSync } from 'node:fs';
import { AppError } from '../contract/errors.ts';
import { SHORTEST_PASSPHRASE } from '../contract/passphrase.ts';
import { type Home, type HomeNote, type Mode, readHomeNote, type SealedKey, writeHomeNote } from './home.ts';
import { guardHome } from './private-folder.ts';
import { COST, keyOfCode, keyOfPassphrase, makeRecoveryCode, newKey, newSalt, sealKey, unsealKey } from './seal-key.ts';

/** The operating system's keychain, if the host has one. */
export interface Keychain {
  seal(secret: string): string;
  open(sealed: string): string;
}

export interface KeySource {
  readonly passphrase: string | undefined;
  readonly keychain: Keychain | null;
  /** Opens a home whose passphrase or keychain is lost. */
  readonly recoveryCode?: string;
  /** Shows the recovery code of a new home, once; without this callback it gets none. */
  readonly showCode?: (code: string) => void;
}

export interface OpenedKey {
  /** 64 hexadecimal digits. */
  readonly key: string;
  /** The previous key, while a key change is incomplete. */
  readonly former: string | null;
  readonly by: 'passphrase' | 'keychain' | 'recovery code' | 'file';
  /** False if the passphrase yields the key itself, so that only the store can tell whether it was correct. */
  readonly isProved: boolean;
}

/**
 * The key of a home, which is created if it is new.
 * @throws AppError `locked` when a passphrase is needed and missing, or what was given does not open it
 * (`details.wrong`); `refused` when the home is of the other mode, others could have written to it, the passphrase of a
 * new home is too short, or the key note is gone.
 */
export function openKeys(home: Home, mode: Mode, given: KeySource): OpenedKey {
  const source = { ...given, passphrase: given.passphrase === '' ? undefined : given.passphrase }; // An empty one counts as none.
  guardHome(home.folder);
  const known = readHomeNote(home);
  if (known !== null) return keysOf(home, mode, known, source);
  if (hasStore(home))
    throw new AppError(
      'refused',
      `home.json is missing from ${home.folder}, and the store next to it cannot be opened without it. Restore it from a copy; there is one with the snapshots, if any were made. Nothing was changed.`,
    );
  const code = given.showCode === undefined || mode === 'practice' ? null : makeRecoveryCode();
  const { key, note } = makeNote(mode, source, code);
  if (!writeHomeNote(home, note)) return openKeys(home, mode, given); // Another process created this home in the meantime: its key counts.
  if (code !== null) given.showCode?.(code);
  return { key, former: null, by: note.key.kind, isProved: true };
}

/** The key alone. @throws AppError as above */
export function openKey(home: Home, mode: Mode, given: KeySource): string {
  return openKeys(home, mode, given).key;
}

function hasStore(home: Home): boolean {
  return [home.store, `${home.store}-wal`, `${home.store}-commits`].some(
    (file) => existsSync(file) && statSync(file).size > 0,
  );
}

/** @throws AppError `refused` when it is too short */
export function wrapByPassphrase(key: string, passphrase: string): SealedKey {
  if ([...passphrase].length < SHORTEST_PASSPHRASE)
    throw new AppError('refused', `Choose a passphrase of at least ${SHORTEST_PASSPHRASE} characters.`);
  const salt = newSalt();
  const box = sealKey(key, keyOfPassphrase(passphrase, salt, COST), 'passphrase');
  return { kind: 'passphrase', salt, cost: COST, box };
}

/** @throws Error if it is not a code */
export function wrapByCode(key: string, code: string): NonNullable<HomeNote['recovery']> {
  const salt = newSalt();
  const by = keyOfCode(code, salt);
  if (by === null) throw new Error('not a recovery code');
  return { salt, box: sealKey(key, by, 'recovery') };
}

function makeNote(
  mode: Mode,
  { passphrase, keychain }: KeySource,
  code: string | null,
): { readonly key: string; readonly note: HomeNote } {
  const key = newKey();
  const recovery = code === null ? {} : { recovery: wrapByCode(key, code) };
  if (passphrase !== undefined) return { key, note: { mode, key: wrapByPassphrase(key, passphrase), ...recovery } };
  if (mode === 'practice') return { key, note: { mode, key: { kind: 'file', key } } };
  if (keychain !== null)
    return { key, note: { mode, key: { kind: 'keychain', sealed: keychain.seal(key) }, ...recovery } };
  throw new AppError(
    'locked',
    'This desk needs a passphrase: there is no keychain here. Set TIER3_DESK_PASSPHRASE or open the desk in a window.',
  );
}

function keysOf(home: Home, mode: Mode, note: HomeNote, source: KeySource): OpenedKey {
  if (note.mode !== mode)
    throw new AppError(
      'refused',
      `${home.folder} is a ${note.mode} home. Use another --home for ${mode === 'real' ? 'real work' : 'practice'}.`,
    );
  const opened = source.recoveryCode === undefined ? keyOf(note, source) : byCode(note, source.recoveryCode);
  const former = note.former === undefined ? null : unsealKey(note.former, opened.key, 'former key');
  return { ...opened, former };
}

const WRONG = { wrong: true };

function byCode({ recovery }: HomeNote, code: string): Omit<OpenedKey, 'former'> {
  if (recovery === undefined)
    throw new AppError('refused', 'This desk has no recovery code. Open it by its passphrase or its keychain.');
  const by = keyOfCode(code, recovery.salt);
  if (by === null)
    throw new AppError('invalid', 'A recovery code has eight groups of four letters and digits. Check it again.');
  const key = unsealKey(recovery.box, by, 'recovery');
  if (key === null) throw new AppError('locked', 'The recovery code does not open this desk.', WRONG);
  return { key, by: 'recovery code', isProved: true };
}

function keyOf({ key }: HomeNote, { passphrase, keychain }: KeySource): Omit<OpenedKey, 'former'> {
  switch (key.kind) {
    case 'file':
      return { key: key.key, by: 'file', isProved: true };
    case 'keychain':
      if (keychain === null)
        throw new AppError('locked', "This desk's key is in the keychain of the desktop app; open it there.");
      return { key: openSealed(keychain, key.sealed), by: 'keychain', isProved: true };
    case 'passphrase': {
      if (passphrase === undefined)
        throw new AppError('locked', 'This desk is locked. Set TIER3_DESK_PASSPHRASE to its passphrase.');
      const derived = keyOfPassphrase(passphrase, key.salt, key.cost);
      if (key.box === undefined) return { key: derived, by: 'passphrase', isProved: false };
      const opened = unsealKey(key.box, derived, 'passphrase');
      if (opened === null) throw new AppError('locked', 'The passphrase does not open this desk.', WRONG);
      return { key: opened, by: 'passphrase', isProved: true };
    }
  }
}

function openSealed(keychain: Keychain, sealed: string): string {
  try {
    return keychain.open(sealed);
  } catch {
    throw new AppError(
      'locked',
      'The keychain does not open the key of this desk: it was made by another user or on another machine, or the keychain was reset. A recovery code opens it.',
    );
  }
}
