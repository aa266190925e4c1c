// Failed unlocks are counted beside the store, and each one makes the next try wait longer. This slows whoever sits at the machine;
// whoever copies the files away is slowed by scrypt alone.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../contract/errors.ts';
import type { Home } from './home.ts';

const attempts = z.object({ failed: z.int().min(0), lastAt: z.number() });
type Attempts = z.infer<typeof attempts>;

/** So many typing mistakes cost nothing. */
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

/** One second after the third failure, then twice as long each time, up to a quarter of an hour. */
export function waitAfter(failed: number): number {
  return failed < FREE ? 0 : Math.min(1_000 * 2 ** (failed - FREE), LONGEST_MS);
}

/** @param now UTC ms. @throws AppError `locked` when the next try must wait; it says how long */
export function requireWaited(home: Home, now: number): void {
  const { failed, lastAt } = read(home);
  const since = Math.max(0, now - lastAt); // a clock that was put back must not shorten it
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

/** @returns how often it failed since it was last unlocked; counting begins anew */
export function takeFailures(home: Home): number {
  const { failed } = read(home);
  rmSync(fileOf(home), { force: true });
  return failed;
}
