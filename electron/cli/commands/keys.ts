// desk keys: how the key is protected; a new passphrase, a new recovery code, a new key.
import { AppError } from '../../contract/errors.ts';
import { changeKeeper, renewCode } from '../../host/change-key.ts';
import { type HomeNote, readHomeNote } from '../../host/home.ts';
import { snapshotFolder } from '../../store/snapshots/snapshots.ts';
import { rekeyHome } from '../../worker/change-keys.ts';
import { openHome, printCode } from '../home.ts';
import type { DeskOptions } from '../options.ts';
import { print } from '../print.ts';

function newPassphrase(): string {
  const given = process.env.TIER3_DESK_NEW_PASSPHRASE;
  if (given === undefined || given === '')
    throw new AppError('invalid', 'Set TIER3_DESK_NEW_PASSPHRASE to the new passphrase.');
  return given;
}

function describe({ key, recovery, former }: HomeNote): string {
  const kept: Readonly<Record<typeof key.kind, string>> = {
    file: 'The key is in a file, because this is a practice desk.',
    keychain: 'The key is in the keychain.',
    passphrase:
      key.kind === 'passphrase' && key.box === undefined
        ? 'The passphrase yields the key itself, as in older desks. A new passphrase, or desk keys rekey, changes that.'
        : 'The key is wrapped by the passphrase.',
  };
  const code = recovery === undefined ? 'There is no recovery code.' : 'There is a recovery code.';
  const unfinished = former === undefined ? [] : ['A key change is incomplete: some files still use the previous key.'];
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
  print(options, { changed: true }, () => 'The passphrase was changed. The old one no longer opens anything.');
}

export async function code(options: DeskOptions): Promise<void> {
  const { home, key } = openHome(options);
  printCode(renewCode(home, snapshotFolder(home.store), key));
}

export async function rekey(options: DeskOptions): Promise<void> {
  const keeper = process.env.TIER3_DESK_NEW_PASSPHRASE || process.env.TIER3_DESK_PASSPHRASE;
  if (keeper === undefined)
    throw new AppError('invalid', 'Set TIER3_DESK_NEW_PASSPHRASE to the passphrase for the new key.');
  const { home, key } = openHome(options);
  const done = rekeyHome(home, key, { passphrase: keeper });
  printCode(done.code);
  print(options, { isDone: done.isDone }, () =>
    done.isDone
      ? 'The desk and its snapshots now use a new key.'
      : 'The key was changed, but some files do not use it yet: the disk was full, or a file is damaged. Each opening continues with them.',
  );
}
