// What desks of a team ask the database for while nobody does anything: a look once a minute, and nothing between.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type PracticePostgres, startPostgres } from '../../electron/practice/postgres.ts';
import { openPlainOffice, type PlainOffice } from '../support/plain-context.ts';
import { type Line, openLine } from './rounds/line.ts';

/** What is new, who is in the team, what this desk looks at, what the others do; and once more when another says so. */
const MOST_A_LOOK = 5;
const { setTimeout: later } = globalThis;
const folder = mkdtempSync(join(tmpdir(), 'tier3-team-'));
const desks: PlainOffice[] = [];
let postgres: PracticePostgres;
let line: Line;

beforeAll(async () => {
  postgres = await startPostgres(folder);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  line = await openLine(postgres.port);
  const databaseUrl = postgres.url.replace(`:${postgres.port}`, `:${line.port}`);
  const [anna, ben] = [openPlainOffice(), openPlainOffice()];
  desks.push(anna, ben);
  const { invitation } = await anna.call('team.create', { databaseUrl, name: 'Anna' });
  await ben.call('team.join', { invitation, name: 'Ben' });
  for (const desk of desks) desk.start();
  await anna.call('cases.log', { line: 'slack the page is blank' });
  const { cases } = await anna.call('cases.list', { count: 1 });
  await anna.call('team.look', { id: cases[0]?.id ?? null });
});

afterAll(async () => {
  vi.useRealTimers();
  for (const desk of desks) await desk.close();
  line.close();
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

/** Lets so much time go by, and what it began come to its end. */
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  for (let before = -1; before !== line.asked() || line.isWaiting(); ) {
    before = line.asked();
    // After what is there to be read, too: on a busy machine it may be there when the time is over.
    await new Promise((resume) => later(() => setImmediate(resume), 400));
    await vi.advanceTimersByTimeAsync(1);
  }
}

const lines = async () => Promise.all(desks.map(async (desk) => (await desk.call('team.get', {})).line));

it('asks no more often than once a minute, and then little', async () => {
  for (let tried = 0; tried < 20 && (await lines()).some((one) => one !== 'connected'); tried += 1) await pass(100);
  expect(await lines()).toEqual(['connected', 'connected']);
  await pass(5_000); // what a desk does by itself after its start
  const first = line.asked();
  await pass(53_000);
  expect(line.asked()).toBe(first);
  for (let minute = 0; minute < 3; minute += 1) {
    const before = line.asked();
    await pass(60_000);
    expect(line.asked()).toBeGreaterThan(before);
    expect(line.asked() - before).toBeLessThanOrEqual(MOST_A_LOOK * desks.length);
  }
});

it('knows by then who of the others views which case, for the rows of the queue', async () => {
  const [ofAnna, ofBen] = await Promise.all(desks.map(async (desk) => (await desk.call('team.looks', {})).looks));
  expect(ofBen?.map(({ names }) => names)).toEqual([['Anna']]);
  const { cases } = await desks[1]!.call('cases.list', { count: 1 });
  expect(ofBen?.[0]?.caseId).toBe(cases[0]?.id);
  expect(ofAnna).toEqual([]);
});
