// Changes how the key of a home is protected, or the key itself. Each change is a single replacement of the key note,
// so a home can be opened at any instant.
import { existsSync } from 'node:fs';
import { AppError } from '../contract/errors.ts';
import { copyHomeNote, type Home, type HomeNote, readHomeNote, replaceHomeNote, type SealedKey } from './home.ts';
import { type Keychain, wrapByCode, wrapByPassphrase } from './key.ts';
import { makeRecoveryCode, newKey, sealKey } from './seal-key.ts';

/** What will protect the key from now on. */
export type Keeper = { readonly passphrase: string } | { readonly keychain: Keychain };

/** @throws AppError `conflict` when an earlier key change is incomplete */
function changeableNote(home: Home): HomeNote {
  const note = noteOf(home);
  if (note.former !== undefined)
    throw new AppError(
      'conflict',
      'An earlier key change is incomplete. Free some disk space, or remove damaged snapshots, and open the desk again.',
    );
  return note;
}

function noteOf(home: Home): HomeNote {
  const note = readHomeNote(home);
  if (note === null) throw new AppError('not-found', `There is no desk in ${home.folder} yet.`);
  if (note.key.kind === 'file')
    throw new AppError('refused', 'A practice desk keeps its key in a file, because its cases are invented.');
  return note;
}

function wrap(key: string, keeper: Keeper): SealedKey {
  if ('passphrase' in keeper) return wrapByPassphrase(key, keeper.passphrase);
  return { kind: 'keychain', sealed: keeper.keychain.seal(key) };
}

/**
 * The note of the home, and its copy next to the snapshots: an older copy would open them with what has been replaced.
 * @param snapshots their folder
 */
function keepNote(home: Home, snapshots: string, note: HomeNote): void {
  replaceHomeNote(home, note);
  if (existsSync(snapshots)) copyHomeNote(home, snapshots);
}

/**
 * Another passphrase, or the keychain instead. The store is not touched.
 * @throws AppError `refused` for a short passphrase
 */
export function changeKeeper(home: Home, snapshots: string, key: string, keeper: Keeper): void {
  keepNote(home, snapshots, { ...changeableNote(home), key: wrap(key, keeper) });
}

/** A new recovery code, which replaces any earlier one. @returns the code, which is shown once */
export function renewCode(home: Home, snapshots: string, key: string): string {
  const code = makeRecoveryCode();
  keepNote(home, snapshots, { ...changeableNote(home), recovery: wrapByCode(key, code) });
  return code;
}

export interface NewKeys {
  readonly key: string;
  readonly code: string;
}

/**
 * Starts changing the key itself: from now on the note opens the new key and, through it, the previous one.
 * @throws AppError `conflict` when an earlier change is incomplete
 */
export function beginRekey(home: Home, snapshots: string, former: string, keeper: Keeper): NewKeys {
  const { mode } = changeableNote(home);
  const key = newKey();
  const code = makeRecoveryCode();
  keepNote(home, snapshots, {
    mode,
    key: wrap(key, keeper),
    recovery: wrapByCode(key, code),
    former: sealKey(former, key, 'former key'),
  });
  return { key, code };
}

/** Nothing is encrypted with the previous key any more. */
export function endRekey(home: Home, snapshots: string): void {
  const { former: _, ...note } = noteOf(home);
  keepNote(home, snapshots, note);
}
