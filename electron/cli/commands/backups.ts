// desk backup, backups and restore: make a snapshot, list them, preview one, and restore it.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { copyHomeNote, type Home } from '../../host/home.ts';
import { warnOfSync } from '../../host/synced-folder.ts';
import { describeDiff } from '../../store/opening/diff-words.ts';
import { previewRestore, restoreSnapshot } from '../../store/opening/restore.ts';
import { listSnapshots, type Snapshot, snapshotFolder, takeSnapshot } from '../../store/snapshots/snapshots.ts';
import { openHome } from '../home.ts';
import type { DeskOptions } from '../options.ts';
import { plainCell, print, table } from '../print.ts';

const time = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
const HEAD = ['snapshot', 'made at', 'why', 'size'];
const cells = ({ name, at, reason, bytes }: Snapshot) => [
  name,
  time(at),
  reason.replaceAll('-', ' '),
  `${(bytes / 1_000_000).toFixed(1)} MB`,
];

function storeOf(options: DeskOptions): { readonly home: Home; readonly file: string; readonly key: string } {
  const { home, key } = openHome(options);
  const warning = warnOfSync(resolve(home.folder));
  if (warning !== null) console.error(warning);
  return { home, file: home.store, key };
}

export async function backup(options: DeskOptions): Promise<void> {
  const { home, ...store } = storeOf(options);
  if (!existsSync(store.file))
    throw new AppError('not-found', 'There is nothing to back up: this home has no desk yet.');
  const made = takeSnapshot({ ...store, reason: 'by-hand', now: Date.now() });
  copyHomeNote(home, snapshotFolder(store.file));
  print(options, made, () => table(HEAD, [cells(made)]));
}

export async function backups(options: DeskOptions): Promise<void> {
  const { file } = storeOf(options);
  const all = listSnapshots(file);
  print(options, all, () =>
    all.length === 0 ? `There is no snapshot in ${snapshotFolder(file)} yet.` : table(HEAD, all.map(cells)),
  );
}

export async function restore(name: string, options: DeskOptions & { readonly apply?: boolean }): Promise<void> {
  const order = { ...storeOf(options), name };
  if (options.apply) {
    const done = restoreSnapshot({ ...order, now: Date.now() });
    const kept = done.kept === null ? '' : ` The previous desk is kept as ${done.kept}.`;
    print(
      options,
      done,
      () => `Restored to ${time(done.snapshot.at)}.${kept} Anything it may have sent since is searched for first.`,
    );
    return;
  }
  const { snapshot, diff } = previewRestore(order);
  const changes =
    diff === null
      ? ['  The desk itself cannot be read; the snapshot can.']
      : diff.flatMap(describeDiff).map((line) => `  ${plainCell(line)}`);
  print(options, { snapshot, diff }, () =>
    [
      `${snapshot.name} is the desk as of ${time(snapshot.at)}. Restoring it would change:`,
      ...(changes.length === 0 ? ['  nothing: they are identical.'] : changes),
      'Nothing was changed. To restore it, close the desk and run the same command with --apply.',
    ].join('\n'),
  );
}
