// The one way to GitHub's REST API: no retries, no log, and the fetch that notes what leaves.
import { Octokit } from '@octokit/core';

export interface GitHubConnection {
  readonly baseUrl: string;
  readonly token: string;
}

export function createOctokit({ baseUrl, token }: GitHubConnection, fetcher: typeof fetch): Octokit {
  const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  return new Octokit({ auth: token, baseUrl, request: { fetch: fetcher }, log: quiet, userAgent: 'tier3-desk' });
}
