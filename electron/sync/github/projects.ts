// GitHub Projects: adds an issue to a board and sets its fields there, "Status" being the column. The current value is
// read before each write, so nothing ever has to be searched for.
import { z } from 'zod';
import type { SetProjectPayload, Tried } from '../../core/domain/outbox.ts';
import { type Outcome, rejected, retryInstant } from '../outcome.ts';
import { conflictAt, isInPlace, type PlaceField } from '../three-way.ts';
import type { Track } from '../track.ts';
import { ADD_TO_BOARD, FIND_PLACE, SET_FIELD } from './documents.ts';
import { describeGitHubError } from './errors.ts';
import { pageInfo, readGraphql, seen } from './graphql-answers.ts';
import { type GitHub, split } from './octokit.ts';

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
const placeAnswer = z.object({
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
                updatedAt: z.string(),
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
interface Item {
  readonly id: string;
  /** When its place last changed in any way. */
  readonly updatedAt: string;
  readonly values: readonly z.infer<typeof fieldValue>[];
}
interface BoardPlace {
  readonly projectId: string;
  readonly contentId: string;
  readonly fields: readonly Field[];
  /** Null while the issue is not on the board. */
  readonly item: Item | null;
}

/**
 * Puts an issue where `wanted` says, field by field, each read right before it is written. Values that are already set
 * are not sent, a wrong name stops everything rather than half of it, and what someone else set in the meantime is for
 * the lead to decide.
 */
export async function setProject(
  octokit: GitHub,
  issue: number,
  wanted: SetProjectPayload,
  { track, now }: { readonly track: Track; readonly now: () => number },
): Promise<Outcome> {
  try {
    for (;;) {
      const place = await findPlace(octokit, issue, wanted);
      if ('kind' in place) return place;
      const { projectId, contentId, fields } = place;
      const writes: FieldWrite[] = [];
      for (const [name, value] of Object.entries(wanted.fields)) {
        const write = writeTo(fields, name, value);
        if (typeof write === 'string') return rejected(write);
        writes.push(write);
      }
      const placesOn = (item: Item | null) =>
        writes
          .filter(({ field: name }) => !track.isDone(name))
          .map((write) => ({ write, place: placeOf(item, write, wanted.was?.[write.field]) }));
      const conflicts = placesOn(place.item).flatMap(
        ({ place }) => conflictAt(place, track.triedBefore(place.field)) ?? [],
      );
      if (conflicts.length > 0) return { kind: 'conflict', conflicts };
      const item = place.item ?? (await track.take(ADDING, () => addItem(octokit, projectId, contentId)));
      const places = placesOn(item);
      for (const { place } of places) if (isInPlace(place)) track.pass(place.field);
      const next = places.find(({ place }) => !isInPlace(place));
      if (next === undefined) return { kind: 'arrived', note: null };
      const { fieldId, value, field: step } = next.write;
      const { has: found, version } = next.place;
      const set = () => octokit.graphql(SET_FIELD, { projectId, itemId: item.id, fieldId, value });
      await track.take({ step, found, version }, async () => readGraphql(fieldSet, await set()));
    }
  } catch (error) {
    return track.end(describeGraphqlError(error, now()));
  }
}

/** The board with its fields and the issue's place on it; an outcome if there is none. */
async function findPlace(
  octokit: GitHub,
  issue: number,
  { owner, number, repository }: SetProjectPayload,
): Promise<BoardPlace | Outcome> {
  const { owner: repoOwner, repo } = split(repository);
  for (let after: string | null = null; ; ) {
    const asked = { owner, number, repoOwner, repo, issue, after };
    const answer: z.infer<typeof placeAnswer> = readGraphql(placeAnswer, await octokit.graphql(FIND_PLACE, asked));
    const project = answer.repositoryOwner?.projectV2;
    if (project == null) return rejected(`GitHub has no board ${number} of ${owner}, or the token may not see it.`);
    if (project.closed) return rejected(`Board ${number} of ${owner} is closed. Choose another in the directory.`);
    const content = answer.repository?.issue;
    if (content == null) return { kind: 'retryable', reason: 'GitHub does not show the ticket yet.', offline: false };
    const { nodes, pageInfo: page } = content.projectItems;
    const found = nodes.find((node) => node.project.id === project.id);
    if (found !== undefined || !page.hasNextPage)
      return {
        projectId: project.id,
        contentId: content.id,
        // An unknown kind of field cannot be set.
        fields: project.fields.nodes.flatMap((node) => field.safeParse(node).data ?? []),
        item: found === undefined ? null : { ...found, values: found.fieldValues.nodes },
      };
    after = page.endCursor;
  }
}

/** Adding what is already on the board does nothing. */
const ADDING: Tried = { step: 'onto the board', found: null, version: null };
const added = z.object({
  addProjectV2ItemById: z.object({ item: z.object({ id: z.string(), updatedAt: z.string() }) }),
});
const fieldSet = z.object({
  updateProjectV2ItemFieldValue: z.object({ projectV2Item: z.object({ id: z.string() }) }),
});

async function addItem(octokit: GitHub, projectId: string, contentId: string): Promise<Item> {
  const answer = readGraphql(added, await octokit.graphql(ADD_TO_BOARD, { projectId, contentId }));
  return { ...answer.addProjectV2ItemById.item, values: [] };
}

interface FieldWrite {
  /** Its name, as spelled in the directory. */
  readonly field: string;
  readonly fieldId: string;
  /** The value of the field once it is set. */
  readonly reads: string;
  readonly value: Readonly<Record<string, string | number>>;
}

/**
 * The update that sets a board field to a text from the directory; the reason, as a message, when that is impossible.
 */
function writeTo(fields: readonly Field[], name: string, words: string): FieldWrite | string {
  const one = fields.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (one === undefined) return `The board has no field "${name}". Check the directory.`;
  const write = (value: FieldWrite['value'], reads = words) => ({
    field: name,
    fieldId: one.id,
    reads,
    value,
  });
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

function placeOf(
  item: Item | null,
  { field: name, fieldId, reads }: FieldWrite,
  was: string | null | undefined,
): PlaceField {
  const value = item?.values.find((one) => one.field?.id === fieldId);
  const words = value?.name ?? value?.text ?? value?.number ?? value?.date ?? null;
  const has = words === null ? null : String(words);
  return { field: name, wanted: reads, has, was, version: item?.updatedAt ?? null };
}

const graphqlErrors = z.object({
  errors: z.array(z.object({ type: z.string().optional(), message: z.string().optional() })),
});
/** The throttling plugin throws limits with the errors nested one level deeper. */
const limitError = z.object({ data: graphqlErrors });

const headers = z.record(z.string(), z.union([z.string(), z.number()]));
const answered = z
  .object({ headers })
  .or(z.object({ response: z.object({ headers }) }).transform((one) => one.response));

/** GraphQL responds with 200 whatever is wrong; each error's `type` has the kind. */
function describeGraphqlError(error: unknown, now: number): Outcome {
  const { errors = [] } = graphqlErrors.safeParse(error).data ?? limitError.safeParse(error).data?.data ?? {};
  const types = new Set(errors.map((one) => one.type));
  if (types.size === 0) return describeGitHubError(error, now, 'edit');
  if (types.has('RATE_LIMIT') || types.has('RATE_LIMITED')) {
    const retryAt = retryInstant(answered.safeParse(error).data?.headers ?? {}, now);
    return {
      kind: 'retryable',
      reason: 'The rate limit of GitHub is reached. Waiting.',
      offline: false,
      limited: true,
      retryAt,
    };
  }
  if (types.has('INSUFFICIENT_SCOPES'))
    return rejected('The token may not change boards: it lacks the "project" scope. Sign in with one that has it.');
  if (types.has('NOT_FOUND')) return rejected('There is no such board at GitHub, or the token has no access to it.');
  if (types.has('FORBIDDEN')) return rejected('The token may not change this board.');
  const said = errors.flatMap(({ message = '' }) => (message === '' ? [] : [message])).join(' ');
  return rejected(`GitHub refused to change the board. ${said}`.trim());
}
