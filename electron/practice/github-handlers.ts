// What GitHub's REST API does with each request the desk makes, over the issues of practice.
import type { Context as AnyContext } from 'openapi-backend';
import { scopesOf } from './github-boards.ts';
import { getFile, putFile } from './github-files.ts';
import { type IssueWords, refusalOf, unprocessable } from './github-refusals.ts';
import {
  commentShape,
  issueShape,
  labelShape,
  milestoneShape,
  rateLimitShape,
  selfShape,
  userShape,
} from './github-shapes.ts';
import type { PlainAnswer, PlainRequest } from './http-messages.ts';
import { repositoryShape } from './repository-shape.ts';
import { MILESTONES, PRACTICE_LOGIN, type PracticeIssue, type PracticeWorld } from './state.ts';

export const NOT_FOUND_BODY = {
  message: 'Not Found',
  documentation_url: 'https://docs.github.com/rest',
  status: '404',
};
export const NOT_FOUND: PlainAnswer = { status: 404, body: NOT_FOUND_BODY };

export type Handler = (context: Context, request: PlainRequest) => PlainAnswer;
type Query = Readonly<Record<string, string | undefined>>;
type Context = AnyContext<IssueWords & { name?: string; color?: string }, AnyContext['request']['params'], Query>;
/** Handlers by GitHub's own names of the operations. */
export function githubHandlers(world: PracticeWorld): Readonly<Record<string, Handler>> {
  const inRepository =
    (handler: (repository: string, context: Context, request: PlainRequest) => PlainAnswer): Handler =>
    (context, request) => {
      const repository = `${context.request.params.owner}/${context.request.params.repo}`;
      return world.repositories.includes(repository) ? handler(repository, context, request) : NOT_FOUND;
    };
  const withIssue = (handler: (issue: PracticeIssue, context: Context, request: PlainRequest) => PlainAnswer) =>
    inRepository((repository, context, request) => {
      const number = Number(context.request.params.issue_number);
      const issue = world.issues().find((one) => one.repository === repository && one.number === number);
      return issue === undefined ? NOT_FOUND : handler(issue, context, request);
    });
  // As GitHub does: labels it does not know it leaves out, and says nothing; so too people who are added to an issue.
  const knownLabels = (names: readonly string[] = []) => names.filter((name) => world.labels.includes(name));
  const knownPeople = (logins: readonly string[] = []) => logins.filter((login) => world.people.includes(login));
  const bodyOf = ({ request }: Context) => request.requestBody;
  const without = (all: readonly string[], gone: readonly string[] = []) => all.filter((one) => !gone.includes(one));
  const together = (all: readonly string[], more: readonly string[]) => [...new Set([...all, ...more])];
  const labelsOf = (issue: PracticeIssue) => issue.labels.map((name) => labelShape(issue.repository, name));

  return {
    'users/get-authenticated': (_, { headers }) => ({
      status: 200,
      body: selfShape(),
      headers: { 'x-oauth-scopes': scopesOf(headers) },
    }),
    'rate-limit/get': () => ({ status: 200, body: rateLimitShape(world.now()) }),
    'repos/get': inRepository((repository) => ({ status: 200, body: repositoryShape(repository) })),
    'repos/get-content': inRepository((repository, context) => getFile(world, repository, context)),
    'repos/create-or-update-file-contents': inRepository((repository, context) => putFile(world, repository, context)),
    'issues/list-for-repo': inRepository((repository, { request }, plain) => {
      const found = findIssues(world, repository, request.query, plain.lagMs ?? 0);
      return pageOf(found.map(issueShape), request.query, plain);
    }),
    'issues/create': inRepository((repository, context) => {
      const words = bodyOf(context);
      const no = refusalOf(world, 'Issue', words);
      if (no !== null) return no;
      const { title = '', body = '', labels, assignees = [] } = words;
      // As GitHub does: without the right to push, labels and people are left out, and nothing is said.
      const more = world.mayPush
        ? { labels: knownLabels(labels), assignees: [...assignees] }
        : { labels: [], assignees: [] };
      const fields = { title: String(title), body, ...more };
      const made = issueShape(world.add(repository, fields));
      return { status: 201, body: made, headers: { location: made.url } };
    }),
    'issues/get': withIssue((issue) => ({ status: 200, body: issueShape(issue) })),
    'issues/update': withIssue((issue, context) => {
      const words = bodyOf(context);
      const no = refusalOf(world, 'Issue', words);
      if (no !== null) return no;
      const { title, body, state, milestone, labels, assignees } = words;
      const change = {
        ...(title !== undefined && { title }),
        ...(body !== undefined && { body }),
        ...(state !== undefined && { state }),
        ...(labels !== undefined && { labels: knownLabels(labels) }),
        ...(assignees !== undefined && { assignees: [...assignees] }),
        ...(milestone !== undefined && { milestone }),
      };
      return { status: 200, body: issueShape(world.change(issue, change)) };
    }),
    'issues/add-labels': withIssue((issue, context) => {
      world.change(issue, { labels: together(issue.labels, knownLabels(bodyOf(context).labels)) });
      return { status: 200, body: labelsOf(issue) };
    }),
    'issues/remove-label': withIssue((issue, { request }) => {
      const name = decodeURIComponent(String(request.params.name));
      if (!issue.labels.includes(name)) return NOT_FOUND;
      world.change(issue, { labels: without(issue.labels, [name]) });
      return { status: 200, body: labelsOf(issue) };
    }),
    'issues/add-assignees': withIssue((issue, context) => {
      const more = knownPeople(bodyOf(context).assignees);
      return { status: 201, body: issueShape(world.change(issue, { assignees: together(issue.assignees, more) })) };
    }),
    'issues/remove-assignees': withIssue((issue, context) => {
      const assignees = without(issue.assignees, bodyOf(context).assignees);
      return { status: 200, body: issueShape(world.change(issue, { assignees })) };
    }),
    'issues/list-comments': withIssue((issue, { request }, plain) => {
      const { since } = request.query;
      const found = issue.comments.filter((one) => since === undefined || updatedAt(one) >= since);
      return pageOf(
        found.map((one) => commentShape(issue, one)),
        request.query,
        plain,
      );
    }),
    'issues/list-comments-for-repo': inRepository((repository, { request }, plain) => {
      const { since } = request.query;
      const all = world
        .issues()
        .filter((issue) => issue.repository === repository)
        .flatMap((issue) => issue.comments.map((one) => ({ issue, one })))
        .filter(({ one }) => since === undefined || updatedAt(one) >= since)
        .sort((a, b) => updatedAt(a.one).localeCompare(updatedAt(b.one)) || a.one.id - b.one.id);
      return pageOf(
        all.map(({ issue, one }) => commentShape(issue, one)),
        request.query,
        plain,
      );
    }),
    'issues/create-comment': withIssue((issue, context) => {
      const { body = '' } = bodyOf(context);
      const no = refusalOf(world, 'IssueComment', { body });
      if (no !== null) return no;
      const one = world.comment(issue, PRACTICE_LOGIN, body);
      return { status: 201, body: commentShape(issue, one) };
    }),
    'issues/list-labels-for-repo': inRepository((repository, { request }, plain) =>
      pageOf(
        world.labels.map((name) => labelShape(repository, name)),
        request.query,
        plain,
      ),
    ),
    'issues/create-label': inRepository((repository, { request }) => {
      const { name = '', color } = request.requestBody;
      if (color !== undefined && !/^[\da-f]{6}$/i.test(color))
        return unprocessable([{ resource: 'Label', code: 'invalid', field: 'color' }]);
      if (world.labels.some((one) => one.toLowerCase() === name.toLowerCase()))
        return unprocessable([{ resource: 'Label', code: 'already_exists', field: 'name' }]);
      world.addLabel(name);
      const made = labelShape(repository, name);
      return { status: 201, body: made, headers: { location: made.url } };
    }),
    'issues/list-assignees': inRepository((_, { request }, plain) =>
      pageOf(world.people.map(userShape), request.query, plain),
    ),
    'issues/list-milestones': inRepository((repository, { request }, plain) =>
      pageOf(
        MILESTONES.map((_, index) => milestoneShape(repository, index + 1)),
        request.query,
        plain,
      ),
    ),
  };
}

const updatedAt = ({ editedAt, createdAt }: PracticeIssue['comments'][number]) => editedAt ?? createdAt;

/** One page, with the address of the next one, by which alone a client may go on. */
function pageOf(all: readonly unknown[], query: Query, { base, path }: PlainRequest): PlainAnswer {
  const size = Math.min(Number(query.per_page ?? '30'), 100);
  const page = Number(query.page ?? '1');
  const body = all.slice((page - 1) * size, page * size);
  if (page * size >= all.length) return { status: 200, body };
  const next = new URL(base + path);
  next.searchParams.set('page', String(page + 1));
  return { status: 200, body, headers: { link: `<${next.href}>; rel="next"` } };
}

function findIssues(world: PracticeWorld, repository: string, query: Query, lagMs: number): PracticeIssue[] {
  const { state = 'open', creator, since, labels = '', direction = 'desc', sort = 'created' } = query;
  const wanted = labels.split(',').filter((name) => name !== '');
  const shownUntil = new Date(world.now().getTime() - lagMs).toISOString();
  return world
    .issues()
    .filter((issue) => issue.repository === repository)
    .filter((issue) => lagMs === 0 || issue.createdAt < shownUntil)
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => creator === undefined || issue.creator === creator)
    .filter((issue) => since === undefined || issue.updatedAt >= since)
    .filter((issue) => wanted.every((name) => issue.labels.includes(name)))
    .sort((a, b) => {
      const byTime = sort === 'updated' ? a.updatedAt.localeCompare(b.updatedAt) : 0;
      return (byTime || a.number - b.number) * (direction === 'desc' ? -1 : 1);
    });
}
