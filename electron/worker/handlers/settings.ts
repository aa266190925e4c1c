// The handlers of settings: two for each, all alike.

import type { AppContext } from '../../actions/app-context.ts';
import { checkPlaces } from '../../actions/live-sources/all.ts';
import { changeSetting, settingOf } from '../../actions/settings.ts';
import type { Handlers } from '../../contract/calls.ts';
import { type SETTING_CALLS, SETTINGS, type SettingName, type SettingValue } from '../../contract/settings.ts';
import { keysOf } from '../../core/domain/records.ts';
import type { Desk } from './desk.ts';

/** What the shape of a setting cannot say. @throws AppError `invalid` */
function check({ store }: AppContext, name: SettingName, value: unknown): void {
  if (name === 'liveSources') checkPlaces(settingOf(store.db, name), SETTINGS[name].shape.parse(value));
}

export function settingHandlers({ ctx }: Desk): Handlers<keyof typeof SETTING_CALLS> {
  const names = keysOf(SETTINGS);
  return Object.fromEntries(
    names.flatMap((name) => [
      [`${name}.get`, () => settingOf(ctx.store.db, name)],
      [
        `${name}.save`,
        (value: SettingValue<typeof name>) => {
          check(ctx, name, value);
          return changeSetting(ctx, name, value);
        },
      ],
    ]),
  ) as unknown as Handlers<keyof typeof SETTING_CALLS>;
}
