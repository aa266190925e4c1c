// Signing in to GitHub and ZenHub. Tokens are in the store, which is encrypted as a whole under a key that the keychain
// or a passphrase protects; they never go back to the window, and signing out wipes them.
import { z } from 'zod';
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { isSlackWebhook, isTeamsWebhook } from '../../core/domain/address.ts';
import { keysOf } from '../../core/domain/records.ts';
import { hostOf } from '../../core/domain/repository-name.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import type { Db } from '../../store/db.ts';
import { identify } from '../../store/identity.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';
import { isAtService } from '../../store/tickets/tickets.ts';
import { CLOSED } from '../../sync/circuit-breaker.ts';
import type { Connections } from '../../sync/connections.ts';
import type { GitHubConnection } from '../../sync/github/octokit.ts';
import { checkGitHubToken } from '../../sync/github/sign-in.ts';
import { Stop, type ZenHubConnection } from '../../sync/zenhub/ask.ts';
import { readViewer } from '../../sync/zenhub/workspaces.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { keepCircuit } from './service-circuits.ts';

const KEY = 'services';
const NAMES = { github: 'GitHub', zenhub: 'ZenHub', slack: 'Slack', teams: 'Teams' } as const;
const github = z.object({ baseUrl: z.string(), token: z.string(), login: z.string() });
const services = z.object({
  github: github.nullable().default(null),
  /** Additional hosts signed in to, for repositories whose name includes a host. */
  otherGitHubs: z.array(github).default([]),
  /** Host of the desk's own GitHub, which is that of repositories without one; null until someone signs in. */
  ownHost: z.string().nullable().default(null),
  zenhub: z.object({ url: z.string(), token: z.string() }).nullable().default(null),
  slack: z.object({ url: z.string() }).nullable().default(null),
  teams: z.object({ url: z.string() }).nullable().default(null),
});
const NO_BOARDS = 'This token lacks the "project" scope: GitHub boards will not be updated.';

const tooMuch = (scopes: readonly string[]) =>
  `This token may do far more than the desk needs (${scopes.join(', ')}). Create a fine-grained one instead: Issues, read and write, for the teams' repositories only.`;

function readServices(db: Db): z.output<typeof services> {
  return readSetting(db, KEY, services, services.parse({}));
}

/** The login at GitHub is the name in the activity. */
export function rememberLogin(db: Db): void {
  identify(db, { login: readServices(db).github?.login ?? null });
}

/** The kinds of notes that go out: to the channels whose webhook is set. */
export function noteKinds(db: Db): ('post-note' | 'post-teams-note')[] {
  const { slack, teams } = readServices(db);
  return [
    ...(slack === null ? [] : (['post-note'] as const)),
    ...(teams === null ? [] : (['post-teams-note'] as const)),
  ];
}

/** The lead's sign-in, else what the desk was started with. */
export function connectionsOf({ store }: AppContext, started: Connections): Connections {
  const kept = readServices(store.db);
  const own = ownHostOf(kept, started);
  const has = (host: string) => [kept.github, ...kept.otherGitHubs].some((one) => one !== null && isAt(one, host));
  const { github } = started;
  // Credentials given at startup are only for their own host.
  const isOwn = github !== null && isAt(github, own);
  const more = github === null || isOwn || has(hostOf(github.baseUrl)) ? [] : [github];
  return {
    github: kept.github === null ? (isOwn ? github : null) : connection(kept.github),
    otherGitHubs: [...kept.otherGitHubs.map(connection), ...(started.otherGitHubs ?? []), ...more],
    zenhub: kept.zenhub ?? started.zenhub,
    slack: kept.slack,
    teams: kept.teams,
  };
}

/** Plain http is only for this machine, where only a stand-in can be. */
function connection({ baseUrl, token }: z.output<typeof github>): GitHubConnection {
  return { baseUrl, token, standIn: baseUrl.startsWith('http:') };
}

const isAt = ({ baseUrl }: { readonly baseUrl: string }, host: string) => hostOf(baseUrl) === host;

function ownHostOf({ ownHost, github }: z.output<typeof services>, started: Connections | null): string {
  return ownHost ?? hostOf(github?.baseUrl ?? started?.github?.baseUrl ?? 'github.com');
}

/** Host of repositories whose name has none. */
export function ownHost(db: Db, started: Connections): string {
  return ownHostOf(readServices(db), started);
}

export function describeServices({ store }: AppContext, started: Connections): Output<'services.get'> {
  const { github, zenhub, slack, teams, otherGitHubs } = readServices(store.db);
  return {
    slack: slack !== null,
    teams: teams !== null,
    otherGitHubs: otherGitHubs.map(({ login, baseUrl }) => ({ login, address: baseUrl })),
    github:
      github !== null
        ? { login: github.login, address: github.baseUrl, bySignIn: true }
        : started.github && { login: null, address: started.github.baseUrl, bySignIn: false },
    zenhub: zenhub !== null ? { bySignIn: true } : started.zenhub && { bySignIn: false },
  };
}

/** @throws AppError `invalid` when the service rejects the token or the token lacks a permission */
export async function signIn(
  ctx: AppContext,
  input: ParsedInput<'services.signIn'>,
  fetcher: typeof fetch,
): Promise<Output<'services.signIn'>> {
  const token = input.token.trim();
  if (input.service === 'slack') {
    if (!isSlackWebhook(token))
      throw new AppError('invalid', 'A Slack webhook address begins with https://hooks.slack.com/.');
    keep(ctx, { slack: { url: token } }, 'Set the webhook of Slack');
    return { login: null, note: null };
  }
  if (input.service === 'teams') {
    if (!isTeamsWebhook(token))
      throw new AppError(
        'invalid',
        'A Teams webhook address looks like https://prod-00.usgovtexas.logic.azure.us/workflows/…, and is created by a workflow of the channel.',
      );
    keep(ctx, { teams: { url: token } }, 'Set the Teams webhook');
    return { login: null, note: null };
  }
  if (input.service === 'zenhub') {
    const login = await checkZenHubKey({ url: input.address, token }, fetcher, ctx.now);
    keep(ctx, { zenhub: { url: input.address, token } }, `Signed in to ZenHub as ${login}`);
    return { login, note: null };
  }
  const baseUrl = input.address.replace(/\/+$/, '');
  const checked = await checkGitHubToken({ baseUrl, token }, fetcher);
  if (!checked.ok) throw new AppError('invalid', checked.reason);
  if (checked.missing.length > 0)
    throw new AppError(
      'invalid',
      `This token lacks the "${checked.missing.join(', ')}" scope, without which no ticket can be opened. Create one that has it.`,
    );
  const notes = [
    ...keepGitHub(ctx, { baseUrl, token, login: checked.login }),
    ...(checked.boards ? [] : [NO_BOARDS]),
    ...(checked.excess.length === 0 ? [] : [tooMuch(checked.excess)]),
  ];
  return { login: checked.login, note: notes.length === 0 ? null : notes.join(' ') };
}

/**
 * Tickets stay at the GitHub they are at: once there are some, another host is added next to it, and only the move
 * takes them there. Returns what the lead should know about that.
 */
function keepGitHub(ctx: AppContext, signedIn: z.output<typeof github>): string[] {
  const { db } = ctx.store;
  const { otherGitHubs, ...kept } = readServices(db);
  const [host, own] = [hostOf(signedIn.baseUrl), ownHostOf({ otherGitHubs, ...kept }, null)];
  const summary = `Signed in to GitHub as ${signedIn.login}`;
  if (host === own || !isAtService(db)) {
    keep(ctx, { github: signedIn, ownHost: host }, summary);
    return [];
  }
  const others = otherGitHubs.filter((one) => !isAt(one, host));
  keep(ctx, { otherGitHubs: [...others, signedIn], ownHost: own }, `${summary}, at ${host} too`);
  return [`Tickets stay at ${own}. To take them to ${host}, use "Our GitHub moved" in Settings.`];
}

/** Whose key it is. @throws AppError `invalid` when ZenHub rejects it or cannot be reached */
async function checkZenHubKey(connection: ZenHubConnection, fetcher: typeof fetch, now: () => number): Promise<string> {
  try {
    return await readViewer(connection, fetcher, now);
  } catch (error) {
    const isAnswer = error instanceof Stop && 'reason' in error.outcome;
    throw new AppError(
      'invalid',
      isAnswer
        ? 'ZenHub does not accept this key. Check that all of it was copied.'
        : `${connection.url} cannot be reached. Check the address and the network.`,
    );
  }
}

/** Signs out; out of one of the other GitHubs if its address is given. */
export function signOut(ctx: AppContext, { service, address }: ParsedInput<'services.signOut'>): Record<string, never> {
  const kept = readServices(ctx.store.db);
  if (service === 'github' && address !== undefined) {
    const otherGitHubs = kept.otherGitHubs.filter(({ baseUrl }) => baseUrl !== address);
    keep(ctx, { otherGitHubs }, `Signed out of ${hostOf(address)}`);
    return {};
  }
  if (service === 'github') {
    keep(ctx, { github: null, ownHost: ownHostOf(kept, null) }, 'Signed out of GitHub');
    return {};
  }
  keep(ctx, { [service]: null }, `Signed out of ${NAMES[service]}`);
  return {};
}

function keep({ store, now }: AppContext, change: Partial<z.output<typeof services>>, summary: string): void {
  store.transaction((db) => {
    writeSetting(db, KEY, { ...readServices(db), ...change });
    for (const service of keysOf(NAMES)) if (change[service] !== undefined) keepCircuit(db, service, CLOSED);
    // The act contains no token, and has no undo: what was wiped stays wiped.
    addActivity(db, { at: now(), actor: LEAD, caseId: null, verb: 'sign-in', summary, undo: null, actId: newActId() });
    rememberLogin(db);
  });
}
