// ZenHub as the outbox needs it: put an issue into a pipeline. Setting a place is repeatable, so nothing is ever looked for.
import { z } from 'zod';
import type { MovePipelinePayload } from '../../core/words/outbox.ts';
import { neverLeft, type Outcome, retryInstant } from '../outcome.ts';
import { FIND_BOARD, FIND_ISSUE, MOVE_ISSUE } from './documents.ts';

export interface ZenHubConnection {
  readonly url: string;
  readonly token: string;
}

export interface ZenHubClient {
  moveToPipeline(issueNumber: number, move: MovePipelinePayload): Promise<Outcome>;
}

const named = z.object({ id: z.string(), name: z.string() });
const board = z.object({
  workspace: z
    .object({
      pipelinesConnection: z.object({ nodes: z.array(named) }),
      repositoriesConnection: z.object({ nodes: z.array(named.extend({ ownerName: z.string() })) }).nullable(),
    })
    .nullable(),
});
const found = z.object({
  issueByInfo: z.object({
    id: z.string(),
    pipelineIssue: z.object({ pipeline: z.object({ id: z.string() }) }).nullable(),
  }),
});

/** Ends an attempt with an outcome that is already known. */
class Stop extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

const refused = (reason: string) => new Stop({ kind: 'refused', reason });
const later = (reason: string, retryAt?: number) =>
  new Stop({ kind: 'later', reason, offline: false, ...(retryAt !== undefined && { retryAt }) });

export function createZenHubClient(
  connection: ZenHubConnection,
  sendingFetch: typeof fetch,
  now: () => number,
): ZenHubClient {
  async function ask<T>(document: string, variables: object, answer: z.ZodType<T>): Promise<T> {
    const response = await sendingFetch(connection.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${connection.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: document, variables }),
    });
    if (response.status === 401) throw later('ZenHub does not accept the key. Enter it again.');
    if (response.status === 429)
      throw later(
        'ZenHub asks to wait; its limit is reached.',
        retryInstant(Object.fromEntries(response.headers), now()),
      );
    if (!response.ok) throw later(`ZenHub answered with an error (${response.status}).`);
    const reply = z.object({ data: z.unknown(), errors: z.array(z.unknown()).optional() }).parse(await response.json());
    // A status of 200 does not mean success.
    const parsed = reply.errors === undefined || reply.errors.length === 0 ? answer.safeParse(reply.data) : undefined;
    if (!parsed?.success) throw later('ZenHub does not show the ticket yet.');
    return parsed.data;
  }

  return {
    async moveToPipeline(issueNumber, { repository, workspaceId, pipeline }) {
      try {
        const { workspace } = await ask(FIND_BOARD, { workspaceId }, board);
        if (workspace === null)
          throw refused('ZenHub knows no such workspace, or the key may not see it. Check the directory.');
        const column = workspace.pipelinesConnection.nodes.find((node) => node.name === pipeline);
        if (column === undefined)
          throw refused(`The ZenHub workspace has no pipeline "${pipeline}". Check the directory.`);
        const repo = workspace.repositoriesConnection?.nodes.find(
          (node) => `${node.ownerName}/${node.name}`.toLowerCase() === repository.toLowerCase(),
        );
        if (repo === undefined) throw refused(`The ZenHub workspace does not hold ${repository}. Check the directory.`);
        const { issueByInfo: issue } = await ask(
          FIND_ISSUE,
          { repositoryId: repo.id, issueNumber, workspaceId },
          found,
        );
        if (issue.pipelineIssue?.pipeline.id !== column.id) {
          await ask(
            MOVE_ISSUE,
            { issueId: issue.id, pipelineId: column.id },
            z.object({ moveIssue: z.object({ pipeline: named }) }),
          );
        }
        return { kind: 'arrived', note: null };
      } catch (error) {
        if (error instanceof Stop) return error.outcome;
        if (neverLeft(error))
          return { kind: 'later', reason: 'ZenHub cannot be reached; waiting for the network.', offline: true };
        return { kind: 'ambiguous', reason: 'The connection to ZenHub broke.' };
      }
    },
  };
}
