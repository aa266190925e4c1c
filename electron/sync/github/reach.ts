// Is it GitHub that answers? A captive portal (a hotel, a train) answers every request with its own page; nothing may
// be sent to it. Found out by a small request that does not count against the limits.
import { RequestError } from '@octokit/request-error';
import { neverLeft } from '../outcome.ts';
import { createOctokit, type GitHubConnection, NotGitHubError } from './octokit.ts';

/**
 * `away`: something else answers instead. `denied`: it does not accept the token. `failing`: it responds with server
 * errors, or breaks off. `silent`: it cannot be reached.
 */
export type Reach = 'there' | 'away' | 'denied' | 'failing' | 'silent';

export async function reachGitHub(connection: GitHubConnection, fetcher: typeof fetch): Promise<Reach> {
  try {
    const { data, url } = await createOctokit(connection, fetcher).request('GET /rate_limit');
    const sameHost = new URL(url).host === new URL(connection.baseUrl).host;
    return sameHost && data?.resources !== undefined ? 'there' : 'away';
  } catch (error) {
    if (error instanceof NotGitHubError) return 'away';
    if (!(error instanceof RequestError) || error.response === undefined)
      return neverLeft(error) ? 'silent' : 'failing';
    // A portal should use 511 and rarely does. GitHub's own errors are JSON; Enterprise may have rate limits disabled.
    const isJson = String(error.response.headers['content-type'] ?? '').includes('json');
    if (error.status === 511) return 'away';
    if (error.status >= 500) return 'failing';
    if (!isJson) return 'away';
    return error.status === 401 ? 'denied' : 'there';
  }
}
