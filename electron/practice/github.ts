// A stand-in for GitHub's REST API: keeps real issues, and checks every request and every answer of its own against
// GitHub's published description.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, type Document, OpenAPIBackend } from 'openapi-backend';
import { commentShape, issueShape, labelShape, selfShape, userShape } from './github-shapes.ts';
import { PRACTICE_LOGIN, type PracticeIssue, type PracticeWorld } from './state.ts';

export interface PlainRequest {
  readonly method: string;
  /** Below the stand-in's own address, with the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

export interface PlainAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const NOT_FOUND: PlainAnswer = {
  status: 404,
  body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' },
};
/** Makes the stand-in. `descriptions` is the folder with GitHub's description. */
export function createGitHubStandIn(world: PracticeWorld, descriptions: string) {
  const definition = JSON.parse(readFileSync(join(descriptions, 'github.openapi.json'), 'utf8')) as Document;
  const api = new OpenAPIBackend({
    definition,
    quick: true,
    strict: false,
    ajvOpts: {
      strict: false,
      formats: { 'date-time': true, uri: true, email: true, 'uri-template': true, int64: true },
    },
  });

  type Handler = (context: Context) => PlainAnswer;
  const repositoryOf = ({ request }: Context) => `${request.params.owner}/${request.params.repo}`;
  const inRepository =
    (handler: (repository: string, context: Context) => PlainAnswer): Handler =>
    (context) => {
      const repository = repositoryOf(context);
      return world.repositories.includes(repository) ? handler(repository, context) : NOT_FOUND;
    };
  const withIssue = (handler: (issue: PracticeIssue, context: Context) => PlainAnswer): Handler =>
    inRepository((repository, context) => {
      const issue = world
        .issues()
        .find((one) => one.repository === repository && one.number === Number(context.request.params.issue_number));
      return issue === undefined ? NOT_FOUND : handler(issue, context);
    });

  const handlers: Record<string, Handler> = {
    'users/get-authenticated': () => ({ status: 200, body: selfShape() }),
    'issues/list-for-repo': inRepository((repository, { request }) => listIssues(world, repository, request.query)),
    'issues/create': inRepository((repository, { request }) => {
      const { title, body, labels, assignees } = request.requestBody as {
        title: string;
        body?: string;
        labels?: string[];
        assignees?: string[];
      };
      // As GitHub does: what it does not know it leaves out, and says nothing.
      const issue = world.add(repository, {
        title: String(title),
        body: body ?? '',
        labels: (labels ?? []).filter((name) => world.labels.includes(name)),
        assignees: (assignees ?? []).filter((login) => world.people.includes(login)),
      });
      return { status: 201, body: issueShape(issue), headers: { location: issueShape(issue).url } };
    }),
    'issues/get': withIssue((issue) => ({ status: 200, body: issueShape(issue) })),
    'issues/update': withIssue((issue, { request }) => {
      const { title, body, state } = request.requestBody as Partial<Pick<PracticeIssue, 'title' | 'body' | 'state'>>;
      const change = {
        ...(title !== undefined && { title }),
        ...(body !== undefined && { body }),
        ...(state !== undefined && { state }),
      };
      return { status: 200, body: issueShape(world.change(issue, change)) };
    }),
    'issues/list-comments': withIssue((issue, { request }) => {
      const { since, per_page = '30', page = '1' } = request.query as Record<string, string | undefined>;
      const start = (Number(page) - 1) * Number(per_page);
      const matching = issue.comments.filter((one) => since === undefined || one.createdAt >= since);
      return {
        status: 200,
        body: matching.slice(start, start + Number(per_page)).map((one) => commentShape(issue, one)),
      };
    }),
    'issues/list-comments-for-repo': inRepository((repository, { request }) => {
      const { since, per_page = '30', page = '1' } = request.query as Record<string, string | undefined>;
      const start = (Number(page) - 1) * Number(per_page);
      const all = world
        .issues()
        .filter((issue) => issue.repository === repository)
        .flatMap((issue) => issue.comments.map((one) => ({ issue, one })))
        .filter(({ one }) => since === undefined || one.createdAt >= since)
        .sort((a, b) => a.one.createdAt.localeCompare(b.one.createdAt) || a.one.id - b.one.id);
      return {
        status: 200,
        body: all.slice(start, start + Number(per_page)).map(({ issue, one }) => commentShape(issue, one)),
      };
    }),
    'issues/create-comment': withIssue((issue, { request }) => {
      const { body } = request.requestBody as { body: string };
      const one = world.comment(issue, PRACTICE_LOGIN, body);
      return { status: 201, body: commentShape(issue, one) };
    }),
    'issues/list-labels-for-repo': inRepository((repository) => ({
      status: 200,
      body: world.labels.map((name) => labelShape(repository, name)),
    })),
    'issues/list-assignees': inRepository(() => ({ status: 200, body: world.people.map(userShape) })),
  };
  for (const [operation, handler] of Object.entries(handlers))
    api.register(operation, (context: Context) => handler(context));
  api.register('notFound', () => NOT_FOUND);
  api.register('notImplemented', () => NOT_FOUND);
  api.register(
    'validationFail',
    (context: Context): PlainAnswer => ({
      status: 422,
      body: {
        message: 'Validation Failed',
        documentation_url: 'https://docs.github.com/rest',
        errors: context.validation.errors,
      },
    }),
  );
  api.register('postResponseHandler', (context: Context): PlainAnswer => {
    const answer = context.response as PlainAnswer;
    if (answer.status >= 400 || context.operation === undefined) return answer;
    const check = api.validateResponse(answer.body, context.operation, answer.status);
    if (check.errors)
      return { status: 500, body: { message: 'The stand-in answered against the description', errors: check.errors } };
    return context.request.method === 'get' ? withTag(answer, context.request.headers['if-none-match']) : answer;
  });

  return async (request: PlainRequest): Promise<PlainAnswer> => {
    const authorized = String(request.headers.authorization ?? '').match(/^(?:token|bearer) \S+/i);
    if (!authorized)
      return {
        status: 401,
        body: { message: 'Requires authentication', documentation_url: 'https://docs.github.com/rest', status: '401' },
      };
    const { method, path, headers, body } = request;
    return api.handleRequest({ method, path, headers: { ...headers } as Record<string, string | string[]>, body });
  };
}

/** As GitHub does: an answer that is still the same is not sent again. */
function withTag(answer: PlainAnswer, known: string | string[] | undefined): PlainAnswer {
  const etag = `W/"${createHash('sha256').update(JSON.stringify(answer.body)).digest('hex')}"`;
  if (known === etag) return { status: 304, body: null, headers: { etag } };
  return { ...answer, headers: { ...answer.headers, etag } };
}

function listIssues(world: PracticeWorld, repository: string, query: Context['request']['query']): PlainAnswer {
  const {
    state = 'open',
    creator,
    since,
    per_page = '30',
    page = '1',
    direction = 'desc',
    sort = 'created',
  } = query as Record<string, string | undefined>;
  const size = Math.min(Number(per_page), 100);
  const matching = world
    .issues()
    .filter((issue) => issue.repository === repository)
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => creator === undefined || issue.creator === creator)
    .filter((issue) => since === undefined || issue.updatedAt >= since)
    .sort((a, b) => {
      const byTime = sort === 'updated' ? a.updatedAt.localeCompare(b.updatedAt) : 0;
      return (byTime || a.number - b.number) * (direction === 'desc' ? -1 : 1);
    });
  const start = (Number(page) - 1) * size;
  return { status: 200, body: matching.slice(start, start + size).map(issueShape) };
}
