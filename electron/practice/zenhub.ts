// A stand-in for ZenHub's GraphQL API over the same issues. Every document is checked against ZenHub's schema, and as
// with the real one a refusal comes with status 200.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, graphql } from 'graphql';
import type { PlainAnswer, PlainRequest } from './github.ts';
import { PIPELINES, type PracticeIssue, type PracticeWorld, pipelineId } from './state.ts';

const gid = (type: string, key: string | number) => Buffer.from(`gid://raptor/${type}/${key}`).toString('base64');
const connection = <T>(nodes: readonly T[]) => ({
  nodes,
  totalCount: nodes.length,
  pageInfo: { hasNextPage: false, endCursor: null },
});

export function createZenHubStandIn(world: PracticeWorld, descriptions: string) {
  const schema = buildSchema(readFileSync(join(descriptions, 'zenhub.graphql'), 'utf8'));
  const pipelines = PIPELINES.map((name) => ({ id: pipelineId(name), name }));
  const repositoryShape = (full: string) => {
    const [ownerName = '', name = ''] = full.split('/');
    return { id: gid('Repository', full), name, ownerName };
  };
  const pipelineOf = (issue: PracticeIssue) => pipelines.find((one) => one.id === issue.pipelineId);
  const issueShape = (issue: PracticeIssue) => ({
    id: gid('Issue', issue.number),
    number: issue.number,
    title: issue.title,
    repository: repositoryShape(issue.repository),
    pipelineIssue: ({ workspaceId }: { workspaceId: string }) =>
      workspaceId === world.workspaceId
        ? { id: gid('PipelineIssue', issue.number), pipeline: pipelineOf(issue) }
        : null,
  });

  const rootValue = {
    viewer: { id: gid('ZenhubUser', 1), name: 'Tier 3 lead' },
    workspace: ({ id }: { id: string }) =>
      id === world.workspaceId
        ? {
            id,
            name: 'MHV',
            pipelinesConnection: connection(pipelines),
            repositoriesConnection: connection(world.repositories.map(repositoryShape)),
          }
        : null,
    issueByInfo: ({ repositoryId, issueNumber }: { repositoryId?: string; issueNumber: number }) => {
      const issue = world
        .issues()
        .find((one) => one.number === issueNumber && repositoryShape(one.repository).id === repositoryId);
      if (issue === undefined) throw new Error('Issue not found');
      return issueShape(issue);
    },
    moveIssue: ({ input }: { input: { issueId: string; pipelineId: string; clientMutationId?: string } }) => {
      const issue = world.issues().find((one) => gid('Issue', one.number) === input.issueId);
      const pipeline = pipelines.find((one) => one.id === input.pipelineId);
      if (issue === undefined || pipeline === undefined) throw new Error('Not found');
      world.change(issue, { pipelineId: pipeline.id });
      return { clientMutationId: input.clientMutationId ?? null, issue: issueShape(issue), pipeline };
    },
  };

  return async (request: PlainRequest): Promise<PlainAnswer> => {
    if (!/^bearer \S+/i.test(String(request.headers.authorization ?? '')))
      return { status: 401, body: { message: 'Unauthorized' } };
    const { query, variables } = (request.body ?? {}) as { query?: string; variables?: Record<string, unknown> };
    const result = await graphql({ schema, source: query ?? '', rootValue, variableValues: variables ?? {} });
    return { status: 200, body: result };
  };
}
