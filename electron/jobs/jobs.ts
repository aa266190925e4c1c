// Long work in pieces: it reports progress, lets other calls in between, and can be cancelled.

export interface Jobs {
  /**
   * Runs `step` over the pieces. Resolves to how many pieces were done: fewer than all when the job was cancelled.
   * Work already done stays done; each step must be whole in itself.
   */
  run<T>(job: string | undefined, pieces: readonly T[], step: (piece: T) => void): Promise<number>;
  cancel(job: string): void;
  /** Ends every job before its next piece, and lets none begin; resolves when all have ended. */
  stop(): Promise<void>;
}

/** Makes the register of running jobs. `progress` hears of every piece. */
export function createJobs(progress: (job: string, done: number, total: number) => void): Jobs {
  const cancelled = new Set<string>();
  const running = new Set<Promise<number>>();
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

  return {
    run(job, pieces, step) {
      const begun = work(job, pieces, step);
      running.add(begun);
      const ended = () => running.delete(begun);
      begun.then(ended, ended);
      return begun;
    },
    cancel: (job) => {
      cancelled.add(job);
    },
    async stop() {
      isStopped = true;
      await Promise.allSettled(running);
    },
  };
}
