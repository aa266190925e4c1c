// Locks the desk when nobody has been at work in its window for so long. Here and not in the window: a window may be closed.

/** Looked at so often. */
const LOOK_MS = 10_000;

export interface IdleLock {
  /** Minutes without work; 0 for never. */
  setMinutes(minutes: number): void;
  /** Somebody is at work. */
  active(): void;
  stop(): void;
}

/** @param now milliseconds that go on while the machine sleeps */
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
