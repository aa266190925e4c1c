// Long work in steps, so that whoever runs it may let others work in between.

/** Yields after each step, and returns what came of it. */
export type Steps<Result> = Generator<void, Result>;

export function runThrough<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** @param pause what to wait for after each step */
export async function runStepwise<Result>(steps: Steps<Result>, pause: () => Promise<unknown>): Promise<Result> {
  let step = steps.next();
  while (step.done !== true) {
    await pause();
    step = steps.next();
  }
  return step.value;
}
