// npm test: format and lint, types, build, then every test; ends with one line that counts them all.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMPILED } from './support/bundle.ts';

const root = join(import.meta.dirname, '..');
/** Left to `npm run test:long`: this must stay under a quarter of an hour on two cores. */
const LONG = [
  'tests/sync/limits.test.ts',
  'tests/sync/github-move.test.ts',
  'tests/security/payloads.test.ts',
  'tests/e2e/whole-day.test.ts',
];

const counts = { passed: 0, failed: 0, skipped: 0 };

interface Check {
  readonly name: string;
  /** Its path in the project. */
  readonly script: string;
  readonly args: readonly string[];
}

/** One after the other; what each says is printed when it has ended. */
async function checkInLane(lane: readonly Check[]): Promise<void> {
  for (const { name, script, args } of lane) {
    const started = Date.now();
    // Desks are started over and over in the rounds: what they load is compiled once.
    const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED };
    const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root, env });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk;
      });
    const code = await new Promise((resolve) => child.once('close', resolve));
    counts[code === 0 ? 'passed' : 'failed'] += 1;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`\n── ${name}\n${said}── ${name}: ${code === 0 ? 'ok' : 'FAILED'}, ${seconds} s`);
  }
}

const checkInLanes = (...lanes: readonly (readonly Check[])[]) => Promise.all(lanes.map(checkInLane));

/** The browser tests are never skipped: without a Chromium `npm test` has already stopped in its set-up. */
async function runTests(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tier3-desk-test-'));
  const report = join(folder, 'report.json');
  try {
    console.log('\n── tests');
    const args = ['run', '--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json'];
    const started = Date.now();
    const child = spawn(
      process.execPath,
      [join(root, 'node_modules/vitest/vitest.mjs'), ...args, `--outputFile.json=${report}`],
      { cwd: root, env: { ...process.env, TESTS_LEFT_OUT: LONG.join() }, stdio: 'inherit' },
    );
    const status = await new Promise((resolve) => child.once('close', resolve));
    console.log(`── tests: ${status === 0 ? 'ok' : 'FAILED'}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
    const result = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
      numFailedTestSuites: number;
    };
    counts.passed += result.numPassedTests;
    counts.failed += result.numFailedTests;
    counts.skipped += result.numPendingTests;
    if (status !== 0 && result.numFailedTests === 0) counts.failed += Math.max(1, result.numFailedTestSuites);
    if (result.numPassedTests === 0) counts.failed += 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const tsc = 'node_modules/typescript/bin/tsc';
// What the tests of the window open.
await checkInLanes(
  [{ name: 'build', script: 'node_modules/electron-vite/bin/electron-vite.js', args: ['build', '--logLevel', 'warn'] }],
  [
    {
      name: 'lint and format',
      script: 'node_modules/@biomejs/biome/bin/biome',
      args: ['check', '--error-on-warnings', '.'],
    },
  ],
);
// Beside the tests, which begin on one core; the rounds wait for processes to be killed and to come up again.
await Promise.all([
  runTests(),
  checkInLane([
    { name: 'types of the rules (no Node, no DOM)', script: tsc, args: ['-p', 'electron/core'] },
    { name: 'types of the window (no Node)', script: tsc, args: ['-p', 'renderer'] },
    { name: 'types of everything else', script: tsc, args: ['-p', '.'] },
    { name: '8 rounds of kills and broken networks', script: 'tests/faults/run.ts', args: ['--rounds', '8'] },
    { name: 'a kill of an import', script: 'tests/faults/import-kills.ts', args: ['--kills', '1', '--rows', '600'] },
    {
      name: '40 rounds of a team with faults',
      script: 'tests/team/rounds/run.ts',
      args: ['--rounds', '40', '--desks', '2'],
    },
    {
      name: '2 rounds of kills during backup, restore, purge, rekey and upgrade',
      script: 'tests/keep/run.ts',
      args: ['--rounds', '2'],
    },
  ]),
]);

const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed === 0 ? 0 : 1;
