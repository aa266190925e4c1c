// A stand-in for GitHub's REST API: keeps real issues, and checks every request and every answer of its own against
// GitHub's published description.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, type Document, OpenAPIBackend } from 'openapi-backend';
import type { DeviceDesk } from './device.ts';
import { createBoardsStandIn } from './github-boards.ts';
import { githubHandlers, NOT_FOUND } from './github-handlers.ts';
import type { PlainAnswer, PlainRequest } from './http-messages.ts';
import type { Moves } from './moves.ts';
import type { PracticeWorld } from './state.ts';

const HOURLY = 5_000;

/** Makes the stand-in. `descriptions` is the folder with GitHub's descriptions. */
export function createGitHubStandIn(world: PracticeWorld, moves: Moves, device: DeviceDesk, descriptions: string) {
  const definition: Document = JSON.parse(readFileSync(join(descriptions, 'github.openapi.json'), 'utf8'));
  const api = new OpenAPIBackend({
    definition,
    quick: true,
    strict: false,
    ajvOpts: {
      strict: false,
      formats: { 'date-time': true, uri: true, email: true, 'uri-template': true, int64: true },
    },
  });
  for (const [operation, handler] of Object.entries(githubHandlers(world)))
    api.register(operation, (context: Context, request: PlainRequest) => handler(context, request));
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
  api.register('postResponseHandler', (context: Context, request: PlainRequest): PlainAnswer => {
    const answer: PlainAnswer = context.response;
    if (answer.status >= 400 || context.operation === undefined) return answer;
    const check = api.validateResponse(answer.body, context.operation, answer.status);
    if (check.errors)
      return { status: 500, body: { message: 'The stand-in answered against the description', errors: check.errors } };
    return context.request.method === 'get' ? withTag(answer, request) : answer;
  });

  const boards = createBoardsStandIn(world, descriptions);

  let used = 0;
  return async (request: PlainRequest): Promise<PlainAnswer> => {
    const signingIn = device.answer(request);
    if (signingIn !== null) return atHost(signingIn, world);
    const authorized = String(request.headers.authorization ?? '').match(/^(?:token|bearer) \S+/i);
    if (!authorized)
      return {
        status: 401,
        body: { message: 'Requires authentication', documentation_url: 'https://docs.github.com/rest', status: '401' },
      };
    const { method, path, headers, body } = request;
    const plain = { method, path, headers: { ...headers } as Record<string, string | string[]>, body };
    const answer: PlainAnswer =
      path === '/graphql'
        ? await boards(request)
        : (moves.answer(request) ?? (await api.handleRequest(plain, request)));
    if (answer.status !== 304) used += 1;
    const limits = {
      date: world.now().toUTCString(),
      'x-ratelimit-limit': `${HOURLY}`,
      'x-ratelimit-remaining': `${Math.max(0, HOURLY - (used % HOURLY))}`,
      'x-ratelimit-reset': `${Math.floor(world.now().getTime() / 1000) + 3600}`,
    };
    return atHost({ ...answer, headers: { ...limits, ...answer.headers } }, world);
  };
}

/** Of one answer of github.com, what the same says elsewhere: only the addresses differ. */
function atHost(answer: PlainAnswer, { host }: PracticeWorld): PlainAnswer {
  if (host === null) return answer;
  const words = JSON.stringify(answer.body)
    .replaceAll('https://api.github.com', host.api)
    .replaceAll('https://github.com', host.web);
  return { ...answer, body: JSON.parse(words) };
}

/** As GitHub does: an answer that is still the same is not sent again. */
function withTag(answer: PlainAnswer, { headers, stale }: PlainRequest): PlainAnswer {
  const known = headers['if-none-match'];
  const etag = `W/"${createHash('sha256').update(JSON.stringify(answer.body)).digest('hex')}"`;
  if (known === etag || (stale === true && known !== undefined))
    return { status: 304, body: null, headers: { etag: String(known) } };
  return { ...answer, headers: { ...answer.headers, etag } };
}
