// desk keys: how the key is kept; a new passphrase, a new recovery code, a new key.
import { AppError } from '../../contract/errors.ts';
import { changeKeeper, renewCode } from '../../host/change-key.ts';
import { type HomeNote, readHomeNote } from '../../host/home.ts';
import { snapshotFolder } from '../../store/snapshots.ts';
import { rekeyHome } from '../../worker/change-keys.ts';
import { openHome, sayCode } from '../home.ts';
import type { DeskOptions } from '../options.ts';
import { print } from '../print.ts';

function newPassphrase(): string {
  const given = process.env.TIER3_DESK_NEW_PASSPHRASE;
  if (given === undefined || given === '')
    throw new AppError('invalid', 'Set TIER3_DESK_NEW_PASSPHRASE to the passphrase from now on.');
  return given;
}

function describe({ key, recovery, former }: HomeNote): string {
  const kept: Readonly<Record<typeof key.kind, string>> = {
    file: 'The key lies in a file: this is a practice desk.',
    keychain: 'The key is in the keychain.',
    passphrase:
      key.kind === 'passphrase' && key.box === undefined
        ? 'The passphrase gives the key itself, as in older desks. A new passphrase, or desk keys rekey, changes that.'
        : 'The key is wrapped by the passphrase.',
  };
  const code = recovery === undefined ? 'There is no recovery code.' : 'There is a recovery code.';
  const unfinished =
    former === undefined ? [] : ['A change of the key is not done: some files are under the former one.'];
  return [kept[key.kind], ...(key.kind === 'file' ? [] : [code]), ...unfinished].join('\n');
}

export async function show(options: DeskOptions): Promise<void> {
  const { home } = openHome(options);
  const note = readHomeNote(home);
  if (note === null) throw new AppError('not-found', `There is no desk in ${home.folder} yet.`);
  const { kind } = note.key;
  print(options, { kind, hasCode: note.recovery !== undefined }, () => describe(note));
}

export async function passphrase(options: DeskOptions): Promise<void> {
  const next = newPassphrase();
  const { home, key } = openHome(options);
  changeKeeper(home, snapshotFolder(home.store), key, { passphrase: next });
  print(options, { changed: true }, () => 'The passphrase is changed. The one of before opens nothing any more.');
}

export async function code(options: DeskOptions): Promise<void> {
  const { home, key } = openHome(options);
  sayCode(renewCode(home, snapshotFolder(home.store), key));
}

export async function rekey(options: DeskOptions): Promise<void> {
  const keeper = process.env.TIER3_DESK_NEW_PASSPHRASE || process.env.TIER3_DESK_PASSPHRASE;
  if (keeper === undefined)
    throw new AppError('invalid', 'Set TIER3_DESK_NEW_PASSPHRASE to the passphrase that shall wrap the new key.');
  const { home, key } = openHome(options);
  const done = rekeyHome(home, key, { passphrase: keeper });
  sayCode(done.code);
  print(options, { isDone: done.isDone }, () =>
    done.isDone
      ? 'The desk and its snapshots are under a new key.'
      : 'The key is changed, but not every file is under it yet: there was no room, or one is damaged. Each opening goes on with them.',
  );
}
