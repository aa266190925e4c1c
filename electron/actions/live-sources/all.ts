// Every live source there is.
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
