// A repository's name, "[HOST/]owner/name", as GitHub's own command line writes it: one without a host is of the desk's
// own GitHub, one with a host of the GitHub there. So a team, a ticket and what waits for it all say which GitHub they
// mean.
import { githubHost } from './github-host.ts';

export const REPOSITORY = /^(?:[a-z\d][a-z\d.-]*\.[a-z]{2,}\/)?[\w.-]+\/[\w.-]+$/i;

/** A folder or a file in a repository; no part of it begins with a dot. */
export const FILE_PATH = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;

/** Longer is no address of a repository, in UTF-16 code units. */
const LONGEST = 2_000;

/**
 * The name in what a person types or pastes: `owner/name`, with its host or without, the address of any of its pages or
 * of its API, or the one it is cloned from. Null where it names no repository.
 */
export function repositoryIn(typed: string): string | null {
  const address = typed
    .trim()
    .slice(0, LONGEST)
    .replace(/^git@([^:/]{1,253}):/i, 'ssh://$1/');
  const [path = ''] = address
    .replace(/^(?:https?|ssh|git):\/\//i, '')
    .replace(/^[^/@]*@/, '')
    .split(/[?#]/);
  const parts = path.split('/').filter((part) => part !== '');
  const [first = ''] = parts;
  // No owner has a dot in the name, and every host has.
  const hasHost = first.includes('.');
  const host = hasHost ? githubHost(first) : null;
  if (hasHost && host === null) return null;
  const rest = parts.slice(hasHost ? 1 : 0);
  // Addresses of an API have words of their own before the owner.
  const [owner, repo, more] = /^api\./i.test(first) || rest[0] === 'api' ? rest.slice(rest.indexOf('repos') + 1) : rest;
  if (owner === undefined || repo === undefined || (!hasHost && more !== undefined)) return null;
  const name = `${host === null ? '' : `${new URL(host.web).host}/`}${owner}/${repo.replace(/\.git$/i, '')}`;
  return REPOSITORY.test(name) ? name : null;
}

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
