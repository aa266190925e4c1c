// Locks the desk when nobody has worked in its window for a while. Here rather than in the window, which may be closed.

/** How often it checks. */
const LOOK_MS = 10_000;

export interface IdleLock {
  /** Minutes without activity; 0 for never. */
  setMinutes(minutes: number): void;
  /** Someone is working. */
  active(): void;
  stop(): void;
}

/** @param now milliseconds that continue while the machine sleeps */
export function createIdleLock(lock: () => void, now: () => number = Date.now): IdleLock {
  let minutes = 0;
  let activeAt = now();
  const looking = setInterval(() => {
    if (minutes > 0 && now() - activeAt >= minutes * 60_000) lock();
  }, LOOK_MS);
  looking.unref();
  return {
    setMinutes(next) {
      minutes = next;
    },
    active() {
      activeAt = now();
    },
    stop: () => clearInterval(looking),
  };
}
