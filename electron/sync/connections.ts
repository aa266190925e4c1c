// Where the services are and how to sign in.
import { hostOf, splitRepository } from '../core/domain/repository-name.ts';
import type { GitHubConnection } from './github/octokit.ts';
import type { SheetConnection } from './google/set-cells.ts';
import type { SlackConnection } from './slack/client.ts';
import type { TeamsConnection } from './teams/client.ts';
import type { ZenHubConnection } from './zenhub/ask.ts';

/** A null service is one the user has not signed in to: its entries wait. */
export interface Connections {
  /** The desk's own GitHub, for repositories without a host in their name. */
  readonly github: GitHubConnection | null;
  /** Other GitHub hosts, for repositories that name them. */
  readonly otherGitHubs?: readonly GitHubConnection[];
  readonly zenhub: ZenHubConnection | null;
  readonly slack?: SlackConnection | null;
  readonly teams?: TeamsConnection | null;
  /** The sheet whose cells are written, where that is switched on. */
  readonly sheet?: SheetConnection | null;
}

/** Every GitHub host the user has signed in to. */
export function allGitHubs({ github, otherGitHubs = [] }: Connections): GitHubConnection[] {
  return github === null ? [...otherGitHubs] : [github, ...otherGitHubs];
}

/**
 * The GitHub host of a repository, and no other: a token is only sent to the host it was made for. Null without a
 * sign-in.
 */
export function gitHubOf(connections: Connections, repository: string): GitHubConnection | null {
  const { host } = splitRepository(repository);
  if (host === null) return connections.github;
  return allGitHubs(connections).find(({ baseUrl }) => hostOf(baseUrl) === host) ?? null;
}
