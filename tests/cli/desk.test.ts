// The command line as scripts use it: JSON on stdout, exit codes, and a kill at the worst moment.
import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../support/desk.ts';
import { runDesk, startDesk, waitForOutput } from '../support/process.ts';

const CSV = join(ROOT, 'resources', 'samples', 'dynamics.csv');
const REF = '26-HRC-HD-85-34417215';
const OTHER = '26-HRC-HD-21-18461685';
/** Of what is real; practice needs none, and each key made from one takes half a second. */
const env = { TIER3_DESK_PASSPHRASE: 'correct horse battery staple' };
let home: string;
const running: ChildProcess[] = [];

/** Practice homes that a test begins with a copy of: the export is in; and a ticket of it waits in the outbox. */
const imported = mkdtempSync(join(tmpdir(), 'tier3-cli-imported-'));
const queued = mkdtempSync(join(tmpdir(), 'tier3-cli-queued-'));
beforeAll(async () => {
  await json(['import', CSV, '--practice'], imported);
  cpSync(imported, queued, { recursive: true });
  await json(['triage', REF, '--action', 'escalate', '--team', 'PRODUCT-mhv-medical-records'], queued);
  await json(['export', REF], queued);
});
afterAll(() => {
  for (const folder of [imported, queued]) rmSync(folder, { recursive: true });
});
const beginWith = (folder: string) => cpSync(folder, home, { recursive: true });

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tier3-cli-'));
});
afterEach(async () => {
  for (const child of running.splice(0)) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null)
      await new Promise((resolve) => child.once('exit', resolve));
  }
  rmSync(home, { recursive: true });
});

const json = async (args: readonly string[], folder = home) => {
  const { code, stdout, stderr } = await runDesk([...args, '--home', folder, '--json']);
  if (code !== 0) throw new Error(`${code}: ${stderr}`);
  return JSON.parse(stdout);
};

async function startStandIns(): Promise<{ github: string; zenhub: string; child: ChildProcess }> {
  const child = startDesk(['practice', '--home', home, '--port', '0', '--json']);
  running.push(child);
  const [line] = await waitForOutput(child, /\{.*\}/);
  return { ...JSON.parse(line), child };
}

const issuesAt = async (github: string): Promise<{ title: string; body: string; labels: { name: string }[] }[]> =>
  (
    await fetch(`${github}/repos/department-of-veterans-affairs/va.gov-team/issues?state=all&per_page=100`, {
      headers: { authorization: 'token t' },
    })
  ).json() as never;

describe('the main job from a terminal', () => {
  it('goes from an export to one scrubbed ticket', async () => {
    expect(await json(['import', CSV, '--practice'])).toEqual({
      importId: expect.any(Number),
      imported: 80,
      duplicates: 0,
      rejected: [],
      rejectedCount: 0,
    });
    expect(await json(['import', CSV])).toEqual({ imported: 0, duplicates: 80, rejected: [], rejectedCount: 0 });
    const { github } = await startStandIns();
    expect(await json(['triage', REF, '--action', 'escalate', '--team', 'PRODUCT-mhv-medical-records'])).toEqual({
      reference: REF,
      status: 'escalated',
      team: 'PRODUCT-mhv-medical-records',
    });
    expect(await json(['cases', '--status', 'escalated'])).toMatchObject([{ reference: REF }]);
    await json(['export', REF]);
    expect(await json(['outbox'])).toMatchObject({ waiting: 2, attention: 0 });
    expect(await json(['sync', '--once'])).toEqual({ sent: 2, waiting: 0, attention: 0 });
    const issues = await issuesAt(github);
    expect(issues).toHaveLength(1);
    expect(issues[0]?.body).toContain(REF);
    expect(issues[0]?.labels.map((label) => label.name)).toEqual([
      'MHV-Tier-3',
      'PRODUCT-mhv-medical-records',
      'TEAM-mhv-medical-records',
    ]);
  });

  it('waits while the stand-ins are down', async () => {
    beginWith(queued);
    writeFileSync(
      join(home, 'practice.json'),
      JSON.stringify({ github: 'http://127.0.0.1:9/github', zenhub: 'http://127.0.0.1:9/zenhub/graphql' }),
    );
    expect(await json(['sync', '--once'])).toEqual({ sent: 0, waiting: 2, attention: 0 });
    // Examples of the reviewer: nobody has reviewed anything, and the file is the owner's alone.
    const out = join(home, 'examples.jsonl');
    expect(await json(['examples', '--out', out])).toEqual({ examples: 0, out });
    expect(statSync(out).mode & 0o077).toBe(0);
    const again = await runDesk(['examples', '--out', out, '--home', home]);
    expect(again.code).not.toBe(0);
    expect(again.stderr).toContain('already exists. Choose a new file name.');
  });

  it('takes thousands of lines through one process, in order, with the spans of each', async () => {
    const lines = Array.from({ length: 2000 }, (_, i) => JSON.stringify({ text: `call ${i}: SSN 518-41-0093` }));
    const { code, stdout } = await runDesk(['scrub', '--lines'], { stdin: `${lines.join('\n')}\n` });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(answers).toHaveLength(2000);
    expect(answers[7]).toEqual({
      text: 'call 7: SSN [SSN]',
      findings: [{ start: 12, end: 23, type: 'SSN', confidence: expect.any(Number) }],
    });
    expect(JSON.parse((await runDesk(['scrub', '--json'], { stdin: 'SSN 518-41-0093' })).stdout).text).toBe(
      'SSN [SSN]',
    );
  });
});

describe('a kill', () => {
  it('between queueing and sending leaves exactly one ticket', async () => {
    beginWith(queued);
    const { github } = await startStandIns();
    // The stand-in takes the create and never answers; the desk is killed while it waits for the answer.
    await fetch(`${github.replace('/github', '')}/practice/faults`, {
      method: 'POST',
      body: JSON.stringify({ what: 'hang-after' }),
    });
    const victim = startDesk(['sync', '--once', '--home', home]);
    running.push(victim);
    while ((await issuesAt(github)).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    victim.kill('SIGKILL');
    await new Promise((resolve) => victim.once('exit', resolve));
    // The ticket is found by its marker before anything leaves; only its place on the board is still to be sent.
    expect(await json(['sync', '--once'])).toMatchObject({ waiting: 0, attention: 0 });
    const { entries } = await json(['outbox']);
    expect(entries.map((entry: { state: string }) => entry.state)).toEqual(['sent', 'sent']);
    expect(await issuesAt(github)).toHaveLength(1);
  });

  it('before anything left loses nothing', async () => {
    beginWith(imported);
    for (const reference of [REF, OTHER])
      await json(['triage', reference, '--action', 'escalate', '--team', 'mhv-medications']);
    const victim = startDesk(['export', REF, OTHER, '--home', home]);
    running.push(victim);
    await waitForOutput(victim, /2 queued/);
    victim.kill('SIGKILL');
    const { github } = await startStandIns();
    await json(['sync', '--once']);
    await json(['sync', '--once']);
    expect(await issuesAt(github)).toHaveLength(2);
  });
});

describe('refusals', () => {
  it('exit with 1 and a message, or 2 for wrong usage', async () => {
    const refused = await runDesk(['triage', 'NO-SUCH', '--action', 'respond', '--home', home, '--practice'], { env });
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('There is no case NO-SUCH') });
    expect(await runDesk(['import', '/no/such.csv', '--home', home, '--practice'], { env })).toMatchObject({ code: 1 });
    for (const args of [[], ['dance'], ['import'], ['cases', '--status', 'odd'], ['cases', '--nope'], ['sync']]) {
      expect(await runDesk([...args, '--home', home, '--practice'], { env })).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining('Usage:'),
      });
    }
  });

  it('leave no desk behind where a name was mistyped', async () => {
    const missing = join(home, 'mistyped');
    expect(await runDesk(['cases', '--home', missing], { env })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`There is no desk in ${missing}`),
    });
    expect(existsSync(missing)).toBe(false);
  });

  it('need the right passphrase, and never mix practice with real', async () => {
    const [make, real] = [
      ['import', CSV, '--home', home],
      ['cases', '--home', home, '--json'],
    ];
    expect(await runDesk(make, { env: { TIER3_DESK_PASSPHRASE: undefined as never } })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('TIER3_DESK_PASSPHRASE'),
    });
    expect(await runDesk(make, { env })).toMatchObject({ code: 0 });
    expect(await runDesk(real, { env })).toMatchObject({ code: 0 });
    expect(await runDesk(real, { env: { TIER3_DESK_PASSPHRASE: 'wrong' } })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('does not open this desk'),
    });
    expect(await runDesk([...real, '--practice'], { env })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('real home'),
    });
  });

  it('write nothing personal to the log', async () => {
    beginWith(imported);
    const logs = readdirSync(home).filter((name) => name.endsWith('.log'));
    expect(logs.map((name) => readFileSync(join(home, name), 'utf8')).join('')).not.toMatch(/Uberacker/);
  });
});

describe('odd words on the command line', () => {
  it('meet a sentence, not a stack', async () => {
    const file = join(home, 'a-file');
    writeFileSync(file, '');
    for (const [args, code, said] of [
      [['__proto__', '--home', home], 2, "unknown command '__proto__'"],
      [['constructor', '--home', home], 2, "unknown command 'constructor'"],
      [['cases', '--home', file, '--practice'], 1, 'is not a folder'],
    ] as const) {
      const { code: got, stderr } = await runDesk(args, { env });
      expect({ args, got, stderr }).toMatchObject({ got: code, stderr: expect.stringContaining(said) });
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });

  it('are helped with: each command by itself, near words, and errors a script can read', async () => {
    expect(await runDesk(['cases', '--help'], { env })).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/--status <status>[\s\S]+--home <dir>/),
    });
    expect((await runDesk(['casse'], { env })).stderr).toContain('Did you mean cases?');
    expect((await runDesk(['completion', 'fish'], { env })).stdout).toContain('__fish_seen_subcommand_from triage');
    for (const [args, said] of [
      [['cases', '--limit', 'many', '--json'], 'It must be a whole number'],
      [['report', '--json'], "required option '--ledger <ledger>' not specified"],
      [['report', '--ledger', 'support', '--month', '2026-13', '--json'], 'like 2026-10'],
      [['cases', '--home', '', '--json'], 'Give the folder of the desk.'],
    ] as const) {
      const { code, stderr } = await runDesk(args, { env });
      expect([code, JSON.parse(stderr)]).toEqual([
        2,
        { error: { kind: 'usage', message: expect.stringContaining(said) } },
      ]);
    }
    const missing = await runDesk(['import', '/no/such.csv', '--home', home, '--practice', '--json'], { env });
    expect(JSON.parse(missing.stderr)).toEqual({
      error: { kind: 'not-found', message: 'There is no file /no/such.csv.' },
    });
  });

  it('end quietly when the reader of a long answer has seen enough', async () => {
    const child = startDesk(['scrub', '--lines'], env);
    running.push(child);
    let stderr = '';
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout?.once('data', () => child.stdout?.destroy());
    child.stdin?.on('error', () => {});
    child.stdin?.end(`${JSON.stringify({ text: 'The page is blank. '.repeat(50) })}\n`.repeat(2000));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
