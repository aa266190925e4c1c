// The circuit of one service: when it opens, for how long, and when it is tried again.
import { expect, it } from 'vitest';
import { afterFailure, CLOSED, healthOf, stateOf } from '../../electron/sync/circuit-breaker.ts';

const failure = { kind: 'failing', reason: 'x' } as const;

it('takes one failure for a hiccup, opens with the second, and waits longer each time', () => {
  const one = afterFailure('github', CLOSED, failure, 0);
  expect(stateOf(one, 0)).toBe('closed');
  const two = afterFailure('github', one, failure, 0);
  expect([stateOf(two, 0), stateOf(two, 30_000)]).toEqual(['open', 'half-open']);
  const three = afterFailure('github', two, failure, 30_000);
  expect(three.retryAt).toBe(90_000);
  let many = three;
  for (let at = 0; at < 20; at += 1) many = afterFailure('github', many, failure, 0);
  expect(many.retryAt).toBe(300_000);
});

it('opens at once where nothing can be reached', () => {
  expect(afterFailure('zenhub', CLOSED, { kind: 'unreachable', reason: 'x' }, 0)).toMatchObject({ retryAt: 30_000 });
});

it.each(['slack', 'teams'] as const)('waits longest for %s, where trying it means posting a note', (service) => {
  expect(afterFailure(service, { ...CLOSED, failures: 1 }, failure, 0).retryAt).toBe(300_000);
});

it('waits longest for someone to sign in', () => {
  const away = afterFailure('github', CLOSED, { kind: 'sign-in', reason: 'x' }, 0);
  expect(away).toMatchObject({ retryAt: 300_000, needsSignIn: true });
});

it('is not held open by a clock that ran ahead', () => {
  const opened = afterFailure('zenhub', { ...CLOSED, failures: 1 }, failure, 86_400_000);
  expect(stateOf(opened, 0)).toBe('half-open');
});

it('knows by an outcome whether the service failed, answered, or said nothing of itself', () => {
  const later = { kind: 'retryable', reason: 'x', offline: false } as const;
  expect(healthOf({ ...later, failing: true })).toEqual({ kind: 'failing', reason: 'x' });
  expect(healthOf({ ...later, signIn: true })).toEqual({ kind: 'sign-in', reason: 'x' });
  expect([healthOf(later), healthOf({ ...later, limited: true })]).toEqual([null, 'answered']);
  expect(healthOf({ kind: 'indeterminate', reason: 'x' })).toEqual({ kind: 'failing', reason: 'x' });
  expect(healthOf({ kind: 'indeterminate', reason: 'x', away: true })).toEqual({ kind: 'unreachable', reason: 'x' });
});
