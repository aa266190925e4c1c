// Why Slack could not be read, in words with what to do. The codes are those that each method's page lists.
import { NotSlackError, type SlackProblem, SlackRefusal } from '../../sync/slack/web-api.ts';

const NEW_TOKEN = 'Make a new one for the app in Slack, under OAuth & Permissions, and give it here.';
const WORDS: Readonly<Record<string, string>> = {
  invalid_auth: `Slack does not know this token. ${NEW_TOKEN}`,
  not_authed: `Slack does not know this token. ${NEW_TOKEN}`,
  token_revoked: `The token was revoked. ${NEW_TOKEN}`,
  token_expired: `The token has run out. ${NEW_TOKEN}`,
  account_inactive: `The account of this token is no longer active. ${NEW_TOKEN}`,
  not_allowed_token_type:
    'Slack wants another kind of token for this: give the user token of the app, which begins with xoxp-.',
  access_denied: 'The administrators of this workspace do not let the app read. Ask them to approve it.',
  no_permission: 'The administrators of this workspace do not let the app read. Ask them to approve it.',
  team_access_not_granted: 'The administrators of this workspace do not let the app read. Ask them to approve it.',
  ekm_access_denied: 'The administrators of this workspace have locked its messages for now.',
  invalid_cursor: 'Slack has lost the place up to which was read. The next look begins anew.',
};
const IN_TROUBLE: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);

/** `channel` is the id of the channel that was read. */
export function whyNotSlack(error: SlackProblem, channel: string): string {
  if (error instanceof NotSlackError)
    return 'What answered is not Slack: perhaps a network that asks to sign in. The next look tries again.';
  if (!(error instanceof SlackRefusal)) return error.message;
  const { code, needed } = error;
  if (code === 'not_in_channel')
    return `The app is not in the channel ${channel}. Invite it there: write /invite and its name in the channel.`;
  if (code === 'channel_not_found')
    return `There is no channel ${channel} that this token may see. Check its id; a private channel must invite the app.`;
  if (code === 'missing_scope')
    return `The token lacks the scope ${needed ?? 'channels:history'}. Add it to the app under OAuth & Permissions, install the app again, and give the new token here.`;
  if (IN_TROUBLE.has(code)) return 'Slack is in trouble. The next look tries again.';
  return WORDS[code] ?? `Slack refused to be read: ${code}.`;
}
