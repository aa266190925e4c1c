// Which addresses a secret may be sent to. Anyone along the way can read a token sent in plain text.

const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);

/** True for https, and for any protocol on this machine. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** Slack's hosts for incoming webhooks: commercial and government. */
const SLACK_HOSTS: ReadonlySet<string> = new Set(['hooks.slack.com', 'hooks.slack-gov.com']);

/** Where Slack's Web API is: of everybody, and of the government. */
const SLACK_APIS: ReadonlySet<string> = new Set(['slack.com', 'slack-gov.com']);

/**
 * Microsoft's hosts for incoming webhooks of Teams: of workflows (Power Automate, older and newer), and of connectors;
 * of everybody, and of the government. Each is one label deep where its name differs, so that nobody can put a host
 * before it.
 */
const TEAMS_HOSTS: readonly RegExp[] = [
  /^prod-\d{1,3}\.[a-z\d]{2,30}\.logic\.azure\.(?:com|us)$/,
  /^[a-z\d]{8,60}\.[a-z\d]{2}\.environment\.api\.(?:powerplatform\.com|(?:gov|high)\.powerplatform\.microsoft\.us)$/,
  /^[a-z\d-]{1,60}\.webhook\.office\.com$/,
];
const TEAMS_PATH = /^\/(?:workflows|powerautomate|webhookb2)\//;

/** True for an incoming webhook of Teams, and for a stand-in on this machine. */
export function isTeamsWebhook(address: string): boolean {
  if (!isSafeAddress(address)) return false;
  const { hostname, host, pathname, username, password } = new URL(address);
  if (isLoopback(hostname)) return true;
  if (username !== '' || password !== '') return false;
  return TEAMS_HOSTS.some((one) => one.test(host)) && TEAMS_PATH.test(pathname);
}

/** True for an incoming webhook of Slack, and for a stand-in on this machine. */
export function isSlackWebhook(address: string): boolean {
  if (!isSafeAddress(address)) return false;
  const { hostname, host } = new URL(address);
  return SLACK_HOSTS.has(host) || isLoopback(hostname);
}

/** True for Slack's Web API, as https://slack.com/api, with a slash behind it or without, and for a stand-in on this machine. */
export function isSlackApi(address: string): boolean {
  if (!isSafeAddress(address)) return false;
  const { hostname, host, pathname, search, hash, username, password } = new URL(address);
  if (search + hash + username + password !== '') return false;
  return /^\/api\/?$/.test(pathname) && (SLACK_APIS.has(host) || isLoopback(hostname));
}
