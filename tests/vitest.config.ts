import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');

/** One runner for everything; each project is a kind of door the tests come through. */
const project = (name: string, folders: readonly string[], timeout: number, globalSetup: string[] = []) => ({
  extends: true as const,
  test: {
    name,
    globalSetup,
    include: folders.map((folder) => `tests/${folder}/**/*.test.ts`),
    testTimeout: timeout,
    hookTimeout: timeout,
  },
});

export default defineConfig({
  root,
  test: {
    env: { TZ: 'UTC' },
    // The rules, lists and weights are loaded once a worker, not once a file: that was half of what most files took.
    isolate: false,
    unstubGlobals: true,
    // Half of them wait for a browser or another process: three keep two cores busy, one left half the time unused.
    maxWorkers: 3,
    // As long as a page waits for an element: a busy machine is no failure.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      project('unit', ['architecture', 'core', 'practice', 'store', 'migrations', 'actions', 'sync', 'web'], 60_000),
      // Each of these starts the desk many times over.
      project('cli', ['cli'], 180_000, ['tests/support/bundle-desk.ts']),
      project('contract', ['contract'], 60_000),
      project('team', ['team'], 120_000),
      project('browser', ['e2e', 'security'], 120_000),
      project('electron', ['electron-smoke'], 120_000),
    ],
  },
});
