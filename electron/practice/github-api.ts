// GitHub's published description at work: which operation a request means, whether the request fits, and whether the
// stand-in's own answer does.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Context, type Document, OpenAPIBackend } from 'openapi-backend';
import { z } from 'zod';
import { type Handler, NOT_FOUND } from './github-handlers.ts';
import type { PlainAnswer, PlainRequest } from './http-messages.ts';

const OPERATION = z.object({ operationId: z.string() });

type Handlers = Readonly<Record<string, Handler>>;

/** Answers a request by the handlers of one world, each named by the operation of the description that it carries. */
type Api = (request: PlainRequest, handlers: Handlers) => Promise<PlainAnswer>;

const made = new Map<string, Api>();

/**
 * Made once a process: half a second of work goes into compiling the checks, and they are the same for every stand-in.
 * @param file the description
 */
export function describedApi(file: string): Api {
  const api = made.get(file) ?? makeApi(file);
  made.set(file, api);
  return api;
}

function makeApi(file: string): Api {
  const definition: Document = JSON.parse(readFileSync(file, 'utf8'));
  const api = new OpenAPIBackend({
    definition,
    quick: true,
    strict: false,
    ajvOpts: {
      strict: false,
      formats: { 'date-time': true, uri: true, email: true, 'uri-template': true, int64: true },
    },
  });
  const operations = Object.values(definition.paths ?? {}).flatMap((methods) => Object.values(methods ?? {}));
  for (const operation of operations) {
    const { operationId } = OPERATION.parse(operation);
    api.register(
      operationId,
      (context: Context, request: PlainRequest, handlers: Handlers) =>
        handlers[operationId]?.(context, request) ?? NOT_FOUND,
    );
  }
  api.register('notFound', () => NOT_FOUND);
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
  return async (request, handlers) => {
    const { method, path, headers, body } = request;
    const given = Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
    );
    const plain = { method, path, headers: given, body };
    return await api.handleRequest(plain, request, handlers);
  };
}

/** As GitHub does: an answer that is still the same is not sent again. */
function withTag(answer: PlainAnswer, { headers, stale }: PlainRequest): PlainAnswer {
  const known = headers['if-none-match'];
  const etag = `W/"${createHash('sha256').update(JSON.stringify(answer.body)).digest('hex')}"`;
  if (known === etag || (stale === true && known !== undefined))
    return { status: 304, body: null, headers: { etag: String(known) } };
  return { ...answer, headers: { ...answer.headers, etag } };
}
