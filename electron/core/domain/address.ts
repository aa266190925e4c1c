// Which addresses a secret may be sent to. A token in clear can be read by everybody on the way.

const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);

/** True for https, and for this machine itself, whatever the protocol. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** Slack's hosts for incoming webhooks: of everybody, and of the government. */
const SLACK_HOSTS: ReadonlySet<string> = new Set(['hooks.slack.com', 'hooks.slack-gov.com']);

/** True for an incoming webhook of Slack, and for a stand-in on this machine. */
export function isSlackWebhook(address: string): boolean {
  if (!isSafeAddress(address)) return false;
  const { hostname, host } = new URL(address);
  return SLACK_HOSTS.has(host) || isLoopback(hostname);
}
