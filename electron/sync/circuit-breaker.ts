// A circuit breaker per service. When a service fails as a whole (an outage, a captive portal, a token that is no
// longer accepted), that is one state of the service rather than of every entry: its entries wait untouched, and one
// request at a time probes it. Pure; the state is kept in the store, so that it survives a restart.
import type { Service } from '../core/domain/outbox.ts';
import type { LookUp, Outcome } from './outcome.ts';

export type CircuitState = 'closed' | 'open' | 'half-open';

export interface Circuit {
  /** Consecutive failures. */
  readonly failures: number;
  /** From when one request may probe the service, UTC ms; null while the circuit is closed. */
  readonly retryAt: number | null;
  /** Why it is open, as a message. */
  readonly reason: string | null;
  /** Only a person can close it, by signing in. */
  readonly needsSignIn: boolean;
}

/** How a service failed as a whole. Only `failing` may be a hiccup of a single request. */
export interface ServiceFailure {
  readonly kind: 'failing' | 'unreachable' | 'sign-in';
  readonly reason: string;
}

export const CLOSED: Circuit = { failures: 0, retryAt: null, reason: null, needsSignIn: false };

/** One failure can be a hiccup; every further one puts an entry in doubt. */
const FAILURE_THRESHOLD = 2;
const FIRST_OPEN_MS = 30_000;
const LONGEST_OPEN_MS = 300_000;

export function stateOf({ retryAt }: Circuit, now: number): CircuitState {
  if (retryAt === null) return 'closed';
  // A longer wait than any was recorded by a clock that ran ahead.
  return now < retryAt && retryAt <= now + LONGEST_OPEN_MS ? 'open' : 'half-open';
}

export function afterFailure(
  service: Service,
  circuit: Circuit,
  { kind, reason }: ServiceFailure,
  now: number,
): Circuit {
  const failures = kind === 'failing' ? circuit.failures + 1 : Math.max(circuit.failures + 1, FAILURE_THRESHOLD);
  const needsSignIn = kind === 'sign-in';
  if (failures < FAILURE_THRESHOLD) return { ...CLOSED, failures };
  // A channel can only be probed with a note, which carries no marker, so this happens as rarely as possible.
  const isCostly = needsSignIn || service === 'slack' || service === 'teams';
  const openMs = isCostly ? LONGEST_OPEN_MS : FIRST_OPEN_MS * 2 ** (failures - FAILURE_THRESHOLD);
  return { failures, retryAt: now + Math.min(openMs, LONGEST_OPEN_MS), reason, needsSignIn };
}

/** What an outcome says about the service: that it failed, that it answered, or (null) nothing. */
export function healthOf(outcome: Outcome | LookUp): ServiceFailure | 'answered' | null {
  if (outcome.kind === 'indeterminate')
    return { kind: outcome.away === true ? 'unreachable' : 'failing', reason: outcome.reason };
  if (outcome.kind !== 'retryable') return 'answered';
  if (outcome.signIn === true) return { kind: 'sign-in', reason: outcome.reason };
  if (outcome.failing === true) return { kind: 'failing', reason: outcome.reason };
  return outcome.limited === true ? 'answered' : null;
}
