// The one way to GitHub: no retries, no log, lists read page by page, writes spaced, and the fetch that notes what leaves.
import { Octokit } from '@octokit/core';
import { paginateRest } from '@octokit/plugin-paginate-rest';
import { type ThrottlingOptions, throttling } from '@octokit/plugin-throttling';
import { splitRepository } from '../../core/domain/repository-name.ts';

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

/** Something between here and GitHub answered in its place: a network that asks to sign in, a proxy with a page of its own. */
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
  // Whatever GitHub says, it says in JSON. A page with a status of 200 is no yes.
  octokit.hook.after('request', ({ status, headers }) => {
    if (!WITHOUT_BODY.has(status) && !String(headers['content-type']).includes('json')) throw new NotGitHubError();
  });
  return octokit;
}

/** A repository's name as the routes want it: to its own GitHub the host is no part of it. */
export function split(repository: string): { readonly owner: string; readonly repo: string } {
  const { owner, repo } = splitRepository(repository);
  return { owner, repo };
}
