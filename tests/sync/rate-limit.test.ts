// How fast what leaves may leave: the two limits GitHub documents, and what follows from them for whoever waits.
import { expect, it } from 'vitest';
import { lastSendTime, nextSendTime, paceOf } from '../../electron/sync/rate-limit.ts';

const NOW = Date.parse('2026-10-28T14:00:00Z');
/** So many that left, one every `ms`, the last of them now. */
const left = (count: number, ms: number) => Array.from({ length: count }, (_, at) => NOW - (count - 1 - at) * ms);

it('lets eighty leave within a minute, and the next when the first of them is older than that', () => {
  expect(nextSendTime(left(79, 10), NOW)).toBe(NOW);
  const eighty = left(80, 10);
  expect(nextSendTime(eighty, NOW)).toBe(eighty[0]! + 60_001);
  expect(nextSendTime([NOW - 3_000_000, ...eighty], NOW)).toBe(eighty[0]! + 60_001);
});

it('lets five hundred leave within an hour', () => {
  expect(nextSendTime(left(499, 6_000), NOW)).toBe(NOW);
  const many = left(500, 6_000);
  expect(nextSendTime(many, NOW)).toBe(many[0]! + 3_600_001);
});

it('foretells when the last of what waits will have left', () => {
  expect(lastSendTime([], 80, NOW)).toBe(NOW);
  expect(lastSendTime([], 81, NOW)).toBe(NOW + 60_001);
  expect(lastSendTime([], 3, NOW, 500)).toBe(NOW + 1_000);
});

it('takes the median gap of the last minute for the pace', () => {
  expect(paceOf([NOW - 90_000, NOW - 900, NOW - 800, NOW - 500, NOW - 100], NOW)).toBe(300);
  expect(paceOf([NOW - 90_000, NOW - 100], NOW)).toBe(0);
});
