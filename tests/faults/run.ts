// npm run test:faults -- --seed N --rounds 60: desks in processes of their own are killed at random, the network breaks
// before and after the effect, services answer with errors and limits. After each round every entry that a desk had taken
// on is at the service exactly once and in order, the store is whole, and nothing personal is in a log or at the service.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hasMarker } from '../../electron/core/compose/marker.ts';
import { locateHome } from '../../electron/host/home.ts';
import { openKey } from '../../electron/host/key.ts';
import { servePractice } from '../../electron/practice/serve.ts';
import { openStore } from '../../electron/store/open.ts';
import { listEntries, type StoredEntry } from '../../electron/store/outbox.ts';
import { seeded } from '../bench/many-cases.ts';
import { ROOT } from '../support/desk.ts';

const { values } = parseArgs({ options: { seed: { type: 'string' }, rounds: { type: 'string', default: '60' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const rounds = Number(values.rounds);
const chance = seeded(seed);
const between = (from: number, to: number) => from + Math.floor(chance() * (to - from));
const pick = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T;

/** The person nobody outside may ever hear of. */
const PERSON = ['Rosalia Michel', '555-12-9876', 'rosalia.michel@example.com'];
const TEXT = `Veteran ${PERSON[0]} ssn ${PERSON[1]} email ${PERSON[2]} cannot download the report`;
const FAULTS = ['drop-before', 'drop-after', 500, 502, 503, 429, 403] as const;
const EVERYTHING = 1_000_000;

const folder = mkdtempSync(join(tmpdir(), 'tier3-faults-'));
const home = locateHome(folder, 'practice');
const key = openKey(home, 'practice', { passphrase: undefined, keychain: null });
const practice = await servePractice({ root: ROOT, stateFile: home.practiceState, noteFile: home.practice, port: 0 });
const counts = { kills: 0, entries: 0, losses: 0, duplicates: 0, disorders: 0, leaks: 0, broken: 0 };
const faults = new Map<string, number>();
const promised = new Set<string>();
let said = '';

function startDesk(task: string, name: string): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'desk-process.ts'), folder, task, name, TEXT], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.on('data', (chunk: Buffer) => {
    for (const line of String(chunk).split('\n'))
      if (line.startsWith('queued ')) promised.add(line.slice('queued '.length));
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    said += String(chunk);
  });
  return child;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code)));
}

async function askForFaults(): Promise<void> {
  for (let at = between(0, 4); at > 0; at -= 1) {
    const what = pick(FAULTS);
    const service = pick(['github', 'github', 'zenhub'] as const);
    const method = service === 'github' ? pick(['POST', 'POST', 'GET'] as const) : 'POST';
    const headers = what === 429 || what === 403 ? { 'retry-after': '1' } : {};
    const url = `${practice.github.replace('/github', '')}/practice/faults`;
    await fetch(url, {
      method: 'POST',
      body: JSON.stringify({ service, method, what, times: between(1, 3), headers }),
    });
    faults.set(`${service} ${what}`, (faults.get(`${service} ${what}`) ?? 0) + 1);
  }
}

/** Starts a desk, or two windows of it, and kills each at some instant; one in five is left to end by itself. */
async function workAndDie(round: number): Promise<void> {
  const desks = Array.from({ length: chance() < 0.3 ? 2 : 1 }, (_, at) => startDesk('work', `${round}-${at}`));
  await Promise.all(
    desks.map(async (desk) => {
      const end = ended(desk);
      const timer =
        chance() < 0.2
          ? undefined
          : setTimeout(
              () => {
                if (desk.exitCode === null && desk.kill('SIGKILL')) counts.kills += 1;
              },
              between(300, 1_600),
            );
      await end;
      clearTimeout(timer);
    }),
  );
}

function check(): void {
  const store = openStore({ file: home.store, key, migrations: join(ROOT, 'drizzle', 'migrations') });
  const entries = listEntries(store.db, EVERYTHING);
  if (store.integrity() !== 'ok') counts.broken += 1;
  store.close();
  counts.entries = entries.length;
  const issues = practice.world.issues();
  const comments = issues.flatMap((issue) => issue.comments);
  const bodies = (kind: StoredEntry['kind']) => (kind === 'create-issue' ? issues : comments).map((one) => one.body);
  for (const { id, kind, state } of entries) {
    if (kind === 'move-pipeline' || state === 'withdrawn') continue;
    const copies = bodies(kind).filter((body) => hasMarker(body, id)).length;
    if (copies === 0) counts.losses += 1;
    if (copies > 1) counts.duplicates += 1;
  }
  if (issues.length !== entries.filter((entry) => entry.kind === 'create-issue').length) counts.duplicates += 1;
  for (const issue of issues) {
    const words = issue.comments.map(({ body }) => /The (\w+) word/.exec(body)?.[1]);
    if (words.join(' ') !== ['first', 'second'].slice(0, words.length).join(' ')) counts.disorders += 1;
  }
  for (const promise of promised) {
    const [reference = '', word] = promise.split(' ');
    const issue = issues.find(({ body }) => new RegExp(`- ${reference}$`, 'm').test(body));
    const kept = word === undefined || issue?.comments.some(({ body }) => body.includes(`The ${word} word`));
    if (issue === undefined || kept !== true) counts.losses += 1;
  }
  const logged = existsSync(home.log) ? readFileSync(home.log, 'utf8') : '';
  if (PERSON.some((secret) => `${logged}${said}${JSON.stringify(issues)}`.includes(secret))) counts.leaks += 1;
}

const bad = () => counts.losses + counts.duplicates + counts.disorders + counts.leaks + counts.broken;
let round = 1;
for (; round <= rounds && bad() === 0; round += 1) {
  await askForFaults();
  await workAndDie(round);
  const code = await ended(startDesk('finish', String(round)));
  if (code !== 0) counts.broken += 1;
  check();
}
const log = existsSync(home.log) ? readFileSync(home.log, 'utf8') : '';
await practice.close();
rmSync(folder, { recursive: true });
console.log(
  `seed ${seed}: ${round - 1} rounds, ${counts.kills} kills, ${counts.entries} entries, ${promised.size} promises`,
);
console.log(`faults asked for: ${[...faults].map(([what, n]) => `${what} ${n}`).join(', ') || 'none'}`);
console.log(
  `losses ${counts.losses}, duplicates ${counts.duplicates}, out of order ${counts.disorders}, leaks ${counts.leaks}, broken stores or runs ${counts.broken}`,
);
if (bad() > 0) {
  console.error(`${said}${log}`);
  process.exitCode = 1;
}
