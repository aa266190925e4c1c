// Work the desk starts on its own, which ends before the store closes; an error in it goes into the log.
import { describeBug, type Log } from '../host/log.ts';

export interface Background {
  run(name: string, work: Promise<unknown>): void;
  settled(): Promise<void>;
}

export function createBackground(log: Log): Background {
  const running = new Set<Promise<void>>();
  return {
    run(name, work) {
      const ends: Promise<void> = work
        .then(
          () => {},
          (error: unknown) => log(describeBug(name, error)),
        )
        .finally(() => running.delete(ends));
      running.add(ends);
    },
    async settled() {
      await Promise.all(running);
    },
  };
}
