// Serves both stand-ins on one loopback address, and notes it down where a practice home looks. Faults can be asked for,
// so that tests and the curious can see what the outbox does with them.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { team } from '../contract/shapes.ts';
import { createGitHubStandIn, type PlainAnswer, type PlainRequest } from './github.ts';
import { createSlackStandIn } from './slack.ts';
import { createPracticeWorld, type PracticeWorld } from './state.ts';
import { createZenHubStandIn } from './zenhub.ts';

/**
 * A fault for the next requests of a method: `drop-before` and `drop-after` cut the connection before or after the
 * effect, `hang-after` takes effect and never answers, a status is answered without effect (301: it has moved).
 */
const fault = z.object({
  method: z.string().default('POST'),
  service: z.enum(['github', 'zenhub', 'slack']).default('github'),
  what: z.union([z.enum(['drop-before', 'drop-after', 'hang-after']), z.int().min(301).max(599)]),
  times: z.int().min(1).default(1),
  headers: z.record(z.string(), z.string()).default({}),
});
type Fault = z.infer<typeof fault>;

/** What a tool team says on an issue. */
const teamComment = z.object({ number: z.int(), login: z.string(), body: z.string() });

export interface PracticeServer {
  readonly github: string;
  readonly zenhub: string;
  readonly world: PracticeWorld;
  readonly slack: string;
  /** What was posted to the channel. */
  readonly notes: readonly string[];
  close(): Promise<void>;
}

export interface PracticeOptions {
  /** The project's or the packaged app's root, where the directory and the descriptions lie. */
  readonly root: string;
  readonly stateFile: string;
  /** Where to note the addresses; removed again on close. */
  readonly noteFile: string;
  readonly port: number;
}

export async function servePractice({ root, stateFile, noteFile, port }: PracticeOptions): Promise<PracticeServer> {
  mkdirSync(dirname(stateFile), { recursive: true, mode: 0o700 });
  const directory = z.array(team).parse(JSON.parse(readFileSync(join(root, 'resources', 'directory.json'), 'utf8')));
  const world = createPracticeWorld(directory, stateFile);
  const descriptions = join(root, 'electron', 'practice', 'descriptions');
  const notes: string[] = [];
  const services = {
    github: createGitHubStandIn(world, descriptions),
    zenhub: createZenHubStandIn(world, descriptions),
    slack: createSlackStandIn(notes),
  };
  const faults: Fault[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const url = request.url ?? '/';
    if (url === '/practice/faults' && request.method === 'POST') {
      const parsed = fault.safeParse(body);
      if (parsed.success) faults.push(parsed.data);
      return write(
        response,
        parsed.success
          ? { status: 204, body: null }
          : { status: 400, body: { message: z.prettifyError(parsed.error) } },
      );
    }
    if (url === '/practice/comments' && request.method === 'POST') {
      const said = teamComment.safeParse(body);
      const issue = said.success ? world.issues().find((one) => one.number === said.data.number) : undefined;
      if (!said.success || issue === undefined)
        return write(response, { status: 404, body: { message: 'Name an issue: {number, login, body}' } });
      const { login, body: words } = said.data;
      world.comment(issue, login, words);
      return write(response, { status: 204, body: null });
    }
    const service = url.startsWith('/github/')
      ? 'github'
      : url === '/zenhub/graphql' && request.method === 'POST'
        ? 'zenhub'
        : url === '/slack/webhook' && request.method === 'POST'
          ? 'slack'
          : null;
    if (service === null)
      return write(response, { status: 404, body: { message: 'Try /github/… or POST /zenhub/graphql' } });
    const plain: PlainRequest = {
      method: request.method ?? 'GET',
      path: url.slice('/github'.length),
      headers: request.headers,
      body,
    };
    const trouble = takeFault(faults, service, plain.method);
    if (trouble?.what === 'drop-before') return void request.socket.destroy();
    if (typeof trouble?.what === 'number')
      return write(response, {
        status: trouble.what,
        body: { message: 'A fault was asked for' },
        headers: trouble.headers,
      });
    const result = await services[service](plain);
    if (trouble?.what === 'drop-after') return void request.socket.destroy();
    if (trouble?.what === 'hang-after') return;
    write(response, result);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) =>
      write(response, { status: 500, body: { message: String(error) } }),
    );
  });
  await listen(server, port);
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const addresses = { github: `${base}/github`, zenhub: `${base}/zenhub/graphql` };
  writeFileSync(noteFile, JSON.stringify(addresses), { mode: 0o600 });
  return {
    ...addresses,
    slack: `${base}/slack/webhook`,
    world,
    notes,
    close: () =>
      new Promise((resolve) => {
        rmIfOurs(noteFile, addresses.github);
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function takeFault(faults: Fault[], service: Fault['service'], method: string): Fault | undefined {
  const index = faults.findIndex((one) => one.service === service && one.method === method);
  const found = faults[index];
  if (found === undefined) return undefined;
  found.times -= 1;
  if (found.times === 0) faults.splice(index, 1);
  return found;
}

/** The usual port, or any when it is taken. */
function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port !== 0) listen(server, 0).then(resolve, reject);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function write(response: ServerResponse, { status, body, headers }: PlainAnswer): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === null || body === undefined ? undefined : JSON.stringify(body));
}

/** Takes the note away unless a later server wrote its own. */
function rmIfOurs(noteFile: string, github: string): void {
  try {
    if (readFileSync(noteFile, 'utf8').includes(`"${github}"`)) rmSync(noteFile);
  } catch {
    // already gone
  }
}
