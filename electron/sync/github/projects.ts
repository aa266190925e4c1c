// GitHub's boards (Projects): takes an issue onto one and sets its fields there, "Status" being the column. Setting is
// repeatable, so nothing is ever looked for.
import { z } from 'zod';
import type { SetProjectPayload } from '../../core/words/outbox.ts';
import { type Outcome, retryInstant } from '../outcome.ts';
import { ADD_TO_BOARD, FIND_PLACE, LIST_BOARDS, SET_FIELD } from './documents.ts';
import { describeGitHubError } from './errors.ts';
import { type GitHub, split } from './octokit.ts';

/** What the token may not see stands in a list as null. */
const seen = <T extends z.ZodType>(of: T) =>
  z.array(of.nullable()).transform((all) => all.filter((one) => one !== null));
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
const field = z.object({
  id: z.string(),
  name: z.string(),
  dataType: z.string(),
  options: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
});
type Field = z.infer<typeof field>;
const fieldValue = z.object({
  field: z.object({ id: z.string() }).optional(),
  name: z.string().nullish(),
  text: z.string().nullish(),
  number: z.number().nullish(),
  date: z.string().nullish(),
});
const place = z.object({
  repositoryOwner: z
    .object({
      projectV2: z
        .object({ id: z.string(), closed: z.boolean(), fields: z.object({ nodes: z.array(z.unknown()) }) })
        .nullish(),
    })
    .nullable(),
  repository: z
    .object({
      issue: z
        .object({
          id: z.string(),
          projectItems: z.object({
            nodes: seen(
              z.object({
                id: z.string(),
                project: z.object({ id: z.string() }),
                fieldValues: z.object({ nodes: seen(fieldValue) }),
              }),
            ),
            pageInfo,
          }),
        })
        .nullable(),
    })
    .nullable(),
});
type Item = { readonly id: string; readonly values: readonly z.infer<typeof fieldValue>[] };

const refused = (reason: string): Outcome => ({ kind: 'refused', reason });

/** Puts an issue where `wanted` says. What is there already is not sent; a wrong name stops everything and not half of it. */
export async function setProject(
  octokit: GitHub,
  issue: number,
  wanted: SetProjectPayload,
  now: () => number,
): Promise<Outcome> {
  const { owner, number, repository, fields } = wanted;
  const { owner: repoOwner, repo } = split(repository);
  try {
    let item: Item | null = null;
    let held: { projectId: string; contentId: string; fields: readonly Field[] } | null = null;
    for (let after: string | null = null; ; ) {
      const answer = place.parse(await octokit.graphql(FIND_PLACE, { owner, number, repoOwner, repo, issue, after }));
      const project = answer.repositoryOwner?.projectV2;
      if (project == null) return refused(`GitHub has no board ${number} of ${owner}, or the token may not see it.`);
      if (project.closed) return refused(`Board ${number} of ${owner} is closed. Choose another one in the directory.`);
      const content = answer.repository?.issue;
      if (content == null) return { kind: 'later', reason: 'GitHub does not show the ticket yet.', offline: false };
      const own = project.fields.nodes.flatMap((node) => field.safeParse(node).data ?? []);
      held = { projectId: project.id, contentId: content.id, fields: own };
      const found = content.projectItems.nodes.find((node) => node.project.id === project.id);
      if (found !== undefined) item = { id: found.id, values: found.fieldValues.nodes };
      if (item !== null || !content.projectItems.pageInfo.hasNextPage) break;
      after = content.projectItems.pageInfo.endCursor;
    }
    const { projectId, contentId } = held;
    const values = Object.entries(fields).map(([name, value]) => writeTo(held.fields, name, value));
    const wrong = values.find((value) => typeof value === 'string');
    if (wrong !== undefined) return refused(wrong);
    const itemId = item?.id ?? (await addItem(octokit, projectId, contentId));
    for (const one of values) {
      if (typeof one === 'string' || hasValue(item, one)) continue;
      await octokit.graphql(SET_FIELD, { projectId, itemId, fieldId: one.fieldId, value: one.value });
    }
    return { kind: 'arrived', note: null };
  } catch (error) {
    return describeGraphqlError(error, now());
  }
}

const added = z.object({ addProjectV2ItemById: z.object({ item: z.object({ id: z.string() }) }) });

async function addItem(octokit: GitHub, projectId: string, contentId: string): Promise<string> {
  const answer = added.parse(await octokit.graphql(ADD_TO_BOARD, { projectId, contentId }));
  return answer.addProjectV2ItemById.item.id;
}

interface FieldWrite {
  readonly fieldId: string;
  /** What stands there when it is set already. */
  readonly reads: string;
  readonly value: Readonly<Record<string, string | number>>;
}

/** What sets a field of the board to words of the directory; the reason in words when it cannot. */
function writeTo(fields: readonly Field[], name: string, words: string): FieldWrite | string {
  const one = fields.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (one === undefined) return `The board has no field "${name}". Check the directory.`;
  const write = (value: FieldWrite['value'], reads = words) => ({ fieldId: one.id, reads, value });
  switch (one.dataType) {
    case 'SINGLE_SELECT': {
      const option = one.options?.find((each) => each.name.toLowerCase() === words.toLowerCase());
      if (option === undefined) return `The board's field "${name}" has no "${words}". Check the directory.`;
      return write({ singleSelectOptionId: option.id }, option.name);
    }
    case 'NUMBER':
      return Number.isFinite(Number(words)) && words.trim() !== ''
        ? write({ number: Number(words) }, String(Number(words)))
        : `The board's field "${name}" takes a number, not "${words}".`;
    case 'DATE':
      return /^\d{4}-\d{2}-\d{2}$/.test(words)
        ? write({ date: words })
        : `The board's field "${name}" takes a date like 2026-11-30.`;
    case 'TEXT':
      return write({ text: words });
    default:
      return `The desk cannot set the board's field "${name}".`;
  }
}

function hasValue(item: Item | null, { fieldId, reads }: FieldWrite): boolean {
  const value = item?.values.find((one) => one.field?.id === fieldId);
  return value !== undefined && String(value.name ?? value.text ?? value.number ?? value.date) === reads;
}

const graphqlErrors = z.object({
  errors: z.array(z.object({ type: z.string().optional(), message: z.string().optional() })),
});
/** A limit is thrown by the plugin that spaces requests, which puts the errors one level further down. */
const limitError = z.object({ data: graphqlErrors });

const headers = z.record(z.string(), z.union([z.string(), z.number()]));
const answered = z
  .object({ headers })
  .or(z.object({ response: z.object({ headers }) }).transform((one) => one.response));

/** GraphQL answers with 200 whatever is wrong; the kind of error stands in each error's `type`. */
function describeGraphqlError(error: unknown, now: number): Outcome {
  const { errors = [] } = graphqlErrors.safeParse(error).data ?? limitError.safeParse(error).data?.data ?? {};
  const types = new Set(errors.map((one) => one.type));
  if (types.size === 0) return describeGitHubError(error, now, 'edit');
  if (types.has('RATE_LIMIT') || types.has('RATE_LIMITED')) {
    const retryAt = retryInstant(answered.safeParse(error).data?.headers ?? {}, now);
    return {
      kind: 'later',
      reason: 'GitHub asks to wait; its limit is reached.',
      offline: false,
      limited: true,
      retryAt,
    };
  }
  if (types.has('INSUFFICIENT_SCOPES'))
    return refused('The token may not change boards: it lacks the right "project". Sign in with one that has it.');
  if (types.has('NOT_FOUND')) return refused('GitHub has no such board, or the token may not see it.');
  if (types.has('FORBIDDEN')) return refused('The token may not change this board.');
  const said = errors.flatMap(({ message = '' }) => (message === '' ? [] : [message])).join(' ');
  return refused(`GitHub refused the change of the board. ${said}`.trim());
}

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

/** The open boards of a person or an organisation; null when there is no such owner. @throws what GitHub or the network threw */
export async function listProjects(octokit: GitHub, owner: string): Promise<ProjectBoard[] | null> {
  const all: ProjectBoard[] = [];
  for (let after: string | null = null; ; ) {
    const { repositoryOwner }: z.infer<typeof boards> = boards.parse(
      await octokit.graphql(LIST_BOARDS, { owner, after }),
    );
    if (repositoryOwner === null) return null;
    const { projectsV2 } = repositoryOwner;
    for (const { number, title, field: status } of projectsV2?.nodes ?? [])
      all.push({ number, title, statuses: (status?.options ?? []).map((option) => option.name) });
    if (projectsV2?.pageInfo.hasNextPage !== true) return all;
    after = projectsV2.pageInfo.endCursor;
  }
}
