// What became of one attempt to send, told apart by the only question that matters: may it have arrived?

export type Outcome =
  /** It arrived; `note` says what the service dropped of it, if anything. */
  | { readonly kind: 'arrived'; readonly number?: number; readonly url?: string; readonly note: string | null }
  /** It certainly did not arrive; try again later. */
  | { readonly kind: 'later'; readonly reason: string; readonly offline: boolean; readonly retryAt?: number }
  /** It may have arrived. */
  | { readonly kind: 'ambiguous'; readonly reason: string }
  /** The service said no; trying again unchanged is useless. */
  | { readonly kind: 'refused'; readonly reason: string };

/** What a look for a lost entry showed. */
export type LookUp =
  | { readonly kind: 'found'; readonly number: number; readonly url: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'later'; readonly reason: string; readonly offline: boolean };

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
]);

/** True when a failed fetch cannot have reached the service. */
export function neverLeft(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && NEVER_LEFT.has(at.code)) return true;
    if (at instanceof AggregateError && at.errors.length > 0) return at.errors.every(neverLeft);
  }
  return false;
}

/** Headers of a limit → the instant (UTC ms) from which trying again is allowed; a minute when the service does not say. */
export function retryInstant(headers: Readonly<Record<string, string | number | undefined>>, now: number): number {
  const after = Number(headers['retry-after']);
  if (Number.isFinite(after) && after > 0) return now + after * 1000;
  const reset = Number(headers['x-ratelimit-reset']);
  if (headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset)) return Math.max(reset * 1000, now + 1000);
  return now + 60_000;
}
