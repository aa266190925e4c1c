// What GitHub's GraphQL responses have in common.
import { z } from 'zod';
import { NotGitHubError } from './octokit.ts';

/** Entries of a list that the token may not see are null. */
export const seen = <T extends z.ZodType>(of: T) =>
  z.array(of.nullable()).transform((all) => all.filter((one) => one !== null));

export const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

/** A parsed response. @throws NotGitHubError for a shape that is not GitHub's */
export function readGraphql<T>(shape: z.ZodType<T>, answer: unknown): T {
  const parsed = shape.safeParse(answer);
  if (!parsed.success) throw new NotGitHubError();
  return parsed.data;
}
