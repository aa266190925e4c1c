// Whether GitHub may be called, and whether it answers. Its circuit and its rate limit are kept in the store; the rest
// is what this process has learned.
import { afterFailure, CLOSED, healthOf, type ServiceFailure, stateOf } from './circuit-breaker.ts';
import { describeGitHubError } from './github/errors.ts';
import type { GitHubConnection } from './github/octokit.ts';
import { type Reach, reachGitHub } from './github/reach.ts';
import type { OutboxPort } from './outbox-port.ts';
import { isOffline, isRateLimited } from './outcome.ts';

export interface GitHubAvailability {
  /** Null until something was tried. */
  online(): boolean | null;
  /** When GitHub last answered, UTC ms. */
  answeredAt(): number | null;
  /** False while the rate limit or an open circuit forbids requests. */
  mayCall(): boolean;
  /** Probes every host, unless one of them answered a moment ago. */
  isReachable(hosts: readonly GitHubConnection[]): Promise<boolean>;
  answered(): void;
  lost(): void;
  /** A pull succeeded: closes the circuit, unless a pending entry is left to prove that writing works too. */
  pulled(isAnythingDue: () => boolean): void;
  /** A pull failed. Returns false for an error that says nothing about GitHub, which is a bug of the desk. */
  pullFailed(error: unknown): boolean;
}

/** How long an answer from GitHub proves that it is reachable. */
const TRUST_MS = 60_000;
/** How long GitHub is left alone when it limits a pull and does not say for how long. */
const LIMITED_PULL_MS = 60_000;

/** What a probe says about GitHub. A silent network is left to the next request, which notices it. */
const FAILURE_OF: Readonly<Record<Reach, ServiceFailure | null>> = {
  there: null,
  silent: null,
  away: {
    kind: 'unreachable',
    reason:
      'This network responds instead of GitHub, and may require you to sign in first. Open any page in a browser, and sending continues automatically.',
  },
  failing: { kind: 'unreachable', reason: 'GitHub is not responding as it should.' },
  denied: { kind: 'sign-in', reason: 'GitHub does not accept the token. Sign in again.' },
};

export function createGitHubAvailability(
  outbox: OutboxPort,
  fetcher: typeof fetch,
  now: () => number,
): GitHubAvailability {
  let online: boolean | null = null;
  let answeredAt: number | null = null;
  const circuit = () => outbox.circuitOf('github');
  const circuitState = () => stateOf(circuit(), now());
  const close = () => outbox.keepCircuit('github', CLOSED);
  const fail = (failure: ServiceFailure) =>
    outbox.keepCircuit('github', afterFailure('github', circuit(), failure, now()));
  const answeredLately = () => online === true && answeredAt !== null && Math.abs(now() - answeredAt) < TRUST_MS;

  async function probe(host: GitHubConnection): Promise<boolean> {
    const reach = await reachGitHub(host, fetcher);
    const failure = FAILURE_OF[reach];
    if (failure !== null) fail(failure);
    if (failure?.kind === 'unreachable') online = false;
    if (reach === 'there' && circuit().needsSignIn) close();
    return failure === null;
  }

  return {
    online: () => online,
    answeredAt: () => answeredAt,
    mayCall: () => outbox.limitOf('github', now()) === null && circuitState() !== 'open',
    async isReachable(hosts) {
      if (circuitState() === 'closed' && answeredLately()) return true;
      for (const host of hosts) if (!(await probe(host))) return false;
      return true;
    },
    answered() {
      online = true;
      answeredAt = now();
    },
    lost() {
      online = false;
    },
    pulled(isAnythingDue) {
      const { retryAt, needsSignIn } = circuit();
      if (needsSignIn || (retryAt !== null && !isAnythingDue())) close();
    },
    pullFailed(error) {
      const outcome = describeGitHubError(error, now());
      if (outcome.kind === 'indeterminate' || isOffline(outcome)) online = false;
      if (isRateLimited(outcome)) {
        outbox.noteLimit('github', outcome.retryAt ?? now() + LIMITED_PULL_MS);
        return true;
      }
      const health = healthOf(outcome);
      if (health === 'answered') return false;
      if (health !== null) fail(health);
      return true;
    },
  };
}
