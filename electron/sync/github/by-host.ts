// Several GitHub hosts as one client: each request goes to the host of its repository, with that host's token.
import { splitRepository } from '../../core/domain/repository-name.ts';
import { type Connections, gitHubOf } from '../connections.ts';
import type { Retryable } from '../outcome.ts';
import { createRemoteChanges, type RemoteChanges } from './changes.ts';
import { createGitHubClient, type GitHubClient } from './client.ts';
import type { GitHubConnection } from './octokit.ts';

/** One client per host, created on demand; null without a sign-in. */
function byHost<T>(
  connections: Connections,
  make: (connection: GitHubConnection) => T,
): (repository: string) => T | null {
  const made = new Map<GitHubConnection, T>();
  return (repository) => {
    const connection = gitHubOf(connections, repository);
    if (connection === null) return null;
    const client = made.get(connection) ?? make(connection);
    made.set(connection, client);
    return client;
  };
}

export function remoteChangesByHost(
  connections: Connections,
  fetcher: typeof fetch,
  now: () => number,
): (repository: string) => RemoteChanges | null {
  return byHost(connections, (connection) => createRemoteChanges(connection, fetcher, now));
}

function notSignedIn(repository: string): Retryable {
  const where = splitRepository(repository).host ?? 'GitHub';
  return {
    kind: 'retryable',
    reason: `Nobody is signed in to ${where}, where this is going. Sign in under Services.`,
    offline: false,
  };
}

export function createGitHubClients(connections: Connections, fetcher: typeof fetch, now: () => number): GitHubClient {
  const of = byHost(connections, (connection) => createGitHubClient(connection, fetcher, now));
  const ask = async <T>(repository: string, asked: (client: GitHubClient) => Promise<T>): Promise<T | Retryable> => {
    const client = of(repository);
    return client === null ? notSignedIn(repository) : asked(client);
  };
  return {
    createIssue: (id, issue) => ask(issue.repository, (client) => client.createIssue(id, issue)),
    editIssue: (number, edit, track) => ask(edit.repository, (client) => client.editIssue(number, edit, track)),
    setProject: (number, place, track) => ask(place.repository, (client) => client.setProject(number, place, track)),
    putFiles: (put, track) => ask(put.repository, (client) => client.putFiles(put, track)),
    addComment: (id, number, comment) => ask(comment.repository, (client) => client.addComment(id, number, comment)),
    findComment: (id, repository, number) => ask(repository, (client) => client.findComment(id, repository, number)),
    findIssue: (id, repository, since, anew) =>
      ask(repository, (client) => client.findIssue(id, repository, since, anew)),
    findSameRecord: (id, repository, records) =>
      ask(repository, (client) => client.findSameRecord(id, repository, records)),
  };
}
