// What GitHub's GraphQL answers have in common.
import { z } from 'zod';
import { NotGitHubError } from './octokit.ts';

/** What the token may not see stands in a list as null. */
export const seen = <T extends z.ZodType>(of: T) =>
  z.array(of.nullable()).transform((all) => all.filter((one) => one !== null));

export const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

/** An answer, parsed. @throws NotGitHubError for another shape than GitHub's */
export function readGraphql<T>(shape: z.ZodType<T>, answer: unknown): T {
  const parsed = shape.safeParse(answer);
  if (!parsed.success) throw new NotGitHubError();
  return parsed.data;
}
