// Serves the stand-ins on one loopback address, and notes it down where a practice home looks.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { team } from '../contract/schemas.ts';
import { isOwnRequest } from '../host/loopback.ts';
import { createDeviceDesk, type DeviceDesk } from './device.ts';
import { type Ending, type Fault, fault, meetFault, takeFault } from './faults.ts';
import { createGitHubStandIn } from './github.ts';
import type { PlainAnswer, PlainRequest } from './http-messages.ts';
import { bothPlaces, createMovedGitHub, MOVED_HOST, MOVED_REPOSITORY } from './moved-github.ts';
import { createMoves, type Moves } from './moves.ts';
import { createSlackStandIn } from './slack.ts';
import { createPracticeWorld, type PracticeWorld } from './state.ts';
import { createTeamsStandIn } from './teams.ts';
import { listen, readBody, writeAnswer } from './transport.ts';
import { createZenHubStandIn } from './zenhub.ts';

/** What a tool team says on an issue. */
const teamComment = z.object({
  number: z.int(),
  /** Any, where none is named. */
  repository: z.string().optional(),
  login: z.string(),
  body: z.string(),
});

export interface PracticeServer {
  readonly github: string;
  /** Another GitHub, to which the one above may be moved. */
  readonly movedGitHub: string;
  readonly zenhub: string;
  /** With which a practice desk signs in: as secret as a real one, so that a leak of it would show. */
  readonly token: string;
  readonly world: PracticeWorld;
  readonly device: DeviceDesk;
  /** What is renamed, moved, deleted or locked there. */
  readonly moves: Moves;
  readonly slack: string;
  /** What was posted to the channel. */
  readonly notes: readonly string[];
  readonly teams: string;
  /** What was posted to the channel of Teams, as it reads there. */
  readonly teamsNotes: readonly string[];
  close(): Promise<void>;
}

export interface PracticeOptions {
  /** The project's or the packaged app's root, where the directory and the descriptions lie. */
  readonly root: string;
  /** Where the issues are kept; null for in memory only. */
  readonly stateFile: string | null;
  /** Where to note the addresses; removed again on close. */
  readonly noteFile: string;
  readonly port: number;
}

const NOTHING: PlainAnswer = { status: 204, body: null };

export async function servePractice({ root, stateFile, noteFile, port }: PracticeOptions): Promise<PracticeServer> {
  if (stateFile !== null) mkdirSync(dirname(stateFile), { recursive: true, mode: 0o700 });
  const directory = z.array(team).parse(JSON.parse(readFileSync(join(root, 'resources', 'directory.json'), 'utf8')));
  const world = createPracticeWorld(directory, stateFile);
  const descriptions = join(root, 'electron', 'practice', 'descriptions');
  const notes: string[] = [];
  const teamsNotes: string[] = [];
  const device = createDeviceDesk();
  const moves = createMoves(world);
  const moved = createMovedGitHub(world, directory, stateFile?.replace(/(?:\.json)?$/, '-moved.json') ?? null);
  const movedGitHub = createGitHubStandIn(moved.world, createMoves(moved.world), device, descriptions);
  const services = {
    github: createGitHubStandIn(world, moves, device, descriptions),
    zenhub: createZenHubStandIn(bothPlaces(world, moved.world), descriptions),
    slack: createSlackStandIn(notes),
    teams: createTeamsStandIn(teamsNotes),
  };
  const faults: Fault[] = [];
  let base = '';

  /** What tests and the curious ask of practice itself. */
  function practice(path: string, body: unknown): PlainAnswer {
    if (path === '/practice/faults') {
      const asked = fault.safeParse(body);
      if (!asked.success) return refusal(400, z.prettifyError(asked.error));
      if (asked.data.what === 'skew') world.skewMs = Math.max(world.skewMs, asked.data.ms);
      else faults.push(asked.data);
      return NOTHING;
    }
    if (path === '/practice/faults/clear') {
      faults.splice(0);
      return NOTHING;
    }
    const said = path === '/practice/comments' ? teamComment.safeParse(body) : undefined;
    const isMeant = ({ number, repository }: { number: number; repository: string }) =>
      number === said?.data?.number && (said.data.repository ?? repository) === repository;
    const issue = said?.success ? world.issues().find(isMeant) : undefined;
    if (said?.success !== true || issue === undefined) return refusal(404, 'Name an issue: {number, login, body}');
    world.comment(issue, said.data.login, said.data.body);
    return NOTHING;
  }

  /** Where the desk's GitHub moved to: whoever looks for the repository there finds the tickets that came along. */
  async function atMoved(url: string, method: string, headers: PlainRequest['headers'], body: unknown) {
    const path = url.slice(MOVED_HOST.length + 1);
    if (path === `/repos/${MOVED_REPOSITORY}`) moved.migrate();
    return movedGitHub({ method, path, headers, body, base: `${base}/${MOVED_HOST}` });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ending = await endingOf(request);
    if (ending === 'cut') request.socket.destroy();
    else if (ending !== 'silence') writeAnswer(response, ending);
  }

  async function endingOf(request: IncomingMessage): Promise<Ending> {
    const { host, origin } = request.headers;
    if (!isOwnRequest({ host, origin }, request.socket.localPort ?? port))
      return refusal(403, 'Practice answers only this machine.');
    const [url, method] = [request.url ?? '/', request.method ?? 'GET'];
    if (!isDecodable(url))
      return refusal(400, 'The path cannot be decoded: a "%" in it is not followed by two hexadecimal digits.');
    const read = await readBody(request);
    if (read === null) return refusal(413, 'The body is larger than 8 MB.');
    const { body } = read;
    if (url.startsWith('/practice/') && method === 'POST') return practice(url, body);
    const { headers } = request;
    if (url.startsWith(`/${MOVED_HOST}/`)) return atMoved(url, method, headers, body);
    const service = serviceAt(url, method);
    if (service === null) return refusal(404, 'Try /github/… or POST /zenhub/graphql');
    const plain: PlainRequest = { method, path: url.slice('/github'.length), headers, body, base: `${base}/github` };
    const trouble = takeFault(faults, service, method);
    const ask = async (more = {}) => services[service]({ ...plain, ...more });
    return trouble === undefined ? ask() : meetFault(trouble, ask);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) =>
      writeAnswer(response, { status: 500, body: { message: String(error) } }),
    );
  });
  base = `http://127.0.0.1:${await listen(server, port)}`;
  const addresses = {
    github: `${base}/github`,
    movedGitHub: `${base}/${MOVED_HOST}`,
    zenhub: `${base}/zenhub/graphql`,
    token: `practice-${randomBytes(12).toString('hex')}`,
  };
  writeFileSync(noteFile, JSON.stringify(addresses), { mode: 0o600 });
  return {
    ...addresses,
    slack: `${base}/slack/webhook`,
    teams: `${base}/teams/webhook`,
    teamsNotes,
    world,
    device,
    moves,
    notes,
    close: () =>
      new Promise((resolve) => {
        rmIfOurs(noteFile, addresses.github);
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function refusal(status: number, message: string): PlainAnswer {
  return { status, body: { message } };
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

function serviceAt(url: string, method: string): Fault['service'] | null {
  if (url.startsWith('/github/')) return 'github';
  if (url === '/zenhub/graphql' && method === 'POST') return 'zenhub';
  if (method !== 'POST') return null;
  return url === '/slack/webhook' ? 'slack' : url === '/teams/webhook' ? 'teams' : null;
}

/** Takes the note away unless a later server wrote its own. */
function rmIfOurs(noteFile: string, github: string): void {
  try {
    if (readFileSync(noteFile, 'utf8').includes(`"${github}"`)) rmSync(noteFile);
  } catch {
    // already gone
  }
}
