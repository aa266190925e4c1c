// A locked desk: no call is answered, its store is closed, and only who may open it gets in again.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { DeskEvent } from '../../electron/contract/calls.ts';
import { createClient } from '../../electron/contract/client.ts';
import { locateHome } from '../../electron/host/home.ts';
import { enterStore } from '../../electron/store/file/presence.ts';
import { createGateway, type Gateway } from '../../electron/worker/gateway.ts';
import { createIdleLock } from '../../electron/worker/idle-lock.ts';
import { startWorker } from '../../electron/worker/worker-client.ts';
import { ROOT, THREAD } from '../support/bundle.ts';

const PASSPHRASE = 'correct horse battery staple';
let folder: string;
let gateway: Gateway;
const events: DeskEvent[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tier3-lock-'));
  gateway = createGateway({
    host: { name: 'browser', can: { tray: false, globalShortcut: false, nativeNotify: false } },
    keychain: null,
    passphrase: PASSPHRASE,
    folder,
    root: ROOT,
    tokens: { github: null, zenhub: null },
    clockOffsetMs: 0,
    start: (order, listeners) => startWorker(THREAD, order, listeners),
    startPractice: () => Promise.reject(new Error('not practice')),
    announce: (event) => events.push(event),
  });
});
afterAll(async () => {
  await gateway.close();
  rmSync(folder, { recursive: true });
});

const call = createClient((name, input) => gateway.dispatch(name, input));

it('is made with a code, locked by hand, and opened by its passphrase alone; what was saved is there', async () => {
  const { code } = await call('desk.open', { mode: 'real' });
  expect(code).toMatch(/^(\w{4}-){7}\w{4}$/);
  await call('lock.save', { idleMinutes: 5 });
  const locking = call('desk.lock', {});
  await expect(call('cases.list', {})).rejects.toMatchObject({ kind: 'locked' });
  await locking;
  expect(events).toContainEqual({ event: 'tray', worst: 'fine', count: 0, nearest: [] });
  const presence = enterStore(locateHome(folder, 'real').store);
  presence.leave();
  expect(presence.alone).toBe(true); // nobody has the store open
  await expect(call('desk.open', { mode: 'real' })).rejects.toMatchObject({ kind: 'locked' });
  await expect(call('desk.open', { mode: 'real', passphrase: 'wrong, and long' })).rejects.toMatchObject({
    kind: 'locked',
  });
  expect((await call('desk.open', { mode: 'real', passphrase: PASSPHRASE })).code).toBeNull();
  expect(await call('lock.get', {})).toEqual({ idleMinutes: 5 });
});

it('gives another passphrase, code and key only to who shows the one of today', async () => {
  const next = 'another long passphrase';
  await expect(call('keys.change', { passphrase: 'wrong, and long', next })).rejects.toMatchObject({ kind: 'locked' });
  await call('keys.change', { passphrase: PASSPHRASE, next });
  const { code } = await call('keys.newCode', { passphrase: next });
  const rekeyed = await call('keys.rekey', { passphrase: next });
  expect(rekeyed.isDone).toBe(true);
  expect(await call('lock.get', {})).toEqual({ idleMinutes: 5 });
  await call('desk.lock', {});
  await expect(call('desk.recover', { code, next: PASSPHRASE })).rejects.toMatchObject({ kind: 'locked' });
  const recovered = await call('desk.recover', { code: rekeyed.code, next: PASSPHRASE });
  expect(recovered).toMatchObject({ state: 'open', code: expect.not.stringMatching(rekeyed.code) });
});

it('that is damaged beyond opening is offered its newest good snapshot, and opens as of that', async () => {
  await call('snapshots.take', {});
  await call('lock.save', { idleMinutes: 30 });
  const { snapshots } = await call('snapshots.list', {});
  const { lines } = await call('snapshots.preview', { name: snapshots[0]!.name });
  expect(lines).toEqual(['goes away: 1 line of activity', 'becomes as it was: 1 setting']);
  await call('desk.lock', {});
  const { store } = locateHome(folder, 'real');
  writeFileSync(store, readFileSync(store).fill(0, 0, 8_192));
  await expect(call('desk.open', { mode: 'real', passphrase: PASSPHRASE })).rejects.toMatchObject({ kind: 'refused' });
  expect((await call('desk.state', {})).offer).toMatchObject({ name: snapshots[0]!.name });
  const { kept } = await call('snapshots.restore', { name: snapshots[0]!.name });
  expect(kept).toMatch(/damaged/);
  expect(await call('lock.get', {})).toEqual({ idleMinutes: 5 });
});

it('is locked by itself after so many minutes without work', () => {
  vi.useFakeTimers();
  const lock = vi.fn();
  const idle = createIdleLock(lock);
  vi.advanceTimersByTime(3_600_000);
  expect(lock).not.toHaveBeenCalled();
  idle.setMinutes(5);
  idle.active();
  vi.advanceTimersByTime(4 * 60_000);
  idle.active();
  vi.advanceTimersByTime(4 * 60_000);
  expect(lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(61_000);
  expect(lock).toHaveBeenCalled();
  idle.stop();
  vi.useRealTimers();
});
