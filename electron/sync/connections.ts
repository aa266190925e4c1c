// Where the services are and how to sign in.
import type { GitHubConnection } from './github/octokit.ts';
import type { SlackConnection } from './slack/client.ts';
import type { ZenHubConnection } from './zenhub/ask.ts';

/** A null service is one the user has not signed in to: its entries wait. */
export interface Connections {
  readonly github: GitHubConnection | null;
  readonly zenhub: ZenHubConnection | null;
  readonly slack?: SlackConnection | null;
}
