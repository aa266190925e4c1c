import { describe, expect, it } from 'vitest';
import { afterAttempt, afterLookUp, backoff, LOOK_UP_DELAYS_MS } from '../../electron/sync/next-step.ts';
import { neverLeft, retryInstant } from '../../electron/sync/outcome.ts';

/** Half of the spread between tries. */
const CHANCE = 0.5;
const create = { attempts: 1, lookUps: 0, repeatable: false, lookable: true };

describe('what to do next', () => {
  it('never sends a create again by itself once it may have arrived', () => {
    expect(afterAttempt(create, { kind: 'indeterminate', reason: 'x' }, 0, CHANCE)).toMatchObject({
      state: 'unknown',
      nextTryAt: LOOK_UP_DELAYS_MS[0],
    });
    let step = afterLookUp(create, { kind: 'absent' }, 0);
    for (let round = 0; round < 10 && step.state === 'unknown'; round += 1)
      step = afterLookUp({ ...create, lookUps: step.lookUps ?? 0 }, { kind: 'absent' }, 0);
    expect(step).toMatchObject({ state: 'undecided', nextTryAt: null });
  });
  it('repeats what is repeatable', () => {
    expect(
      afterAttempt({ ...create, repeatable: true, lookable: true }, { kind: 'indeterminate', reason: 'x' }, 0, CHANCE),
    ).toMatchObject({
      state: 'queued',
    });
  });
  it('waits longer each time, up to a cap', () => {
    const waits = [1, 2, 3, 4, 20].map((attempts) => backoff(attempts, 1));
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.at(-1)).toBe(300_000);
  });
  it('spreads tries that failed together', () => {
    expect([0, 0.5, 1].map((chance) => backoff(1, chance))).toEqual([2_500, 3_750, 5_000]);
  });
  it('leaves a service that is limiting alone for a minute at least, longer each time, or as long as it says', () => {
    const limited = { kind: 'retryable', reason: 'x', offline: false, limited: true } as const;
    const first = afterAttempt(create, limited, 0, 0).nextTryAt ?? 0;
    const fifth = afterAttempt({ ...create, attempts: 5 }, limited, 0, 0).nextTryAt ?? 0;
    expect(first).toBeGreaterThan(60_000);
    expect(fifth).toBeGreaterThan(first);
    expect(afterAttempt(create, { ...limited, retryAt: 5 }, 0, 1).nextTryAt).toBe(5);
  });
});

describe('what a failure means', () => {
  const failed = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  it('tells what never left from what may have arrived', () => {
    expect(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].map((code) => neverLeft(failed(code)))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT'].map((code) => neverLeft(failed(code)))).toEqual([
      false,
      false,
      false,
    ]);
    expect(neverLeft(new DOMException('timed out', 'TimeoutError'))).toBe(false);
  });
  it('reads how long a limit lasts', () => {
    expect(retryInstant({ 'retry-after': '30' }, 1000)).toBe(31_000);
    expect(retryInstant({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '100' }, 1000)).toBe(100_000);
    expect(retryInstant({}, 0)).toBeUndefined();
  });
});
