// The fast tests that reach the rules, the store, actions and sync: one worker, in the order they are named in, transforms kept.
import { join, relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = join(import.meta.dirname, '..', '..');
const order: readonly string[] = JSON.parse(process.env.MUTANT_TESTS ?? '[]');
const placeOf = ({ moduleId }: TestSpecification) => order.indexOf(relative(root, moduleId));

class AsNamed extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return files.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

export default defineConfig({
  root,
  test: {
    env: { TZ: 'UTC' },
    isolate: false,
    unstubGlobals: true,
    maxWorkers: 1,
    fsModuleCache: true,
    // A test that only waits is no noticed mutant; one in a loop is killed from outside.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    sequence: { sequencer: AsNamed },
    include: ['actions', 'contract', 'core', 'practice', 'store', 'sync', 'team'].map(
      (folder) => `tests/${folder}/**/*.test.ts`,
    ),
    // What runs for long by design, or starts processes: a mutant there would take minutes.
    exclude: [
      'tests/actions/outbox/pull-back-random.test.ts',
      'tests/core/{clock/oracle,scrub/bad-input,scrub/corpus}.test.ts',
      'tests/store/{home,keys}.test.ts',
      'tests/sync/limits.test.ts',
      'tests/team/idle.test.ts',
    ],
    ...(process.env.MUTANT_REACH !== undefined && { setupFiles: ['tests/mutants/note-reach.ts'] }),
  },
});
