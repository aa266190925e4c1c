// A backend that dies is started again, and says so.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DeskEvent } from '../../electron/contract/calls.ts';
import { startPractice } from '../../electron/practice/start.ts';
import { createGateway, type Gateway } from '../../electron/worker/gateway.ts';
import { startWorker } from '../../electron/worker/worker-client.ts';
import { ROOT } from '../support/bundle.ts';

let folder: string;
let gateway: Gateway;
const events: DeskEvent[] = [];
const told = () =>
  events.flatMap((event) => (event.event === 'notify' && event.title.startsWith('The backend') ? [event.title] : []));

const startDesk = () =>
  createGateway({
    host: { name: 'browser', can: { tray: false, globalShortcut: false, nativeNotify: false } },
    keychain: null,
    passphrase: undefined,
    folder,
    root: ROOT,
    tokens: { github: null, zenhub: null },
    clockOffsetMs: 0,
    start: (order, listeners) => startWorker(new URL('../support/mortal-thread.ts', import.meta.url), order, listeners),
    startPractice,
    announce: (event) => events.push(event),
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tier3-restart-'));
  gateway = startDesk();
  await gateway.open('practice');
  await gateway.dispatch('intake.samples', {});
});
afterAll(async () => {
  await gateway.close();
  rmSync(folder, { recursive: true });
});

async function die(): Promise<void> {
  const before = told().length;
  expect(await gateway.dispatch('test.die', {})).toMatchObject({ ok: false, error: { kind: 'internal' } });
  while (told().length === before) await new Promise((resume) => setTimeout(resume, 20));
}

/** @returns what the practice clock shows then, in UTC ms */
async function advance(minutes: number): Promise<number> {
  const moved = (await gateway.dispatch('practice.advance', { minutes })) as { ok: true; value: { now: number } };
  return moved.value.now;
}

it('is open again with everything saved, three times, at the time practice had moved on to', async () => {
  const before = await advance(600);
  for (let crash = 0; crash < 3; crash += 1) {
    await die();
    expect(told().at(-1)).toBe('The backend was started again');
    expect(await gateway.dispatch('desk.state', {})).toMatchObject({ value: { state: 'open' } });
    const list = (await gateway.dispatch('cases.list', {})) as { ok: true; value: { total: number } };
    expect(list.value.total).toBeGreaterThan(0);
  }
  expect((await advance(600)) - before).toBeGreaterThanOrEqual(600 * 60_000);
});

it('is left stopped when it keeps dying, and says that too', async () => {
  await die();
  expect(told().at(-1)).toBe('The backend stopped');
  expect(await gateway.dispatch('desk.state', {})).toMatchObject({ value: { state: 'locked' } });
  expect(await gateway.dispatch('cases.list', {})).toMatchObject({ ok: false, error: { kind: 'locked' } });
});

it('is at the time practice had moved on to when the whole desk is started once more', async () => {
  await gateway.close();
  gateway = startDesk();
  await gateway.open('practice');
  const before = await advance(600);
  await gateway.close();
  gateway = startDesk();
  await gateway.open('practice');
  expect(await advance(1)).toBeGreaterThan(before);
});

it('stays locked when it is locked while it is being started again', async () => {
  const before = told().length;
  await gateway.dispatch('test.die', {});
  const locked = gateway.dispatch('desk.lock', {});
  while (told().length === before) await new Promise((resume) => setTimeout(resume, 20));
  await locked;
  expect(await gateway.dispatch('desk.state', {})).toMatchObject({ value: { state: 'locked' } });
  expect(await gateway.dispatch('cases.list', {})).toMatchObject({ ok: false, error: { kind: 'locked' } });
});
