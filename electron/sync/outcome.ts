// The result of one attempt to send, classified by the only question that matters: may it have arrived?
import { codeOf } from '../contract/errors.ts';
import type { FieldConflict, RemoteTicket } from '../core/domain/ticket.ts';

/** What arrived, as returned by the service. */
export interface Arrival {
  /** Number and address of a new issue. */
  readonly number?: number;
  readonly url?: string;
  /** Id of a new comment. */
  readonly commentId?: string;
  /** The ticket as it is there now. */
  readonly remote?: RemoteTicket;
}

/** A location at GitHub: the same ticket in a renamed repository, or somewhere else altogether. */
export interface IssueLocation {
  readonly repository: string;
  /** Set if this one ticket was moved; null if the whole repository was renamed. */
  readonly ticket: { readonly number: number; readonly url: string } | null;
}

/**
 * Not now; retry later. What has left is searched for first: something between here and the service may have answered.
 */
export interface Retryable {
  readonly kind: 'retryable';
  readonly reason: string;
  readonly offline: boolean;
  /** The service asked not to be called, until `retryAt` (UTC ms) if it says how long. */
  readonly limited?: boolean;
  readonly retryAt?: number | undefined;
  /** The service does not accept the token; a person must sign in again. */
  readonly signIn?: boolean;
  /** The service itself fails. */
  readonly failing?: boolean;
}

export type Outcome =
  /** It arrived; `note` says what the service left out, if anything. */
  | ({ readonly kind: 'arrived'; readonly note: string | null } & Arrival)
  /** Someone else changed the same fields; nothing was written. */
  | { readonly kind: 'conflict'; readonly conflicts: readonly FieldConflict[] }
  | Retryable
  /** Nothing was accepted: the target is at another location now. */
  | { readonly kind: 'moved'; readonly to: IssueLocation }
  /** It may have arrived: `away` if something other than the service answered, `broke` if nothing did. */
  | { readonly kind: 'indeterminate'; readonly reason: string; readonly away?: boolean; readonly broke?: boolean }
  /**
   * The service rejected it; retrying unchanged is pointless. `doubtful` if a proxy can respond the same after the
   * effect.
   */
  | {
      readonly kind: 'rejected';
      readonly reason: string;
      readonly doubtful?: boolean;
      /** The target has another owner now: a person decides whether the desk follows. */
      readonly movedTo?: IssueLocation;
    };

export function rejected(reason: string): Outcome {
  return { kind: 'rejected', reason };
}

/** The network is down: nothing left. */
export function isOffline(outcome: Outcome | LookUp): boolean {
  return outcome.kind === 'retryable' && outcome.offline;
}

/** The service asked not to be called for a while. */
export function isRateLimited(outcome: Outcome | LookUp): outcome is Retryable & { readonly limited: true } {
  return outcome.kind === 'retryable' && outcome.limited === true;
}

/** The result of searching for a lost entry. */
export type LookUp = ({ readonly kind: 'found' } & Arrival) | { readonly kind: 'absent' } | Retryable;

/** Network failures before any byte of the request was sent. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** True when a failed fetch cannot have reached the service. */
export function neverLeft(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (NEVER_LEFT.has(codeOf(at))) return true;
    if (at instanceof AggregateError && at.errors.length > 0) return at.errors.every(neverLeft);
  }
  return false;
}

/**
 * Rate limit headers → the instant (UTC ms) from which retrying is allowed; undefined when the service does not say.
 */
export function retryInstant(
  headers: Readonly<Record<string, string | number | undefined>>,
  now: number,
): number | undefined {
  const after = Number(headers['retry-after']);
  if (Number.isFinite(after) && after > 0) return now + after * 1000;
  const reset = Number(headers['x-ratelimit-reset']);
  if (headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset)) return Math.max(reset * 1000, now + 1000);
  return undefined;
}
