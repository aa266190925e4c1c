// Long work in pieces: it reports progress, lets other calls in between, and can be cancelled.

export interface Jobs {
  /**
   * Runs `step` over the pieces. Resolves to how many pieces were done: fewer than all when the job was cancelled.
   * Work already done stays done; each step must be whole in itself.
   */
  run<T>(job: string | undefined, pieces: readonly T[], step: (piece: T) => void): Promise<number>;
  /**
   * Runs work that waits for others in between. Its `tell` says how far it is, and is false once the job is to end.
   */
  follow<T>(job: string | undefined, work: (tell: (done: number, total: number) => boolean) => Promise<T>): Promise<T>;
  cancel(job: string): void;
  /** Ends every job before its next piece, and lets none begin; resolves when all have ended. */
  stop(): Promise<void>;
}

/** Makes the register of running jobs. `progress` hears of every piece. */
export function createJobs(progress: (job: string, done: number, total: number) => void): Jobs {
  const cancelled = new Set<string>();
  const running = new Set<Promise<unknown>>();
  let isStopped = false;

  async function work<T>(job: string | undefined, pieces: readonly T[], step: (piece: T) => void): Promise<number> {
    let done = 0;
    for (const piece of pieces) {
      if (isStopped || (job !== undefined && cancelled.delete(job))) break;
      step(piece);
      done += 1;
      if (job !== undefined) progress(job, done, pieces.length);
      await new Promise((resume) => setImmediate(resume));
    }
    return done;
  }

  function kept<T>(begun: Promise<T>): Promise<T> {
    running.add(begun);
    const ended = () => running.delete(begun);
    begun.then(ended, ended);
    return begun;
  }

  return {
    run: (job, pieces, step) => kept(work(job, pieces, step)),
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
}
