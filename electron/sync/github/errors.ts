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

const NOT_GITHUB = { kind: 'indeterminate', reason: 'The response did not come from GitHub.', away: true } as const;

type Written = 'ticket' | 'comment' | 'edit' | 'files';

/** `isDoubtful`: a proxy can respond the same after the effect. */
interface Refusal {
  readonly reason: string;
  readonly isDoubtful?: boolean;
}

const NO_REPOSITORY: Refusal = {
  reason: 'There is no such repository at GitHub, or the token has no access to it.',
};
const NO_ISSUES: Refusal = { reason: 'Issues are disabled in this repository.' };
const GONE: Refusal = { reason: 'The ticket was deleted or moved. Look for it at GitHub.' };
/** What a status means, by what was being written. */
const REFUSALS: Readonly<Record<Written, Readonly<Record<number, Refusal>>>> = {
  ticket: {
    403: { reason: 'The token may not create issues in this repository.', isDoubtful: true },
    404: NO_REPOSITORY,
    410: NO_ISSUES,
  },
  comment: {
    403: { reason: 'The ticket is locked, or the token may not comment on it.', isDoubtful: true },
    404: GONE,
    410: GONE,
  },
  edit: {
    403: { reason: 'The ticket is locked, or the token may not change it.', isDoubtful: true },
    404: GONE,
    410: GONE,
  },
  files: {
    403: { reason: 'The token may not write files in this repository.', isDoubtful: true },
    404: NO_REPOSITORY,
    410: NO_ISSUES,
  },
};

/** `what` was being created or changed; `now` is UTC ms. */
export function describeGitHubError(error: unknown, now: number, what: Written = 'ticket'): Outcome {
  const nowhere = wrongAddress(error);
  if (nowhere !== null) return nowhere;
  return error instanceof RequestError && error.response !== undefined
    ? describeResponse(error, error.response, now, what)
    : describeSilence(error);
}

/** No response: either nothing left this machine, or nobody knows. */
function describeSilence(error: unknown): Outcome {
  if (neverLeft(error))
    return { kind: 'retryable', reason: 'GitHub cannot be reached. Waiting for the network.', offline: true };
  if (error instanceof NotGitHubError) return { kind: 'indeterminate', reason: NOT_GITHUB.reason };
  return { kind: 'indeterminate', reason: 'The connection broke while sending.', broke: true };
}

function describeResponse(
  error: RequestError,
  { status, headers, data }: NonNullable<RequestError['response']>,
  now: number,
  what: Written,
): Outcome {
  if (status === 429 || (status === 403 && isLimit(error)))
    return {
      kind: 'retryable',
      reason: 'The rate limit of GitHub is reached. Waiting.',
      offline: false,
      limited: true,
      retryAt: retryInstant(headers, now),
    };
  if (status >= 500) return { kind: 'indeterminate', reason: `GitHub responded with a server error (${status}).` };
  // GitHub responds with JSON: an HTML page comes from a proxy or a portal.
  if (!String(headers['content-type']).includes('json')) return NOT_GITHUB;
  if (status === 401)
    return {
      kind: 'retryable',
      reason: 'GitHub does not accept the token. Sign in again.',
      offline: false,
      signIn: true,
    };
  if (what === 'files' && status === 409)
    return {
      kind: 'retryable',
      reason: 'The file was changed at GitHub in the same instant; reading it again.',
      offline: false,
    };
  const refusal = REFUSALS[what][status] ?? {
    reason: `GitHub refused the ${what === 'edit' ? 'change' : what} (${status}).`,
  };
  const detail = detailOf(data);
  return {
    kind: 'rejected',
    reason: detail === '' ? refusal.reason : `${refusal.reason} GitHub says: ${detail}`,
    doubtful: refusal.isDoubtful ?? false,
  };
}
