// The API and page addresses of a GitHub host, from any of its addresses that a person typed. Three kinds: github.com,
// GitHub Enterprise Cloud with data residency (SUBDOMAIN.ghe.com, whose API has no /api/v3), and GitHub Enterprise
// Server. Source: GitHub's documentation of data residency, and how the kept packages tell them apart.
import { isSafeAddress } from './address.ts';

export interface GitHubHost {
  /** Base of the REST API; GraphQL is beside it, where the kept packages look for it. */
  readonly api: string;
  /** Origin of its pages, without a slash at the end. */
  readonly web: string;
}

const CLOUD: GitHubHost = { api: 'https://api.github.com', web: 'https://github.com' };
const RESIDENCY = /^(?:api\.|www\.)?([a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)\.ghe\.com$/;
const SERVER_API = '/api/v3';

/** Accepts "va.ghe.com", the address of the API or of any page. Null for an unsafe address. */
export function githubHost(typed: string): GitHubHost | null {
  const trimmed = typed.trim();
  const address = /^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!isSafeAddress(address)) return null;
  const { origin, protocol, hostname, pathname } = new URL(address);
  // Plain http is safe on this machine only: a stand-in, taken as it is. It plays the host its path names, else
  // github.com.
  if (protocol === 'http:') {
    const played = RESIDENCY.exec(pathname.replaceAll('/', ''))?.[0];
    return { api: address.replace(/\/+$/, ''), web: played === undefined ? CLOUD.web : `https://${played}` };
  }
  if (/^(?:api\.|www\.)?github\.com$/.test(hostname)) return CLOUD;
  const subdomain = RESIDENCY.exec(hostname)?.[1];
  if (subdomain !== undefined && subdomain !== 'api')
    return { api: `https://api.${subdomain}.ghe.com`, web: `https://${subdomain}.ghe.com` };
  return { api: `${origin}${SERVER_API}`, web: origin };
}

/** Whether the desk may open a page in the system browser: one of a GitHub it is signed in to, or of github.com. */
export function mayOpen(page: string, apis: readonly string[]): boolean {
  if (!URL.canParse(page)) return false;
  const { protocol, origin, username, password } = new URL(page);
  if (protocol !== 'https:' || username !== '' || password !== '') return false;
  return origin === CLOUD.web || apis.some((api) => origin === githubHost(api)?.web);
}
