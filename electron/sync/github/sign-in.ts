// Checks a token before it is saved: whose it is, and which scopes it lacks.
import { RequestError } from '@octokit/request-error';
import { wrongAddress } from '../sending-fetch.ts';
import { readAnswer, userAnswer } from './answers.ts';
import { createOctokit, type GitHubConnection } from './octokit.ts';

export type SignIn =
  | {
      readonly ok: true;
      readonly login: string;
      readonly missing: readonly string[];
      readonly boards: boolean;
      readonly excess: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

/**
 * Either scope lets a classic token write issues. Fine-grained tokens list no scopes; what they lack shows when they
 * are used.
 */
const ENOUGH = ['repo', 'public_repo'];
/** Only needed if a team uses a GitHub board. */
const BOARDS = 'project';
/** Scopes with which a leaked token does far more harm than tickets can. */
const FAR_TOO_MUCH = /^(?:admin:|delete|write:(?:org|packages)|site_admin|workflow|user$|codespace|enterprise|manage_)/;

export async function checkGitHubToken(connection: GitHubConnection, fetcher: typeof fetch): Promise<SignIn> {
  try {
    const answer = await createOctokit(connection, fetcher).request('GET /user');
    const { login } = readAnswer(answer, 200, userAnswer);
    const scopes = answer.headers['x-oauth-scopes'];
    const has = scopes?.split(',').map((scope) => scope.trim()) ?? [...ENOUGH, BOARDS];
    const missing = has.some((scope) => ENOUGH.includes(scope)) ? [] : ['repo'];
    return {
      ok: true,
      login,
      missing,
      boards: has.includes(BOARDS),
      excess: has.filter((scope) => FAR_TOO_MUCH.test(scope)),
    };
  } catch (error) {
    const status = error instanceof RequestError && error.response !== undefined ? error.status : null;
    if (status === 401)
      return { ok: false, reason: 'GitHub does not accept this token. Check that it was copied whole.' };
    if (status !== null) return { ok: false, reason: `GitHub answered with ${status}. Try again later.` };
    const nowhere = wrongAddress(error);
    if (nowhere !== null) return { ok: false, reason: nowhere.reason };
    return { ok: false, reason: `${connection.baseUrl} cannot be reached. Check the address and the network.` };
  }
}
