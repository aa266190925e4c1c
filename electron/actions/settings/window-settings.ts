// What the window remembers for the lead: saved views and keyboard shortcuts.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { windowSettings } from '../../contract/queue-calls.ts';
import { readSetting } from '../../store/settings.ts';
import type { AppContext } from '../app-context.ts';
import { saveSetting } from '../settings.ts';

const KEY = 'window';

export function readWindow({ store }: AppContext): Output<'window.get'> {
  return readSetting(store.db, KEY, windowSettings, windowSettings.parse({}));
}

/** Changes the given settings and leaves the rest. @throws AppError `invalid` when two views have the same name */
export function saveWindow(ctx: AppContext, change: ParsedInput<'window.save'>): Output<'window.save'> {
  const before = readWindow(ctx);
  const after = { views: change.views ?? before.views, keys: change.keys ?? before.keys };
  const names = after.views.map((view) => view.name.toLowerCase());
  const twice = after.views.find((view, at) => names.indexOf(view.name.toLowerCase()) !== at);
  if (twice !== undefined) throw new AppError('invalid', `There are two views named "${twice.name}".`);
  const what = change.views === undefined ? 'Changed the keys of commands' : 'Changed the saved views';
  return saveSetting(ctx, KEY, after, what);
}
