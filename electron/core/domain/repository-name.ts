// A repository's name, "[HOST/]owner/name", as GitHub's own command line writes it: one without a host is of the desk's own
// GitHub, one with a host of the GitHub there. So a team, a ticket and what waits for it all say which GitHub they mean.
import { githubHost } from './github-host.ts';

export const REPOSITORY = /^(?:[a-z\d][a-z\d.-]*\.[a-z]{2,}\/)?[\w.-]+\/[\w.-]+$/i;

export interface RepositoryName {
  /** Of its pages, like "va.ghe.com"; null for the desk's own GitHub. */
  readonly host: string | null;
  readonly owner: string;
  readonly repo: string;
}

export function splitRepository(full: string): RepositoryName {
  const [repo = '', owner = '', host = null] = full.split('/').reverse();
  return { host: host?.toLowerCase() ?? null, owner, repo };
}

/** "owner/name", which is all that its own GitHub knows. */
export function withoutHost(full: string): string {
  const { owner, repo } = splitRepository(full);
  return `${owner}/${repo}`;
}

/** Another repository of the GitHub that `beside` is of. */
export function onSameHost(beside: string, ownerAndName: string): string {
  const { host } = splitRepository(beside);
  return host === null ? ownerAndName : `${host}/${ownerAndName}`;
}

/** The host of a GitHub's pages from any of its addresses; a stand-in on this machine plays github.com. */
export function hostOf(address: string): string {
  return new URL(githubHost(address)?.web ?? 'https://github.com').host;
}
