// Tokens from the environment, for scripts. Each is for one host, and goes nowhere else: that of GitHub for github.com, or for
// the host named beside it, as with GitHub's own command line (GH_TOKEN and GH_HOST).
import { githubHost } from '../core/domain/github-host.ts';

export interface Tokens {
  readonly github: string | null;
  readonly zenhub: string | null;
  /** Address of the API that the GitHub token is for; left out: github.com. */
  readonly githubApi?: string;
}

/** @throws Error when the host is no safe address */
export function tokensFrom(environment: NodeJS.ProcessEnv): Tokens {
  const named = environment.TIER3_DESK_GITHUB_HOST;
  const host = githubHost(named || 'github.com');
  if (host === null)
    throw new Error(`TIER3_DESK_GITHUB_HOST is no host of a GitHub: "${named}". Write it like va.ghe.com.`);
  return {
    github: environment.TIER3_DESK_GITHUB_TOKEN || null,
    zenhub: environment.TIER3_DESK_ZENHUB_KEY || null,
    githubApi: host.api,
  };
}
