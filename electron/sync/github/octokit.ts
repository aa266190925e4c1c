// The only way to GitHub: no retries, no log, paged lists, spaced writes, and the fetch that records what leaves.
import { Octokit } from '@octokit/core';
import { paginateRest } from '@octokit/plugin-paginate-rest';
import { type ThrottlingOptions, throttling } from '@octokit/plugin-throttling';
import { splitRepository } from '../../core/domain/repository-name.ts';

export interface GitHubConnection {
  readonly baseUrl: string;
  readonly token: string;
  /** A stand-in on this machine, which needs no throttling. */
  readonly standIn?: boolean;
}

const OurOctokit = Octokit.plugin(paginateRest, throttling);
export type GitHub = InstanceType<typeof OurOctokit>;

/** Entries per page of a list; GitHub's maximum. */
export const PAGE = 100;

/**
 * One write at a time, with a second between them, as GitHub asks. Its limits on new content are kept by our own rate
 * limit, across restarts; the plugin's spacing for those (three seconds) would be slower than GitHub allows. It never
 * sends again.
 */
const SPACED: ThrottlingOptions & { readonly triggersNotification: (path: string) => boolean } = {
  triggersNotification: () => false,
  onRateLimit: () => false,
  onSecondaryRateLimit: () => false,
};

/**
 * Something between here and GitHub answered instead: a network that requires a sign-in, or a proxy with its own page.
 */
export class NotGitHubError extends Error {}

const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

export function createOctokit({ baseUrl, token, standIn }: GitHubConnection, fetcher: typeof fetch): GitHub {
  const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const octokit = new OurOctokit({
    auth: token,
    baseUrl,
    request: { fetch: fetcher },
    log: quiet,
    userAgent: 'tier3-desk',
    throttle: standIn === true ? { enabled: false } : SPACED,
  });
  // GitHub always responds with JSON. A page with status 200 is not a success.
  octokit.hook.after('request', ({ status, headers }) => {
    if (!WITHOUT_BODY.has(status) && !String(headers['content-type']).includes('json')) throw new NotGitHubError();
  });
  return octokit;
}

/** A repository's name as the routes expect it: its own GitHub does not include the host. */
export function split(repository: string): { readonly owner: string; readonly repo: string } {
  const { owner, repo } = splitRepository(repository);
  return { owner, repo };
}
