// npm run test:security: runs every test that SECURITY.md and the table of Electron's checklist name and says row by row whether it
// holds or says itself that no test does, and lets hostile spreadsheets,
// comments and pages at the desk in a real browser: payloads are counted, and none may run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/desk.ts';
import { problemsOf, readRows } from './rows.ts';

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

const rows = readRows();
const files = [...new Set(rows.flatMap(({ tests }) => tests.map(({ file }) => file)))];
const folder = mkdtempSync(join(tmpdir(), 'tier3-security-'));
const output = join(folder, 'report.json');
const args = [
  'run',
  '--config',
  'tests/vitest.config.ts',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${output}`,
];
spawnSync(
  process.execPath,
  [join(ROOT, 'node_modules/vitest/vitest.mjs'), ...args, ...files, 'tests/security/payloads.test.ts'],
  {
    cwd: ROOT,
    stdio: 'inherit',
  },
);
const report = JSON.parse(readFileSync(output, 'utf8')) as Report;
rmSync(folder, { recursive: true });

function outcomes(file: string, title: string | null): { readonly passed: number; readonly failed: number } {
  const begin = title?.split('…')[0] ?? '';
  const all = report.testResults
    .filter(({ name }) => name.endsWith(file))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ fullName }) => fullName.includes(begin));
  return {
    passed: all.filter(({ status }) => status === 'passed').length,
    failed: all.filter(({ status }) => status !== 'passed').length,
  };
}

let wrong = 0;
for (const row of rows) {
  const found = row.tests.map(({ file, title }) => outcomes(file, title));
  const passed = found.reduce((sum, one) => sum + one.passed, 0);
  const holds = problemsOf(row).length === 0 && found.every((one) => one.passed > 0 && one.failed === 0);
  if (!holds) wrong += 1;
  const what = row.number === null ? `${row.of}, in the text` : `${row.of}, row ${row.number}`;
  const verdict = holds ? (row.isOpen ? 'said to have no test' : 'holds') : 'DOES NOT HOLD';
  console.log(`${verdict}: ${what}, ${passed} tests (${row.tests.map(({ name }) => name).join(', ')})`);
}
const payloads = outcomes('tests/security/payloads.test.ts', null);
console.log(
  `${rows.length} points, ${wrong} that do not hold; hostile payloads: ${payloads.passed} tests passed, ${payloads.failed} failed`,
);
process.exitCode = wrong + payloads.failed === 0 && payloads.passed > 0 ? 0 : 1;
