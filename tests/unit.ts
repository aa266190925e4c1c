// npm run unit: the fast tests, without a browser and without another process; its last line says how long they took. With files
// (npm run unit -- tests/sync/boards.test.ts) it runs those, of whatever kind they are.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const args = process.argv.slice(2);
const chosen = args.some((arg) => arg.startsWith('tests/')) ? [] : ['--project', 'unit'];
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const started = performance.now();
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', 'tests/vitest.config.ts', ...chosen, ...args],
  { cwd: root, stdio: 'inherit' },
);
console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
process.exitCode = status ?? 1;
