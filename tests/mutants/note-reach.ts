// In the worker, once around all mutants: which functions of the desk each test file calls. One line of JSON a file.
import { appendFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';

const shared = globalThis as { reachSession?: Session };
let started = 0;

const pathOf = (url: string) => (url.startsWith('file:') ? fileURLToPath(url) : url);

beforeAll(async () => {
  started = performance.now();
  if (shared.reachSession !== undefined) return;
  shared.reachSession = new Session();
  shared.reachSession.connect();
  await shared.reachSession.post('Profiler.enable');
  await shared.reachSession.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
});

afterAll(async () => {
  // Counted since it was last asked for.
  const { result } = (await shared.reachSession?.post('Profiler.takePreciseCoverage')) ?? { result: [] };
  const calls = result.flatMap(({ url, functions }) => {
    const file = relative(process.cwd(), pathOf(url));
    if (!file.startsWith('electron')) return [];
    const called = functions.filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0);
    return called.map(({ functionName }) => `${file} ${functionName}`);
  });
  const test = relative(process.cwd(), expect.getState().testPath ?? '');
  const line = { test, ms: performance.now() - started, calls: [...new Set(calls)] };
  appendFileSync(process.env.MUTANT_REACH ?? '', `${JSON.stringify(line)}\n`);
});
