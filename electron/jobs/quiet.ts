// Work the desk does on its own waits while somebody works, so that keys seldom wait for a batch of it.

/** This long after the last call, nobody is waiting for the desk. */
const QUIET_MS = 400;
/** Whoever pressed a key will press another one soon. */
const IN_USE_MS = 1_500;
/** While somebody works, such work takes at most a tenth of the time. */
const REST_TIMES = 9;
/** A window opens more slowly on a busy machine, but not as slowly as this. */
const FIRST_MOST_MS = 5_000;
/** Nobody asks for anything, as without a window. */
const ALONE_MS = 10_000;

export interface Quiet {
  /** Somebody asked the desk for something. */
  readonly asked: () => void;
  /** Somebody asked a moment ago. */
  readonly isInUse: () => boolean;
  /** Resolves once the first screen has been served. */
  readonly begin: () => Promise<void>;
  /** Rests after a batch that took some ms: until it is quiet, or long enough for its share of the time. */
  readonly rest: (tookMs: number) => Promise<void>;
  /** Nobody waits any longer: the desk closes. */
  readonly end: () => void;
}

export function createQuiet(): Quiet {
  let lastAsked: number | null = null;
  let isEnded = false;
  const waiting = new Set<() => void>();

  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(timer);
        waiting.delete(go);
        resolve();
      };
      const timer = setTimeout(go, ms);
      waiting.add(go);
    });
  }
  const wake = () => {
    for (const go of [...waiting]) go();
  };

  async function untilQuiet(mostMs: number): Promise<void> {
    const until = performance.now() + mostMs;
    while (!isEnded) {
      const left = Math.min((lastAsked ?? Number.NEGATIVE_INFINITY) + QUIET_MS, until) - performance.now();
      if (left <= 0) return;
      await wait(left);
    }
  }

  return {
    asked() {
      const isFirst = lastAsked === null;
      lastAsked = performance.now();
      if (isFirst) wake();
    },
    isInUse: () => lastAsked !== null && performance.now() - lastAsked < IN_USE_MS,
    async begin() {
      if (lastAsked === null && !isEnded) await wait(ALONE_MS);
      await untilQuiet(FIRST_MOST_MS);
    },
    rest: (tookMs) => untilQuiet(tookMs * REST_TIMES),
    end() {
      isEnded = true;
      wake();
    },
  };
}
