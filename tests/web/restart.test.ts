// A back office that dies is started again, and says so.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DeskEvent } from '../../electron/contract/calls.ts';
import { startPractice } from '../../electron/practice/start.ts';
import { startOffice } from '../../electron/worker/link.ts';
import { createReception, type Reception } from '../../electron/worker/reception.ts';
import { ROOT } from '../support/desk.ts';

let folder: string;
let reception: Reception;
const events: DeskEvent[] = [];
const told = () =>
  events.flatMap((event) =>
    event.event === 'notify' && event.title.startsWith('The back office') ? [event.title] : [],
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tier3-restart-'));
  reception = createReception({
    host: { name: 'browser', can: { tray: false, globalShortcut: false, nativeNotify: false } },
    keychain: null,
    passphrase: undefined,
    folder,
    root: ROOT,
    tokens: { github: null, zenhub: null },
    clockOffsetMs: 0,
    start: (order, listeners) => startOffice(new URL('../support/mortal-thread.ts', import.meta.url), order, listeners),
    startPractice,
    announce: (event) => events.push(event),
  });
  await reception.open('practice');
  await reception.dispatch('intake.samples', {});
});
afterAll(async () => {
  await reception.close();
  rmSync(folder, { recursive: true });
});

async function die(): Promise<void> {
  const before = told().length;
  expect(await reception.dispatch('test.die', {})).toMatchObject({ ok: false, error: { kind: 'internal' } });
  while (told().length === before) await new Promise((resume) => setTimeout(resume, 20));
}

it('is open again with everything saved, three times', async () => {
  for (let crash = 0; crash < 3; crash += 1) {
    await die();
    expect(told().at(-1)).toBe('The back office was started again');
    expect(await reception.dispatch('desk.state', {})).toMatchObject({ value: { state: 'open' } });
    const list = (await reception.dispatch('cases.list', {})) as { ok: true; value: { total: number } };
    expect(list.value.total).toBeGreaterThan(0);
  }
});

it('is left stopped when it keeps dying, and says that too', async () => {
  await die();
  expect(told().at(-1)).toBe('The back office stopped');
  expect(await reception.dispatch('desk.state', {})).toMatchObject({ value: { state: 'locked' } });
  expect(await reception.dispatch('cases.list', {})).toMatchObject({ ok: false, error: { kind: 'locked' } });
});
