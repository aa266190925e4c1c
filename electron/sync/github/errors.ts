// GitHub's failures as outcomes, classified by status and headers, never by the wording of a message.
import { RequestError } from '@octokit/request-error';
import { fieldOf } from '../../core/domain/records.ts';
import { neverLeft, type Outcome, retryInstant } from '../outcome.ts';
import { MovedError, wrongAddress } from '../sending-fetch.ts';
import { detailOf } from './error-detail.ts';
import { NotGitHubError } from './octokit.ts';

/** Octokit wraps errors thrown by fetch. */
export function hasMoved(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (at instanceof MovedError) return true;
  return false;
}

/**
 * A 403 is a rate limit when a header says so, or when it links to the page about limits: a secondary limit may lack
 * both headers.
 */
export function isLimit({ response }: RequestError): boolean {
  if (response === undefined) return false;
  const { headers, data } = response;
  if (headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined) return true;
  const page = fieldOf(data, 'documentation_url');
  return typeof page === 'string' && page.includes('rate-limit');
}

const NOT_GITHUB = { kind: 'ambiguous', reason: 'The response did not come from GitHub.', away: true } as const;

/** `what` was being created or changed. */
export function describeGitHubError(
  error: unknown,
  now: number,
  what: 'ticket' | 'comment' | 'edit' | 'files' = 'ticket',
): Outcome {
  const nowhere = wrongAddress(error);
  if (nowhere !== null) return nowhere;
  if (!(error instanceof RequestError) || error.response === undefined) {
    if (neverLeft(error))
      return { kind: 'later', reason: 'GitHub cannot be reached. Waiting for the network.', offline: true };
    if (error instanceof NotGitHubError) return { kind: 'ambiguous', reason: NOT_GITHUB.reason };
    return { kind: 'ambiguous', reason: 'The connection broke while sending.', broke: true };
  }
  const { status, headers, data } = error.response;
  const detail = detailOf(data);
  const refused = (reason: string, doubtful = false): Outcome => ({
    kind: 'refused',
    reason: detail === '' ? reason : `${reason} GitHub says: ${detail}`,
    doubtful,
  });
  if (status === 429 || (status === 403 && isLimit(error)))
    return {
      kind: 'later',
      reason: 'The rate limit of GitHub is reached. Waiting.',
      offline: false,
      limited: true,
      retryAt: retryInstant(headers, now),
    };
  if (status >= 500) return { kind: 'ambiguous', reason: `GitHub responded with a server error (${status}).` };
  // GitHub responds with JSON: an HTML page comes from a proxy or a portal.
  if (!String(headers['content-type']).includes('json')) return NOT_GITHUB;
  if (status === 401)
    return { kind: 'later', reason: 'GitHub does not accept the token. Sign in again.', offline: false, signIn: true };
  if (what === 'files' && status === 409)
    return {
      kind: 'later',
      reason: 'The file was changed at GitHub in the same instant; reading it again.',
      offline: false,
    };
  if ((what === 'comment' || what === 'edit') && (status === 404 || status === 410))
    return refused('The ticket was deleted or moved. Look for it at GitHub.');
  if (what === 'comment' && status === 403)
    return refused('The ticket is locked, or the token may not comment on it.', true);
  if (what === 'edit' && status === 403) return refused('The ticket is locked, or the token may not change it.', true);
  if (what === 'files' && status === 403) return refused('The token may not write files in this repository.', true);
  if (status === 404) return refused('GitHub knows no such repository, or the token may not see it.');
  if (status === 403) return refused('The token may not create issues in this repository.', true);
  if (status === 410) return refused('Issues are disabled in this repository.');
  return refused(`GitHub refused the ${what === 'edit' ? 'change' : what} (${status}).`);
}
