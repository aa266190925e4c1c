// Times as the screens show them.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

type Words = Pick<typeof import('../../renderer/components/words.ts'), 'exactTime' | 'shortTime'>;
let words: Words;
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 6, 1), toFake: ['Date'] });
  const path = '../../renderer/components/words.ts';
  words = await import(path);
});
afterEach(() => vi.useRealTimers());

it('shows the year of a time where it is not this year, which turns in Eastern Time', () => {
  const { exactTime, shortTime } = words;
  const [last, first] = [Date.UTC(2026, 0, 1, 4, 59), Date.UTC(2026, 0, 1, 5)];
  expect([exactTime(last), shortTime(last)]).toEqual(['Wed, Dec 31, 2025, 11:59 PM EST', 'Dec 31, 2025']);
  expect([exactTime(first), shortTime(first)]).toEqual(['Thu, Jan 1, 12:00 AM EST', 'Jan 1']);
  const summer = Date.UTC(2027, 6, 4, 16);
  expect(exactTime(summer)).toBe('Sun, Jul 4, 2027, 12:00 PM EDT');
  vi.setSystemTime(summer);
  expect([exactTime(summer), shortTime(first)]).toEqual(['Sun, Jul 4, 12:00 PM EDT', 'Jan 1, 2026']);
});
