// Every live source there is.
import type { SettingValue } from '../../contract/settings.ts';
import { DYNAMICS } from './dynamics.ts';
import { GITHUB_ISSUES } from './github-issues.ts';
import { GOOGLE_SHEET } from './google-sheet.ts';
import type { LiveSource } from './live-source.ts';
import { SALESFORCE } from './salesforce.ts';
import { SERVICENOW } from './servicenow.ts';
import { SLACK_CHANNELS } from './slack-channels.ts';

export const ALL_SOURCES: readonly LiveSource[] = [
  // One a line.
  SLACK_CHANNELS,
  GOOGLE_SHEET,
  GITHUB_ISSUES,
  SERVICENOW,
  DYNAMICS,
  SALESFORCE,
];

/** Before they are saved. @throws AppError `invalid` for one that was changed, is on, and could be nowhere */
export function checkPlaces(before: SettingValue<'liveSources'>, set: SettingValue<'liveSources'>): void {
  for (const { kind, placeOf, checkPlace } of ALL_SOURCES) {
    const isChanged = JSON.stringify(before[kind]) !== JSON.stringify(set[kind]);
    if (isChanged && placeOf(set) !== null) checkPlace?.(set);
  }
}
