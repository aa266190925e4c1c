// The key of a store: made or found according to how the home keeps it.
import { randomBytes, scryptSync } from 'node:crypto';
import { AppError } from '../contract/errors.ts';
import { type Home, type HomeNote, type Mode, readHomeNote, writeHomeNote } from './home.ts';

/** The operating system's keychain, where the host has one. */
export interface Keychain {
  seal(secret: string): string;
  open(sealed: string): string;
}

export interface KeySource {
  readonly passphrase: string | undefined;
  readonly keychain: Keychain | null;
}

/** scrypt's cost: about a tenth of a second and 64 MiB for each guess. */
const SCRYPT = { N: 65_536, r: 8, p: 1, maxmem: 128 * 1024 * 1024 } as const;

function derive(passphrase: string, salt: string): string {
  return scryptSync(passphrase.normalize('NFKC'), Buffer.from(salt, 'hex'), 32, SCRYPT).toString('hex');
}

/**
 * The key of a home as 64 hexadecimal digits; a new home is made.
 * @throws AppError `locked` when a passphrase is needed and there is none, `refused` when the home is of the other mode.
 */
export function openKey(home: Home, mode: Mode, given: KeySource): string {
  const source = { ...given, passphrase: given.passphrase === '' ? undefined : given.passphrase }; // empty is none
  const known = readHomeNote(home);
  if (known !== null) {
    if (known.mode !== mode) {
      throw new AppError(
        'refused',
        `${home.folder} is a ${known.mode} home. Use another --home for ${mode === 'real' ? 'real work' : 'practice'}.`,
      );
    }
    return keyOf(known, source);
  }
  const made = makeNote(mode, source);
  writeHomeNote(home, made);
  return keyOf(made, source);
}

function makeNote(mode: Mode, { passphrase, keychain }: KeySource): HomeNote {
  if (passphrase !== undefined) return { mode, key: { kind: 'passphrase', salt: randomBytes(16).toString('hex') } };
  const key = randomBytes(32).toString('hex');
  if (mode === 'practice') return { mode, key: { kind: 'file', key } };
  if (keychain !== null) return { mode, key: { kind: 'keychain', sealed: keychain.seal(key) } };
  throw new AppError(
    'locked',
    'This desk needs a passphrase: there is no keychain here. Set TIER3_DESK_PASSPHRASE or open the desk in a window.',
  );
}

function keyOf({ key }: HomeNote, { passphrase, keychain }: KeySource): string {
  switch (key.kind) {
    case 'file':
      return key.key;
    case 'keychain':
      if (keychain === null)
        throw new AppError('locked', "This desk's key is in the keychain of the desktop app; open it there.");
      return keychain.open(key.sealed);
    case 'passphrase':
      if (passphrase === undefined)
        throw new AppError('locked', 'This desk is locked. Set TIER3_DESK_PASSPHRASE to its passphrase.');
      return derive(passphrase, key.salt);
  }
}
