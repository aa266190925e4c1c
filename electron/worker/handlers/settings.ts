// The handlers of settings: two for each, all alike.

import { changeSetting, settingOf } from '../../actions/settings.ts';
import type { Handlers } from '../../contract/calls.ts';
import { type SETTING_CALLS, SETTINGS, type SettingValue } from '../../contract/settings.ts';
import { keysOf } from '../../core/domain/records.ts';
import type { Desk } from './desk.ts';

export function settingHandlers({ ctx }: Desk): Handlers<keyof typeof SETTING_CALLS> {
  const names = keysOf(SETTINGS);
  return Object.fromEntries(
    names.flatMap((name) => [
      [`${name}.get`, () => settingOf(ctx.store.db, name)],
      [`${name}.save`, (value: SettingValue<typeof name>) => changeSetting(ctx, name, value)],
    ]),
  ) as unknown as Handlers<keyof typeof SETTING_CALLS>;
}
