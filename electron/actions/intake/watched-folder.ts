// The watched folder: new exports in it are offered, or imported automatically if the lead has chosen so. A file is
// handled once; if it changes, it counts as another file.
import type { Output } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { knownStamps, rememberFile } from '../../store/intake/watched-files.ts';
import type { AppContext, FoundFile } from '../app-context.ts';
import { notify } from '../egress.ts';
import { settingOf } from '../settings.ts';
import { importExportFile } from './import-export-file.ts';
import { openExport } from './open-export.ts';

const EXPORT = /\.(?:csv|tsv|txt|xlsx|xlsm|xls|xml|html?|ods|zip|gz|jsonl?|ndjson|eml)$/i;
/** A file that changed later than this may still be being written. */
const QUIET_MS = 2_000;

/** What was already offered while the desk is open; one per context. */
const told = new WeakMap<AppContext, Set<string>>();

const stampOf = ({ path, size, changedAt }: FoundFile) => `${path}|${size}|${changedAt}`;

/**
 * Files of the folder that have not been handled, oldest first.
 * @throws AppError `refused` if the folder cannot be read
 */
function newFiles(ctx: AppContext): FoundFile[] {
  const { folder } = settingOf(ctx.store.db, 'watched');
  if (folder === '') return [];
  const known = knownStamps(ctx.store.db);
  return ctx.files
    .list(folder)
    .filter((file) => EXPORT.test(file.name) && !known.has(stampOf(file)))
    .toSorted((a, b) => a.changedAt - b.changedAt);
}

export function listWatched(ctx: AppContext): Output<'watched.list'> {
  return { files: newFiles(ctx).map(({ path, name, changedAt }) => ({ path, name, changedAt })) };
}

/** It was imported, or is not wanted. */
export function settleWatched(ctx: AppContext, path: string): Record<string, never> {
  const { store, now } = ctx;
  const file = newFiles(ctx).find((one) => one.path === path);
  if (file !== undefined) store.transaction((db) => rememberFile(db, stampOf(file), now()));
  return {};
}

/**
 * Checks the folder once. Known exports are imported or offered; unreadable ones are left for a person.
 * @returns true if there is something new to show
 */
export async function lookAtFolder(ctx: AppContext): Promise<boolean> {
  const { asksFirst } = settingOf(ctx.store.db, 'watched');
  const seen = told.get(ctx) ?? new Set<string>();
  told.set(ctx, seen);
  const fresh = newFiles(ctx).filter(
    (file) => !seen.has(stampOf(file)) && Math.abs(Date.now() - file.changedAt) >= QUIET_MS,
  );
  let offered = 0;
  let came = 0;
  for (const file of fresh) {
    seen.add(stampOf(file));
    const given = { name: file.name, path: file.path };
    try {
      if (asksFirst) {
        await openExport(ctx, given);
        offered += 1;
        continue;
      }
      const { imported, updated = 0 } = await importExportFile(ctx, given);
      settleWatched(ctx, file.path);
      came += imported + updated;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      offered += 1;
    }
  }
  if (came > 0)
    notify(ctx, { title: 'Imported from your folder', body: `${came} new or changed cases.`, caseId: null });
  if (offered > 0)
    notify(ctx, { title: 'New in your folder', body: `${offered} files wait to be imported.`, caseId: null });
  return fresh.length > 0;
}
