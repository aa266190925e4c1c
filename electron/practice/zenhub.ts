// A stand-in for ZenHub's GraphQL API over the same issues. Every document is checked against ZenHub's schema, and as
// with the real one a refusal comes with status 200. It counts the seconds it says it worked, as ZenHub does.
import { join } from 'node:path';
import { connection, createGraphqlStandIn, Refusal } from './graphql-stand-in.ts';
import type { PlainAnswer, PlainRequest } from './http-messages.ts';
import { EPICS, PIPELINES, PRIORITIES, type PracticeIssue, type PracticeWorld, pipelineId } from './state.ts';

const gid = (type: string, key: string | number) => Buffer.from(`gid://raptor/${type}/${key}`).toString('base64');
const named = (type: string, names: readonly string[]) => names.map((name) => ({ id: gid(type, name), name }));

/** Seconds of processing a minute, and what one document is said to take. */
const SECONDS_A_MINUTE = 90;
const SECONDS_EACH = 0.05;

type IssueInfo = { readonly repositoryId?: string; readonly issueNumber: number };

export function createZenHubStandIn(world: PracticeWorld, descriptions: string) {
  const answer = createGraphqlStandIn(join(descriptions, 'zenhub.graphql'));
  const pipelines = PIPELINES.map((name) => ({ id: pipelineId(name), name }));
  const priorities = named('Priority', PRIORITIES);
  const epics = EPICS.map((title) => ({ id: gid('ZenhubEpic', title), title }));
  const repositoryShape = (full: string) => {
    const [ownerName = '', name = ''] = full.split('/');
    return { id: gid('Repository', full), name, ownerName };
  };
  const find = <T>(all: readonly T[], is: (one: T) => boolean): T => {
    const found = all.find(is);
    if (found === undefined) throw new Refusal('NOT_FOUND', 'Not found');
    return found;
  };
  const byId = (id: string) => find(world.issues(), (one) => gid('Issue', one.id) === id);
  const byInfo = ({ repositoryId, issueNumber }: IssueInfo) =>
    find(world.issues(), (one) => one.number === issueNumber && repositoryShape(one.repository).id === repositoryId);
  const pipelineIssueShape = (issue: PracticeIssue) => ({
    id: gid('PipelineIssue', issue.id),
    pipeline: pipelines.find((one) => one.id === issue.pipelineId),
    priority: priorities.find((one) => one.name === issue.priority) ?? null,
    latestTransferTime: issue.transferredAt,
  });
  const issueShape = (issue: PracticeIssue) => ({
    id: gid('Issue', issue.id),
    number: issue.number,
    title: issue.title,
    repository: repositoryShape(issue.repository),
    estimate: issue.estimate === null ? null : { value: issue.estimate },
    parentZenhubEpics: connection(epics.filter((epic) => issue.epics.includes(epic.title))),
    pipelineIssue: ({ workspaceId }: { workspaceId: string }) =>
      workspaceId === world.workspaceId ? pipelineIssueShape(issue) : null,
  });
  const workspace = {
    id: world.workspaceId,
    name: 'MHV',
    pipelinesConnection: connection(pipelines),
    prioritiesConnection: connection(priorities),
    repositoriesConnection: () => connection(world.repositories.map(repositoryShape)),
    zenhubEpics: ({ query }: { query?: string | null }) =>
      connection(epics.filter((epic) => epic.title.toLowerCase().includes((query ?? '').toLowerCase()))),
  };
  const setPriority = (issues: readonly IssueInfo[], priority: string | null) => ({
    pipelineIssues: issues.map((info) => pipelineIssueShape(world.place(byInfo(info), { priority }))),
  });

  const roots = {
    viewer: {
      id: gid('ZenhubUser', 1),
      name: 'Tier 3 lead',
      zenhubOrganizations: connection([
        { id: gid('ZenhubOrganization', 1), name: 'VA', workspaces: connection([workspace]) },
      ]),
    },
    workspace: ({ id }: { id: string }) => (id === world.workspaceId ? workspace : null),
    issueByInfo: (info: IssueInfo) => issueShape(byInfo(info)),
    moveIssue({ input }: { input: { issueId: string; pipelineId: string } }) {
      const pipeline = find(pipelines, (one) => one.id === input.pipelineId);
      return { issue: issueShape(world.place(byId(input.issueId), { pipelineId: pipeline.id })), pipeline };
    },
    setEstimate: ({ input }: { input: { issueId: string; value?: number | null } }) => ({
      issue: issueShape(world.place(byId(input.issueId), { estimate: input.value ?? null })),
    }),
    setIssueInfoPriorities({ input }: { input: { priorityId: string; issues: readonly IssueInfo[] } }) {
      return setPriority(input.issues, find(priorities, (one) => one.id === input.priorityId).name);
    },
    removeIssueInfoPriorities: ({ input }: { input: { issues: readonly IssueInfo[] } }) =>
      setPriority(input.issues, null),
    addIssuesToZenhubEpics({ input }: { input: { issueIds: readonly string[]; zenhubEpicIds: readonly string[] } }) {
      const wanted = input.zenhubEpicIds.map((id) => find(epics, (epic) => epic.id === id));
      for (const issue of input.issueIds.map(byId)) {
        const all = new Set([...issue.epics, ...wanted.map((epic) => epic.title)]);
        world.place(issue, { epics: [...all] });
      }
      return { zenhubEpics: wanted };
    },
  };

  let worked = 0;
  return async (request: PlainRequest): Promise<PlainAnswer> => {
    if (!/^bearer \S+/i.test(String(request.headers.authorization ?? '')))
      return { status: 401, body: { message: 'Unauthorized' } };
    worked = (worked + SECONDS_EACH) % (SECONDS_A_MINUTE / 2);
    const headers = {
      'x-ratelimit-limit': String(SECONDS_A_MINUTE),
      'x-ratelimit-used': worked.toFixed(2),
      'x-ratelimit-remaining': (SECONDS_A_MINUTE - worked).toFixed(2),
    };
    return { ...(await answer(request, roots)), headers };
  };
}
