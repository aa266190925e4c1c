// From when on a repository is read again, and when the tag of a response may be used for the next one.
import { expect, it } from 'vitest';
import { nextCursor, pullWindow } from '../../electron/sync/pull-window.ts';

const OPENED = Date.parse('2026-03-02T12:00:00.500Z');
const watched = (sweepFrom: number | null) => ({ tickets: [], since: OPENED, sweepFrom });
const cursor = { since: '2026-03-10T09:00:00Z', etag: 'W/"1"' };

it('begins a day before the first ticket, since clocks differ', () => {
  expect(pullWindow(watched(null), null)).toEqual({
    lastRead: '2026-03-01T12:00:00Z',
    from: '2026-03-01T11:55:00Z',
    listFrom: '2026-03-01T11:55:00Z',
    isSweep: false,
    etag: null,
  });
});

it('reads the last five minutes again, with the tag of the last response', () => {
  const window = pullWindow(watched(null), cursor);
  expect(window).toMatchObject({ from: '2026-03-10T08:55:00Z', listFrom: '2026-03-10T08:55:00Z', etag: 'W/"1"' });
  expect(nextCursor(window, cursor.since, 'W/"2"')).toEqual({ since: cursor.since, etag: 'W/"2"' });
});

it('keeps no tag when something changed: the next request is for another address', () => {
  const window = pullWindow(watched(null), cursor);
  expect(nextCursor(window, '2026-03-10T09:30:00Z', 'W/"2"')).toEqual({ since: '2026-03-10T09:30:00Z', etag: null });
});

it('lists from a day before something was lost, without a tag, and counts older changes as known', () => {
  const window = pullWindow(watched(Date.parse('2026-03-08T09:00:00Z')), cursor);
  expect(window).toMatchObject({
    from: '2026-03-10T08:55:00Z',
    listFrom: '2026-03-07T09:00:00Z',
    isSweep: true,
    etag: null,
  });
  expect(nextCursor(window, cursor.since, 'W/"2"')).toEqual({ since: cursor.since, etag: null });
});

it('needs no sweep for what was lost after the last pull', () => {
  expect(pullWindow(watched(Date.parse('2026-03-11T09:00:00Z')), cursor)).toMatchObject({ isSweep: false });
});
