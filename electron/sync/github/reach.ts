// Is it GitHub that answers? A captive portal (a hotel, a train) answers everything with a page of its own; nothing may be
// sent to it. Asked by doing: one small question that does not count against the limits.
import { RequestError } from '@octokit/request-error';
import { neverLeft } from '../outcome.ts';
import { createOctokit, type GitHubConnection, NotGitHubError } from './octokit.ts';

/**
 * `away`: something else answers in its place. `denied`: it does not accept the token. `failing`: it answers with errors of
 * its own, or breaks off. `silent`: there is no way to it.
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
    // 511 is what a portal should say and seldom does. GitHub's own troubles come as JSON; Enterprise has the limits switched off.
    const isJson = String(error.response.headers['content-type'] ?? '').includes('json');
    if (error.status === 511) return 'away';
    if (error.status >= 500) return 'failing';
    if (!isJson) return 'away';
    return error.status === 401 ? 'denied' : 'there';
  }
}
