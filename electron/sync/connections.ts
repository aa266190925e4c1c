// Where the services are and how to sign in.
import { hostOf, splitRepository } from '../core/domain/repository-name.ts';
import type { GitHubConnection } from './github/octokit.ts';
import type { SlackConnection } from './slack/client.ts';
import type { TeamsConnection } from './teams/client.ts';
import type { ZenHubConnection } from './zenhub/ask.ts';

/** A null service is one the user has not signed in to: its entries wait. */
export interface Connections {
  /** The desk's own GitHub: that of repositories whose name has no host. */
  readonly github: GitHubConnection | null;
  /** Other GitHubs, for repositories whose name has theirs. */
  readonly otherGitHubs?: readonly GitHubConnection[];
  readonly zenhub: ZenHubConnection | null;
  readonly slack?: SlackConnection | null;
  readonly teams?: TeamsConnection | null;
}

/** Every GitHub the user has signed in to. */
export function allGitHubs({ github, otherGitHubs = [] }: Connections): GitHubConnection[] {
  return github === null ? [...otherGitHubs] : [github, ...otherGitHubs];
}

/** The GitHub a repository is of, and no other: a token goes only to the host it was made for. Null where nobody signed in. */
export function gitHubOf(connections: Connections, repository: string): GitHubConnection | null {
  const { host } = splitRepository(repository);
  if (host === null) return connections.github;
  return allGitHubs(connections).find(({ baseUrl }) => hostOf(baseUrl) === host) ?? null;
}
