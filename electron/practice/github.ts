// A stand-in for GitHub's REST API: keeps real issues, and checks every request and every answer of its own against
// GitHub's published description.
import { join } from 'node:path';
import type { DeviceDesk } from './device.ts';
import { describedApi } from './github-api.ts';
import { createBoardsStandIn } from './github-boards.ts';
import { githubHandlers } from './github-handlers.ts';
import type { PlainAnswer, PlainRequest } from './http-messages.ts';
import type { Moves } from './moves.ts';
import type { PracticeWorld } from './state.ts';

const HOURLY = 5_000;

/** Makes the stand-in. `descriptions` is the folder with GitHub's descriptions. */
export function createGitHubStandIn(world: PracticeWorld, moves: Moves, device: DeviceDesk, descriptions: string) {
  const api = describedApi(join(descriptions, 'github.openapi.json'));
  const handlers = githubHandlers(world);
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
    const answer =
      request.path === '/graphql' ? await boards(request) : (moves.answer(request) ?? (await api(request, handlers)));
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
