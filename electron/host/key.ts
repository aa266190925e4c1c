// The key of a store: made or found according to how the home keeps it.
import { randomBytes, scryptSync } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { AppError } from '../contract/errors.ts';
import { SHORTEST_PASSPHRASE } from '../contract/passphrase.ts';
import { type Home, type HomeNote, type Mode, readHomeNote, writeHomeNote } from './home.ts';
import { guardHome } from './private-folder.ts';

/** The operating system's keychain, where the host has one. */
export interface Keychain {
  seal(secret: string): string;
  open(sealed: string): string;
}

export interface KeySource {
  readonly passphrase: string | undefined;
  readonly keychain: Keychain | null;
}

/** scrypt's N of a new home: about a fifth of a second and 128 MiB for each guess. */
const COST = 2 ** 17;
const BLOCK = 8;

function derive(passphrase: string, salt: string, cost: number): string {
  const maxmem = 2 * 128 * cost * BLOCK; // scrypt needs 128 * N * r, and a little more
  const options = { N: cost, r: BLOCK, p: 1, maxmem };
  return scryptSync(passphrase.normalize('NFKC'), Buffer.from(salt, 'hex'), 32, options).toString('hex');
}

/**
 * The key of a home as 64 hexadecimal digits; a new home is made.
 * @throws AppError `locked` when a passphrase is needed and there is none; `refused` when the home is of the other mode, when
 * others could have written to it, when the passphrase of a new home is too short, or when the key note is gone.
 */
export function openKey(home: Home, mode: Mode, given: KeySource): string {
  const source = { ...given, passphrase: given.passphrase === '' ? undefined : given.passphrase }; // empty is none
  guardHome(home.folder);
  const known = readHomeNote(home);
  if (known !== null) return keyOf(home, mode, known, source);
  if (hasStore(home))
    throw new AppError(
      'refused',
      `home.json is missing from ${home.folder}, and the store beside it cannot be opened without it. Restore it from a copy; one lies with the snapshots, if any were made. Nothing was changed.`,
    );
  const made = makeNote(mode, source);
  if (writeHomeNote(home, made)) return keyOf(home, mode, made, source);
  return openKey(home, mode, given); // another process made this home at the same moment: its key is the one
}

function hasStore(home: Home): boolean {
  return [home.store, `${home.store}-wal`, `${home.store}-commits`].some(
    (file) => existsSync(file) && statSync(file).size > 0,
  );
}

function makeNote(mode: Mode, { passphrase, keychain }: KeySource): HomeNote {
  if (passphrase !== undefined) {
    if ([...passphrase].length < SHORTEST_PASSPHRASE)
      throw new AppError('refused', `Choose a passphrase of at least ${SHORTEST_PASSPHRASE} characters.`);
    return { mode, key: { kind: 'passphrase', salt: randomBytes(16).toString('hex'), cost: COST } };
  }
  const key = randomBytes(32).toString('hex');
  if (mode === 'practice') return { mode, key: { kind: 'file', key } };
  if (keychain !== null) return { mode, key: { kind: 'keychain', sealed: keychain.seal(key) } };
  throw new AppError(
    'locked',
    'This desk needs a passphrase: there is no keychain here. Set TIER3_DESK_PASSPHRASE or open the desk in a window.',
  );
}

function keyOf(home: Home, mode: Mode, { mode: made, key }: HomeNote, { passphrase, keychain }: KeySource): string {
  if (made !== mode)
    throw new AppError(
      'refused',
      `${home.folder} is a ${made} home. Use another --home for ${mode === 'real' ? 'real work' : 'practice'}.`,
    );
  switch (key.kind) {
    case 'file':
      return key.key;
    case 'keychain':
      if (keychain === null)
        throw new AppError('locked', "This desk's key is in the keychain of the desktop app; open it there.");
      return openSealed(keychain, key.sealed);
    case 'passphrase':
      if (passphrase === undefined)
        throw new AppError('locked', 'This desk is locked. Set TIER3_DESK_PASSPHRASE to its passphrase.');
      return derive(passphrase, key.salt, key.cost);
  }
}

function openSealed(keychain: Keychain, sealed: string): string {
  try {
    return keychain.open(sealed);
  } catch {
    throw new AppError(
      'locked',
      'The keychain does not open the key of this desk: it was made by another user or on another machine, or the keychain was reset.',
    );
  }
}
