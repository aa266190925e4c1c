// desk move-github: looks first, says what stays and why, moves, and speaks plainly where an address names no repository.
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamicsCsv } from '../support/desk.ts';
import { runDesk, startDesk, waitForOutput } from '../support/process.ts';

const OLD = 'department-of-veterans-affairs/va.gov-team';
const NEW = 'va.ghe.com/software/va.gov-team';
const RECORD = '26-HRC-HD-85-00000981';
let home: string;
let standIns: ChildProcess;

const desk = async (...args: string[]) => runDesk([...args, '--home', home]);
const json = async (...args: string[]) => {
  const { code, stdout, stderr } = await desk(...args, '--json');
  if (code !== 0) throw new Error(`${code}: ${stderr}`);
  return JSON.parse(stdout);
};

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'tier3-cli-'));
  const csv = join(home, 'export.csv');
  writeFileSync(csv, dynamicsCsv([{ reference: RECORD, text: 'Refill list is blank' }]));
  await json('import', csv, '--practice');
  standIns = startDesk(['practice', '--home', home, '--port', '0', '--json']);
  await waitForOutput(standIns, /\{.*\}/);
  await json('triage', RECORD, '--action', 'escalate', '--team', 'mhv-medications');
  await json('export', RECORD);
  await json('sync', '--once');
}, 120_000);
afterAll(async () => {
  standIns.kill('SIGKILL');
  await new Promise((resolve) => standIns.once('exit', resolve));
  rmSync(home, { recursive: true });
});

it('tells in a dry run, refuses what names no repository, and moves', async () => {
  const tried = await desk('move-github', OLD, `https://${NEW}/issues`, '--dry-run');
  expect(tried).toMatchObject({ code: 0, stderr: '' });
  expect(tried.stdout.split('\n').slice(0, 4)).toEqual([
    'Nothing was changed.',
    `1 ticket is at ${NEW}:`,
    `  #1 is #1  ${RECORD}`,
    expect.stringMatching(/^0 entries of the outbox would follow; teams: .*Medications/),
  ]);
  const wrong = await desk('move-github', OLD, 'va.gov-team');
  expect(wrong.code).not.toBe(0);
  expect(wrong.stderr).toContain('The new place names no repository. Paste its address');
  expect(wrong.stderr).not.toMatch(/✖|github\.move/);
  expect(await json('move-github', OLD, NEW)).toMatchObject({
    dryRun: false,
    found: [{ was: 1, now: 1 }],
    missing: [],
  });
});
