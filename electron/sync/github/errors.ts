// GitHub's failures as outcomes. Classified by status and headers, never by words in a message.
import { RequestError } from '@octokit/request-error';
import { neverLeft, type Outcome, retryInstant } from '../outcome.ts';
import { MovedError } from '../sending-fetch.ts';

/** Octokit wraps what the fetch threw. */
function hasMoved(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (at instanceof MovedError) return true;
  return false;
}

/** `what` was being made. */
export function describeGitHubError(error: unknown, now: number, what: 'ticket' | 'comment' = 'ticket'): Outcome {
  const response = error instanceof RequestError ? error.response : undefined;
  if (response === undefined) {
    if (hasMoved(error))
      return {
        kind: 'refused',
        reason: 'The repository was renamed or moved. Write its new name in the directory, then try again.',
      };
    if (neverLeft(error))
      return { kind: 'later', reason: 'GitHub cannot be reached; waiting for the network.', offline: true };
    return { kind: 'ambiguous', reason: 'The connection broke while sending.' };
  }
  const { status, headers } = response;
  const limited =
    status === 429 ||
    (status === 403 && (headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined));
  if (limited)
    return {
      kind: 'later',
      reason: 'GitHub asks to wait; its limit is reached.',
      offline: false,
      retryAt: retryInstant(headers, now),
    };
  if (status >= 500) return { kind: 'ambiguous', reason: `GitHub answered with an error of its own (${status}).` };
  if (status === 401)
    return { kind: 'later', reason: 'GitHub does not accept the token. Sign in again.', offline: false };
  if (what === 'comment' && (status === 404 || status === 410))
    return { kind: 'refused', reason: 'The ticket was deleted or moved. Look for it at GitHub.' };
  if (what === 'comment' && status === 403)
    return { kind: 'refused', reason: 'The ticket is locked, or the token may not comment on it.' };
  if (status === 404)
    return { kind: 'refused', reason: 'GitHub knows no such repository, or the token may not see it.' };
  if (status === 403) return { kind: 'refused', reason: 'The token may not create issues in this repository.' };
  if (status === 410) return { kind: 'refused', reason: 'Issues are switched off in this repository.' };
  return {
    kind: 'refused',
    reason: `GitHub refused the ticket (${status}). Check its labels and assignees in the directory.`,
  };
}
