// What became of one attempt to send, told apart by the only question that matters: may it have arrived?
import { codeOf } from '../contract/errors.ts';
import type { FieldConflict, RemoteTicket } from '../core/domain/ticket.ts';

/** What arrived, as the service answered. */
export interface Arrival {
  /** Number and address of a new issue. */
  readonly number?: number;
  readonly url?: string;
  /** Id of a new comment. */
  readonly commentId?: string;
  /** The ticket as it is there now. */
  readonly remote?: RemoteTicket;
}

/** Where something stands at GitHub: the same ticket in a repository of another name, or elsewhere altogether. */
export interface Place {
  readonly repository: string;
  /** Set where this one ticket was moved; null where the whole repository has another name. */
  readonly ticket: { readonly number: number; readonly url: string } | null;
}

/** Not now; try again later. What left is looked for before: something between here and the service may have answered. */
export interface Later {
  readonly kind: 'later';
  readonly reason: string;
  readonly offline: boolean;
  /** The service wants to be left alone, until `retryAt` (UTC ms) where it says how long. */
  readonly limited?: boolean;
  readonly retryAt?: number | undefined;
  /** The service does not accept the token; a person must sign in again. */
  readonly signIn?: boolean;
  /** The service itself fails. */
  readonly failing?: boolean;
}

export type Outcome =
  /** It arrived; `note` says what the service dropped of it, if anything. */
  | ({ readonly kind: 'arrived'; readonly note: string | null } & Arrival)
  /** Somebody else changed the same fields; nothing was written. */
  | { readonly kind: 'conflict'; readonly conflicts: readonly FieldConflict[] }
  | Later
  /** Nothing was taken: what is written to stands elsewhere now. */
  | { readonly kind: 'moved'; readonly to: Place }
  /** It may have arrived; `away` where something else answered in the service's place, `broke` where nothing answered. */
  | { readonly kind: 'ambiguous'; readonly reason: string; readonly away?: boolean; readonly broke?: boolean }
  /** The service said no; trying again unchanged is useless. `doubtful` where a proxy can say the same after the effect. */
  | {
      readonly kind: 'refused';
      readonly reason: string;
      readonly doubtful?: boolean;
      /** What it writes to is of another owner now: a person decides whether the desk follows. */
      readonly movedTo?: Place;
    };

/** What a look for a lost entry showed. */
export type LookUp = ({ readonly kind: 'found' } & Arrival) | { readonly kind: 'absent' } | Later;

/** Failures of the network before a byte of the request was sent. */
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

/** Headers of a limit → the instant (UTC ms) from which trying again is allowed; undefined when the service does not say. */
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
