// Times in words, read on a Wednesday at 10:00 in New York, four days before its clocks go back.
import { expect, it } from 'vitest';
import { readTime } from '../../../electron/core/clock/read-time.ts';

const NOW = Date.parse('2026-10-28T14:00:00Z');
const at = (iso: string) => Date.parse(iso);

it.each([
  ['fri 3pm', '2026-10-30T19:00:00Z'],
  ['friday', '2026-10-30T21:00:00Z'],
  ['tomorrow', '2026-10-29T21:00:00Z'],
  ['tomorrow 9am', '2026-10-29T13:00:00Z'],
  ['12/03', '2026-12-03T22:00:00Z'],
  ['in 2 days', '2026-10-30T14:00:00Z'],
  ['in 3 hours', '2026-10-28T17:00:00Z'],
  ['next monday', '2026-11-02T22:00:00Z'],
  // After the night in which the clocks go back, three o'clock is an hour later.
  ['nov 4 3pm', '2026-11-04T20:00:00Z'],
  ['3pm', '2026-10-28T19:00:00Z'],
])('%s', (words, iso) => {
  const read = readTime(words, NOW, 17);
  const wanted = at(iso);
  // "In 2 days" may mean the hour of now or the end of that day.
  expect([wanted, at('2026-10-30T21:00:00Z')].slice(0, words === 'in 2 days' ? 2 : 1)).toContain(read);
});

it.each(['', 'pause for tier 2', 'priority high', 'x'.repeat(500), 'soon'])('no time: %s', (words) => {
  expect(readTime(words, NOW, 17)).toBeNull();
});
