// Failed unlocks are counted next to the store, and each one delays the next attempt. This slows down whoever sits at
// the machine; whoever copies the files is slowed down by scrypt alone.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../contract/errors.ts';
import type { Home } from './home.ts';

const attempts = z.object({ failed: z.int().min(0), lastAt: z.number() });
type Attempts = z.infer<typeof attempts>;

/** This many typing mistakes have no consequence. */
const FREE = 3;
const LONGEST_MS = 15 * 60_000;

const fileOf = (home: Home) => join(home.folder, 'unlocks.json');

function read(home: Home): Attempts {
  try {
    return attempts.parse(JSON.parse(readFileSync(fileOf(home), 'utf8')));
  } catch {
    return { failed: 0, lastAt: 0 };
  }
}

/** One second after the third failure, doubled each time, up to a quarter of an hour. */
export function waitAfter(failed: number): number {
  return failed < FREE ? 0 : Math.min(1_000 * 2 ** (failed - FREE), LONGEST_MS);
}

/** @param now UTC ms. @throws AppError `locked` when the next attempt has to wait; it says how long */
export function requireWaited(home: Home, now: number): void {
  const { failed, lastAt } = read(home);
  const since = Math.max(0, now - lastAt); // Setting the clock back must not shorten the delay.
  const left = waitAfter(failed) - since;
  if (left > 0)
    throw new AppError(
      'locked',
      `This desk was not unlocked ${failed} times in a row. Wait ${Math.ceil(left / 1_000)} seconds, then try again.`,
    );
}

export function countFailure(home: Home, now: number): void {
  writeFileSync(fileOf(home), JSON.stringify({ failed: read(home).failed + 1, lastAt: now }), { mode: 0o600 });
}

/** @returns how many attempts failed since the last unlock; resets the count */
export function takeFailures(home: Home): number {
  const { failed } = read(home);
  rmSync(fileOf(home), { force: true });
  return failed;
}
