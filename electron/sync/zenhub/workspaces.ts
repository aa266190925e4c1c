// The owner of a key, and the workspaces it may see, to choose a board from.
import { z } from 'zod';
import { createAsk, type ZenHubConnection } from './ask.ts';
import { LIST_WORKSPACES, WHO } from './documents.ts';

const named = z.object({ id: z.string(), name: z.string() });
const list = <T extends z.ZodType>(of: T) => z.object({ nodes: z.array(of) });
const organizations = list(
  z.object({ workspaces: list(named.extend({ pipelinesConnection: list(named) })).nullable() }),
).extend({ pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }) });
const answer = z.object({ viewer: z.object({ zenhubOrganizations: organizations }) });

export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly pipelines: readonly string[];
}

const who = z.object({ viewer: z.object({ name: z.string().nullable() }) });

/** The name of the key's owner. @throws Stop, or a network error */
export async function readViewer(
  connection: ZenHubConnection,
  fetcher: typeof fetch,
  now: () => number,
): Promise<string> {
  const { viewer } = await createAsk(connection, fetcher, now, { freeFrom: 0 })(WHO, {}, who);
  return viewer.name ?? 'someone without a name';
}

/** Every workspace the key may see with its pipelines. @throws Stop, or a network error */
export async function listWorkspaces(
  connection: ZenHubConnection,
  fetcher: typeof fetch,
  now: () => number,
): Promise<Workspace[]> {
  const ask = createAsk(connection, fetcher, now, { freeFrom: 0 });
  const all: Workspace[] = [];
  let after: string | null = null;
  for (;;) {
    const page: z.infer<typeof answer> = await ask(LIST_WORKSPACES, { after }, answer);
    const { nodes, pageInfo } = page.viewer.zenhubOrganizations;
    for (const { id, name, pipelinesConnection } of nodes.flatMap((one) => one.workspaces?.nodes ?? []))
      all.push({ id, name, pipelines: pipelinesConnection.nodes.map((pipeline) => pipeline.name) });
    if (!pageInfo.hasNextPage) return all;
    after = pageInfo.endCursor;
  }
}
