// What GitHub's responses must contain before they count. A success status proves nothing on its own: a response may be
// truncated, or come from something in between.
import { z } from 'zod';
import { NotGitHubError } from './octokit.ts';

const user = z.object({ login: z.string().min(1) });

export const userAnswer = user;

export const issueAnswer = z.object({
  number: z.int().positive(),
  html_url: z.url(),
  repository_url: z.url(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.string(),
  labels: z.array(z.union([z.string(), z.object({ name: z.string().optional() })])),
  assignees: z.array(user).nullish(),
  milestone: z.object({ number: z.int(), title: z.string() }).nullable(),
  user: user.nullable(),
  comments: z.int().min(0),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  closed_at: z.iso.datetime().nullish(),
  pull_request: z.unknown().optional(),
});
export type IssueAnswer = z.infer<typeof issueAnswer>;

export const commentAnswer = z.object({
  id: z.int().positive(),
  html_url: z.url(),
  issue_url: z.url(),
  body: z.string().nullish(),
  user: user.nullable(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  /** The author's relation to the repository; an unknown value counts as none. */
  author_association: z.string().nullish(),
});

export const issueList = z.array(issueAnswer);
export const commentList = z.array(commentAnswer);
export const labelList = z.array(z.object({ name: z.string() }));
/** One file, and no folder or link. */
export const fileAnswer = z.object({ type: z.literal('file'), sha: z.string().min(1) });
export const putAnswer = z.object({ content: z.object({ path: z.string(), sha: z.string().min(1) }) });
export const repositoryAnswer = z.object({ full_name: z.string().regex(/^[^/]+\/[^/]+$/) });

interface Answer {
  readonly status: number;
  readonly data: unknown;
}

/** The parsed response. @throws NotGitHubError for another status, or a shape that is not GitHub's */
export function readAnswer<T>({ status, data }: Answer, wanted: number, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(data);
  if (status !== wanted || !parsed.success) throw new NotGitHubError();
  return parsed.data;
}
