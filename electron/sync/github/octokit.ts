// The one way to GitHub: no retries, no log, lists read page by page, writes spaced, and the fetch that notes what leaves.
import { Octokit } from '@octokit/core';
import { paginateRest } from '@octokit/plugin-paginate-rest';
import { type ThrottlingOptions, throttling } from '@octokit/plugin-throttling';

export interface GitHubConnection {
  readonly baseUrl: string;
  readonly token: string;
  /** A stand-in on this machine, with which nobody needs to be gentle. */
  readonly standIn?: boolean;
}

const OurOctokit = Octokit.plugin(paginateRest, throttling);
export type GitHub = InstanceType<typeof OurOctokit>;

/** Entries a page of a list; GitHub gives no more. */
export const PAGE = 100;

/**
 * One write after the other and a second between them, as GitHub asks. Its limits on new content are kept by our own budget,
 * over restarts; the plugin's spacing for those (three seconds) would fall behind what GitHub allows. It never sends again.
 */
const SPACED: ThrottlingOptions & { readonly triggersNotification: (path: string) => boolean } = {
  triggersNotification: () => false,
  onRateLimit: () => false,
  onSecondaryRateLimit: () => false,
};

export function createOctokit({ baseUrl, token, standIn }: GitHubConnection, fetcher: typeof fetch): GitHub {
  const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  return new OurOctokit({
    auth: token,
    baseUrl,
    request: { fetch: fetcher },
    log: quiet,
    userAgent: 'tier3-desk',
    throttle: standIn === true ? { enabled: false } : SPACED,
  });
}

/** `owner/name` as the routes want it. */
export function split(repository: string): { readonly owner: string; readonly repo: string } {
  const [owner = '', repo = ''] = repository.split('/');
  return { owner, repo };
}
