// ZenHub as the outbox needs it: an issue's place on a board, its estimate, priority and epic. The current value is
// read before each write, so nothing ever has to be searched for.
import { z } from 'zod';
import type { MovePipelinePayload } from '../../core/domain/outbox.ts';
import { withoutHost } from '../../core/domain/repository-name.ts';
import { neverLeft, type Outcome } from '../outcome.ts';
import { wrongAddress } from '../sending-fetch.ts';
import { conflictAt, isInPlace, type PlaceField } from '../three-way.ts';
import type { Track } from '../track.ts';
import { type Ask, createAsk, rejected, Stop, type ZenHubConnection, type ZenHubPace } from './ask.ts';
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
  /** Puts the issue where the place says; what is already there is not sent, and what someone else moved stays. */
  place(issueNumber: number, place: MovePipelinePayload, track: Track): Promise<Outcome>;
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
      .object({ latestTransferTime: z.string().nullable(), pipeline: named, priority: named.nullable() })
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
    async place(issueNumber, place, track) {
      try {
        return await put(ask, issueNumber, place, track);
      } catch (error) {
        return track.end(describe(error));
      }
    },
  };
}

async function put(ask: Ask, issueNumber: number, place: MovePipelinePayload, track: Track): Promise<Outcome> {
  const held = await findBoard(ask, place);
  const where = { repositoryId: held.repositoryId, issueNumber, workspaceId: place.workspaceId };
  for (;;) {
    const { issueByInfo: issue } = await ask(FIND_ISSUE, where, found);
    const writes = writesTo(held, issue, issueNumber, place).filter(({ field }) => !track.isDone(field));
    const conflicts = writes.flatMap((write) => conflictAt(write, track.triedBefore(write.field)) ?? []);
    if (conflicts.length > 0) return { kind: 'conflict', conflicts };
    for (const write of writes) if (isInPlace(write)) track.pass(write.field);
    const next = writes.find((write) => !isInPlace(write));
    if (next === undefined) return { kind: 'arrived', note: null };
    const { field, has, version, document, variables, answer } = next;
    await track.take({ step: field, found: has, version }, () => ask(document, variables, answer));
  }
}

function describe(error: unknown): Outcome {
  if (error instanceof Stop) return error.outcome;
  const nowhere = wrongAddress(error);
  if (nowhere !== null) return nowhere;
  if (neverLeft(error))
    return { kind: 'retryable', reason: 'ZenHub cannot be reached. Waiting for the network.', offline: true };
  return { kind: 'indeterminate', reason: 'The connection to ZenHub broke.' };
}

async function findBoard(ask: Ask, { workspaceId, repository, epic }: MovePipelinePayload): Promise<Board> {
  const wanted = { workspaceId, epic: epic ?? null, withEpics: epic !== undefined };
  let after: string | null = null;
  for (;;) {
    const { workspace }: z.infer<typeof board> = await ask(FIND_BOARD, { ...wanted, after }, board);
    if (workspace === null)
      throw rejected('There is no such workspace in ZenHub, or the key has no access to it. Check the directory.');
    const held: Held = workspace.repositoriesConnection;
    const repo = held?.nodes.find(
      (node) => `${node.ownerName}/${node.name}`.toLowerCase() === withoutHost(repository).toLowerCase(),
    );
    if (repo !== undefined) return { ...workspace, repositoryId: repo.id };
    if (held?.pageInfo.hasNextPage !== true)
      throw rejected(`The ZenHub workspace does not contain ${repository}. Check the directory.`);
    after = held?.pageInfo.endCursor ?? null;
  }
}

/** One value to set: its current state, and how to set it. */
interface Write extends PlaceField {
  readonly document: string;
  readonly variables: object;
  /** ZenHub's response once it accepted the change. */
  readonly answer: z.ZodType;
}

const node = z.object({ id: z.string() });
const moved = z.object({ moveIssue: z.object({ issue: node }) });
const estimated = z.object({ setEstimate: z.object({ issue: node }) });
const prioritized = z.object({ setIssueInfoPriorities: z.object({ pipelineIssues: z.array(node) }) });
const unprioritized = z.object({ removeIssueInfoPriorities: z.object({ pipelineIssues: z.array(node) }) });
const inEpic = z.object({ addIssuesToZenhubEpics: z.object({ zenhubEpics: z.array(node) }) });

const inWords = (points: number | null | undefined) => (points == null ? points : String(points));

/** Everything requested. All names are looked up first, so that a wrong one stops everything rather than half of it. */
function writesTo(held: Board, issue: Issue, issueNumber: number, place: MovePipelinePayload): Write[] {
  const { workspaceId, pipeline, estimate, priority, epic, was } = place;
  const { repositoryId } = held;
  const idOf = (nodes: readonly { id: string; name: string }[], name: string, what: string) => {
    const found = nodes.find((one) => one.name === name);
    if (found === undefined) throw rejected(`The ZenHub workspace has no ${what} "${name}".`);
    return found.id;
  };
  const pipelineId = idOf(held.pipelinesConnection.nodes, pipeline, 'pipeline');
  const priorityId = priority == null ? null : idOf(held.prioritiesConnection.nodes, priority, 'priority');
  const epics = (held.zenhubEpics?.nodes ?? []).map(({ id, title }) => ({ id, name: title }));
  const epicId = epic === undefined ? null : idOf(epics, epic, 'epic');
  const card = issue.pipelineIssue;
  const writes: Write[] = [
    {
      field: 'pipeline',
      wanted: pipeline,
      has: card?.pipeline.name ?? null,
      was: was?.pipeline,
      version: card?.latestTransferTime ?? null,
      document: MOVE_ISSUE,
      variables: { issueId: issue.id, pipelineId },
      answer: moved,
    },
  ];
  // ZenHub does not say when these last changed.
  const version = null;
  if (estimate !== undefined)
    writes.push({
      field: 'estimate',
      wanted: inWords(estimate) ?? null,
      has: inWords(issue.estimate?.value) ?? null,
      was: inWords(was?.estimate),
      version,
      document: SET_ESTIMATE,
      variables: { issueId: issue.id, value: estimate },
      answer: estimated,
    });
  if (priority !== undefined)
    writes.push({
      field: 'priority',
      wanted: priority,
      has: card?.priority?.name ?? null,
      was: was?.priority,
      version,
      ...(priorityId === null
        ? { document: TAKE_PRIORITY_OFF, variables: { repositoryId, issueNumber, workspaceId }, answer: unprioritized }
        : { document: SET_PRIORITY, variables: { repositoryId, issueNumber, priorityId }, answer: prioritized }),
    });
  // An issue may be in many epics: it is added to this one as well.
  if (epic !== undefined)
    writes.push({
      field: 'epic',
      wanted: epic,
      has: issue.parentZenhubEpics.nodes.some(({ id }) => id === epicId) ? epic : null,
      was: undefined,
      version,
      document: ADD_TO_EPIC,
      variables: { issueId: issue.id, epicId },
      answer: inEpic,
    });
  return writes;
}
