// A setting of the desk: its value, and a change as one undoable act.
import { z } from 'zod';
import { SETTINGS, type SettingName, type SettingValue } from '../contract/settings.ts';
import type { ActId } from '../core/domain/ids.ts';
import { addActivity, newActId } from '../store/activity/activity.ts';
import type { Db } from '../store/db.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import { type AppContext, LEAD } from './app-context.ts';

/** The saved value, or the defaults. */
export function settingOf<N extends SettingName>(db: Db, name: N): SettingValue<N> {
  const { key, shape } = SETTINGS[name];
  return readSetting(db, key, shape, shape.parse({})) as SettingValue<N>;
}

export function changeSetting<N extends SettingName>(
  ctx: AppContext,
  name: N,
  value: SettingValue<N>,
): { actId: ActId } {
  return saveSetting(ctx, SETTINGS[name].key, value, SETTINGS[name].changed);
}

/** Saves a value under a key of the store; `summary` is its name in the list of undoable acts. */
export function saveSetting(
  { store, queue, now }: AppContext,
  key: string,
  value: unknown,
  summary: string,
): { actId: ActId } {
  const actId = newActId();
  store.transaction((db) => {
    const before = readSetting(db, key, z.unknown(), null);
    writeSetting(db, key, value);
    queue.settingChanged(db, key);
    addActivity(db, {
      at: now(),
      actor: LEAD,
      caseId: null,
      verb: 'set',
      summary,
      undo: { kind: 'setting', key, before },
      actId,
    });
  });
  return { actId };
}
