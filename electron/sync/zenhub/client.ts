// ZenHub as the outbox needs it: an issue's place on a board, its estimate, priority and epic. Setting them is repeatable, so
// nothing is ever looked for.
import { z } from 'zod';
import type { MovePipelinePayload } from '../../core/words/outbox.ts';
import { neverLeft, type Outcome } from '../outcome.ts';
import { wrongAddress } from '../sending-fetch.ts';
import { type Ask, createAsk, refused, Stop, type ZenHubConnection, type ZenHubPace } from './ask.ts';
import {
  ADD_TO_EPIC,
  FIND_BOARD,
  FIND_ISSUE,
  MOVE_ISSUE,
  SET_ESTIMATE,
  SET_PRIORITY,
  TAKE_PRIORITY_OFF,
} from './documents.ts';

export interface ZenHubClient {
  /** Puts the issue where the place says; what is there already is not sent. */
  place(issueNumber: number, place: MovePipelinePayload): Promise<Outcome>;
}

const list = <T extends z.ZodType>(of: T) => z.object({ nodes: z.array(of) });
const page = <T extends z.ZodType>(of: T) =>
  list(of).extend({ pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }) });
const named = z.object({ id: z.string(), name: z.string() });
const board = z.object({
  workspace: z
    .object({
      pipelinesConnection: list(named),
      prioritiesConnection: list(named),
      zenhubEpics: list(z.object({ id: z.string(), title: z.string() })).nullish(),
      repositoriesConnection: page(named.extend({ ownerName: z.string() })).nullable(),
    })
    .nullable(),
});
const found = z.object({
  issueByInfo: z.object({
    id: z.string(),
    estimate: z.object({ value: z.number() }).nullable(),
    parentZenhubEpics: list(z.object({ id: z.string() })),
    pipelineIssue: z
      .object({ pipeline: z.object({ id: z.string() }), priority: z.object({ id: z.string() }).nullable() })
      .nullable(),
  }),
});
type Board = NonNullable<z.infer<typeof board>['workspace']> & { readonly repositoryId: string };
type Held = NonNullable<z.infer<typeof board>['workspace']>['repositoriesConnection'];
type Issue = z.infer<typeof found>['issueByInfo'];

export function createZenHubClient(
  connection: ZenHubConnection,
  sendingFetch: typeof fetch,
  now: () => number,
  pace: ZenHubPace = { freeFrom: 0 },
): ZenHubClient {
  const ask = createAsk(connection, sendingFetch, now, pace);
  return {
    async place(issueNumber, place) {
      try {
        const held = await findBoard(ask, place);
        const where = { repositoryId: held.repositoryId, issueNumber, workspaceId: place.workspaceId };
        const { issueByInfo: issue } = await ask(FIND_ISSUE, where, found);
        for (const [document, variables] of steps(held, issue, issueNumber, place))
          await ask(document, variables, z.object({}));
        return { kind: 'arrived', note: null };
      } catch (error) {
        if (error instanceof Stop) return error.outcome;
        const nowhere = wrongAddress(error);
        if (nowhere !== null) return nowhere;
        if (neverLeft(error))
          return { kind: 'later', reason: 'ZenHub cannot be reached; waiting for the network.', offline: true };
        return { kind: 'ambiguous', reason: 'The connection to ZenHub broke.' };
      }
    },
  };
}

async function findBoard(ask: Ask, { workspaceId, repository, epic }: MovePipelinePayload): Promise<Board> {
  const wanted = { workspaceId, epic: epic ?? null, withEpics: epic !== undefined };
  let after: string | null = null;
  for (;;) {
    const { workspace }: z.infer<typeof board> = await ask(FIND_BOARD, { ...wanted, after }, board);
    if (workspace === null)
      throw refused('ZenHub knows no such workspace, or the key may not see it. Check the directory.');
    const held: Held = workspace.repositoriesConnection;
    const repo = held?.nodes.find(
      (node) => `${node.ownerName}/${node.name}`.toLowerCase() === repository.toLowerCase(),
    );
    if (repo !== undefined) return { ...workspace, repositoryId: repo.id };
    if (held?.pageInfo.hasNextPage !== true)
      throw refused(`The ZenHub workspace does not hold ${repository}. Check the directory.`);
    after = held?.pageInfo.endCursor ?? null;
  }
}

/** What is still to be sent. Names are all looked up first, so that a wrong one stops everything and not half of it. */
function steps(
  held: Board,
  issue: Issue,
  issueNumber: number,
  place: MovePipelinePayload,
): [document: string, variables: object][] {
  const { workspaceId, pipeline, estimate, priority, epic } = place;
  const { repositoryId } = held;
  const idOf = (nodes: readonly { id: string; name: string }[], name: string, what: string) => {
    const node = nodes.find((one) => one.name === name);
    if (node === undefined) throw refused(`The ZenHub workspace has no ${what} "${name}".`);
    return node.id;
  };
  const pipelineId = idOf(held.pipelinesConnection.nodes, pipeline, 'pipeline');
  const priorityId = priority == null ? null : idOf(held.prioritiesConnection.nodes, priority, 'priority');
  const epics = (held.zenhubEpics?.nodes ?? []).map(({ id, title }) => ({ id, name: title }));
  const epicId = epic === undefined ? null : idOf(epics, epic, 'epic');
  const todo: [string, object][] = [];
  if (issue.pipelineIssue?.pipeline.id !== pipelineId) todo.push([MOVE_ISSUE, { issueId: issue.id, pipelineId }]);
  if (estimate !== undefined && estimate !== (issue.estimate?.value ?? null))
    todo.push([SET_ESTIMATE, { issueId: issue.id, value: estimate }]);
  const current = issue.pipelineIssue?.priority?.id ?? null;
  if (priorityId !== null && priorityId !== current)
    todo.push([SET_PRIORITY, { repositoryId, issueNumber, priorityId }]);
  if (priority === null && current !== null) todo.push([TAKE_PRIORITY_OFF, { repositoryId, issueNumber, workspaceId }]);
  if (epicId !== null && !issue.parentZenhubEpics.nodes.some((node) => node.id === epicId))
    todo.push([ADD_TO_EPIC, { issueId: issue.id, epicId }]);
  return todo;
}
