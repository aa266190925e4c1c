// Long-running work in batches: it reports progress, lets other calls run in between, and can be canceled.

export interface Jobs {
  /**
   * Runs `step` over the batches. Resolves to how many were done: fewer than all when the job was canceled. Finished
   * work stays; each step must be complete in itself.
   */
  run<T>(job: string | undefined, pieces: readonly T[], step: (piece: T) => void): Promise<number>;
  /** Runs asynchronous work. Its `tell` reports progress, and returns false once the job should stop. */
  follow<T>(job: string | undefined, work: (tell: (done: number, total: number) => boolean) => Promise<T>): Promise<T>;
  cancel(job: string): void;
  /** The same jobs, for work that nobody waits for: `rest` follows each batch, and is told how many ms that took. */
  resting(rest: (tookMs: number) => Promise<void>): Jobs;
  /** Stops every job before its next batch, and lets none start; resolves when all have stopped. */
  stop(): Promise<void>;
}

/** Creates the registry of running jobs. `progress` is called after every batch. */
export function createJobs(progress: (job: string, done: number, total: number) => void): Jobs {
  const cancelled = new Set<string>();
  const running = new Set<Promise<unknown>>();
  let isStopped = false;

  async function work<T>(
    job: string | undefined,
    pieces: readonly T[],
    step: (piece: T) => void,
    rest?: (tookMs: number) => Promise<void>,
  ): Promise<number> {
    let done = 0;
    for (const piece of pieces) {
      if (isStopped || (job !== undefined && cancelled.delete(job))) break;
      const from = performance.now();
      step(piece);
      done += 1;
      if (job !== undefined) progress(job, done, pieces.length);
      await new Promise((resume) => setImmediate(resume));
      await rest?.(performance.now() - from);
    }
    return done;
  }

  function kept<T>(begun: Promise<T>): Promise<T> {
    running.add(begun);
    const ended = () => running.delete(begun);
    begun.then(ended, ended);
    return begun;
  }

  const jobs: Jobs = {
    run: (job, pieces, step) => kept(work(job, pieces, step)),
    resting: (rest) => ({ ...jobs, run: (job, pieces, step) => kept(work(job, pieces, step, rest)) }),
    follow: (job, work) =>
      kept(
        work((done, total) => {
          if (isStopped || (job !== undefined && cancelled.delete(job))) return false;
          if (job !== undefined) progress(job, done, total);
          return true;
        }),
      ),
    cancel: (job) => {
      cancelled.add(job);
    },
    async stop() {
      isStopped = true;
      await Promise.allSettled(running);
    },
  };
  return jobs;
}
