// Tokens from the environment, for scripts. Each belongs to one host and is sent nowhere else: the GitHub token to
// github.com or to the host configured with it, like GH_TOKEN and GH_HOST of GitHub's own command line.
import { githubHost } from '../core/domain/github-host.ts';

export interface Tokens {
  readonly github: string | null;
  readonly zenhub: string | null;
  /** Address of the API that the GitHub token is for; github.com when omitted. */
  readonly githubApi?: string;
}

/** @throws Error when the host is not a safe address */
export function tokensFrom(environment: NodeJS.ProcessEnv): Tokens {
  const named = environment.TIER3_DESK_GITHUB_HOST;
  const host = githubHost(named || 'github.com');
  if (host === null)
    throw new Error(`TIER3_DESK_GITHUB_HOST is not a GitHub host: "${named}". Write it like va.ghe.com.`);
  return {
    github: environment.TIER3_DESK_GITHUB_TOKEN || null,
    zenhub: environment.TIER3_DESK_ZENHUB_KEY || null,
    githubApi: host.api,
  };
}
