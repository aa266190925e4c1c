// What the desk does on its own waits while somebody works, and goes on all the same in the end.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createJobs } from '../../../electron/jobs/jobs.ts';
import { createQuiet } from '../../../electron/jobs/quiet.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const BATCH_MS = 100;

/** Three batches that say when they began, ms after the start. */
function begin() {
  const from = performance.now();
  const began: number[] = [];
  const quiet = createQuiet();
  const jobs = createJobs(() => {});
  const batch = () => {
    began.push(Math.round(performance.now() - from));
    vi.advanceTimersByTime(BATCH_MS);
  };
  const work = quiet.begin().then(() => jobs.resting(quiet.rest).run('own', [1, 2, 3], batch));
  return { quiet, jobs, work, began };
}

it('begins once the first screen was served, and works on without a pause while nobody asks', async () => {
  const { quiet, began } = begin();
  await vi.advanceTimersByTimeAsync(3_000);
  quiet.asked();
  await vi.advanceTimersByTimeAsync(300);
  quiet.asked();
  await vi.advanceTimersByTimeAsync(500);
  expect(began).toEqual([3_700, 3_800, 3_900]);
});

it('begins without a window, too', async () => {
  const { began } = begin();
  await vi.advanceTimersByTimeAsync(10_500);
  expect(began).toHaveLength(3);
});

it('takes a tenth of the time while somebody asks without a break', async () => {
  const { quiet, began } = begin();
  for (let at = 0; at < 900; at += 1) {
    quiet.asked();
    await vi.advanceTimersByTimeAsync(10);
  }
  const [first = 0, second = 0, third = 0] = began;
  expect(first).toBeGreaterThanOrEqual(5_000);
  expect(second - first).toBeGreaterThanOrEqual(10 * BATCH_MS);
  expect(third - second).toBeLessThan(11 * BATCH_MS);
});

it('ends at once when the desk closes, with no further batch', async () => {
  const { quiet, jobs, work, began } = begin();
  quiet.asked();
  const stopped = jobs.stop();
  quiet.end();
  await stopped;
  expect(await work).toBe(0);
  expect(began).toEqual([]);
});

it('is in use for a moment after somebody asked, so that an import takes fewer rows at a time', async () => {
  const { quiet } = begin();
  expect(quiet.isInUse()).toBe(false);
  quiet.asked();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(quiet.isInUse()).toBe(true);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(quiet.isInUse()).toBe(false);
});
