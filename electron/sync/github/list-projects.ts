// GitHub Projects boards to choose from.
import { z } from 'zod';
import { LIST_BOARDS } from './documents.ts';
import { pageInfo, readGraphql, seen } from './graphql-answers.ts';
import type { GitHub } from './octokit.ts';

const boards = z.object({
  repositoryOwner: z
    .object({
      projectsV2: z
        .object({
          nodes: seen(
            z.object({
              number: z.number(),
              title: z.string(),
              field: z.object({ options: z.array(z.object({ name: z.string() })).optional() }).nullable(),
            }),
          ),
          pageInfo,
        })
        .optional(),
    })
    .nullable(),
});

export interface ProjectBoard {
  readonly number: number;
  readonly title: string;
  /** Names of its columns. */
  readonly statuses: readonly string[];
}

/**
 * The open boards of a person or an organization; null when there is no such owner.
 * @throws errors of GitHub or the network
 */
export async function listProjects(octokit: GitHub, owner: string): Promise<ProjectBoard[] | null> {
  const all: ProjectBoard[] = [];
  for (let after: string | null = null; ; ) {
    const answer: z.infer<typeof boards> = readGraphql(boards, await octokit.graphql(LIST_BOARDS, { owner, after }));
    const { repositoryOwner } = answer;
    if (repositoryOwner === null) return null;
    const { projectsV2 } = repositoryOwner;
    for (const { number, title, field: status } of projectsV2?.nodes ?? [])
      all.push({ number, title, statuses: (status?.options ?? []).map((option) => option.name) });
    if (projectsV2?.pageInfo.hasNextPage !== true) return all;
    after = projectsV2.pageInfo.endCursor;
  }
}
