import { defineConfig } from 'vitest/config';
import { COMPILED, ROOT } from './support/bundle.ts';

interface Kind {
  /** Folders in tests/. */
  readonly folders: readonly string[];
  readonly files?: readonly string[];
  readonly without?: readonly string[];
  /** Nothing that goes well takes this long, on a busy machine either. */
  readonly timeoutMs: number;
  readonly globalSetup?: string;
}

/** One runner for everything; each worker of a project loads what its tests use once, so there are two of them. */
const project = (name: string, { folders, files = [], without = [], timeoutMs, globalSetup }: Kind) => ({
  extends: true as const,
  test: {
    name,
    include: [...folders.map((folder) => `tests/${folder}/**/*.test.ts`), ...files],
    exclude: [...without, ...LEFT_OUT],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    ...(globalSetup !== undefined && { globalSetup }),
  },
});

/** What `npm test` leaves to `npm run test:long`; a project hears no --exclude of the command line. */
const LEFT_OUT = (process.env.TESTS_LEFT_OUT ?? '').split(',').filter((file) => file !== '');

/** Megabytes of text, a million spans, random days, and passphrases that are slow to guess: no part of `npm run unit`. */
const LONG = [
  'tests/actions/outbox/pull-back-random.test.ts',
  'tests/core/clock/oracle.test.ts',
  'tests/core/scrub/bad-input.test.ts',
  'tests/core/scrub/corpus.test.ts',
  'tests/store/home.test.ts',
  'tests/store/keys.test.ts',
];

export default defineConfig({
  root: ROOT,
  test: {
    // A thread of the desk is started over and over: what it loads is compiled once.
    env: { TZ: 'UTC', NODE_COMPILE_CACHE: COMPILED },
    // The rules, lists and weights are loaded once a worker, not once a file: that was half of what most files took.
    isolate: false,
    unstubGlobals: true,
    // Half of them wait for a browser or another process: three keep two cores busy, one left half the time unused.
    maxWorkers: 3,
    // As long as a page waits for an element: a busy machine is no failure.
    expect: { poll: { timeout: 30_000 } },
    // They begin in the order of their names: what is short fills the end.
    projects: [
      project('unit', {
        folders: ['actions', 'architecture', 'contract', 'core', 'migrations', 'practice', 'store', 'window'],
        without: LONG,
        timeoutMs: 60_000,
      }),
      // These start the desk, a browser or a database, or take long. Side by side the ones wait while the others work.
      project('processes', {
        folders: ['cli', 'e2e', 'electron-smoke', 'security', 'sync', 'team', 'web'],
        files: LONG,
        timeoutMs: 180_000,
        globalSetup: 'tests/support/bundle-desk.ts',
      }),
    ],
  },
});
