// Changes how the key of a home is kept, or the key itself. Each is one replacement of the key note, so a home opens at any instant.
import { existsSync } from 'node:fs';
import { AppError } from '../contract/errors.ts';
import { copyHomeNote, type Home, type HomeNote, readHomeNote, replaceHomeNote, type SealedKey } from './home.ts';
import { type Keychain, wrapByCode, wrapByPassphrase } from './key.ts';
import { makeRecoveryCode, newKey, sealKey } from './seal-key.ts';

/** What shall keep the key from now on. */
export type Keeper = { readonly passphrase: string } | { readonly keychain: Keychain };

/** @throws AppError `conflict` when an earlier change of the key has not come to its end */
function changeableNote(home: Home): HomeNote {
  const note = noteOf(home);
  if (note.former !== undefined)
    throw new AppError(
      'conflict',
      'An earlier change of the key has not come to its end. Free some room, or remove damaged snapshots, and open the desk again.',
    );
  return note;
}

function noteOf(home: Home): HomeNote {
  const note = readHomeNote(home);
  if (note === null) throw new AppError('not-found', `There is no desk in ${home.folder} yet.`);
  if (note.key.kind === 'file')
    throw new AppError('refused', 'A practice desk keeps its key in a file: its cases are invented.');
  return note;
}

function wrap(key: string, keeper: Keeper): SealedKey {
  if ('passphrase' in keeper) return wrapByPassphrase(key, keeper.passphrase);
  return { kind: 'keychain', sealed: keeper.keychain.seal(key) };
}

/**
 * The note of the home, and its copy beside the snapshots: an older copy would open them by what is no longer wanted.
 * @param snapshots their folder
 */
export function keepNote(home: Home, snapshots: string, note: HomeNote): void {
  replaceHomeNote(home, note);
  if (existsSync(snapshots)) copyHomeNote(home, snapshots);
}

/** Another passphrase, or the keychain in its place. The store is not touched. @throws AppError `refused` for a short passphrase */
export function changeKeeper(home: Home, snapshots: string, key: string, keeper: Keeper): void {
  keepNote(home, snapshots, { ...changeableNote(home), key: wrap(key, keeper) });
}

/** A new recovery code in place of any there was. @returns the code, which is shown once */
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
 * Begins a change of the key itself: from here on the note opens the new key, and by it the one of before.
 * @throws AppError `conflict` when an earlier change has not come to its end
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

/** Nothing is under the former key any more. */
export function endRekey(home: Home, snapshots: string): void {
  const { former: _, ...note } = noteOf(home);
  keepNote(home, snapshots, note);
}
