// npm run test:keep -- --seed N --rounds 300: a filled home is backed up, restored, purged, rekeyed, given another passphrase,
// upgraded or opened by a process that is killed at random, sometimes once more while it is opened again, or whose disk is full.
// After each the home opens with every case, every snapshot is good, and the chain of activity is whole.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sizeOf } from '../../electron/launch/package/size.ts';
import { chanceOf } from '../faults/chance.ts';
import { bundleProcess } from '../support/bundle-process.ts';
import { ROOT } from '../support/desk.ts';
import type { Act } from './acts.ts';
import { checkHome } from './check-home.ts';
import { fillHome } from './fill.ts';

const ACTS: readonly Act[] = ['backup', 'restore', 'purge', 'rekey', 'new passphrase', 'upgrade'];
const { values } = parseArgs({
  options: { seed: { type: 'string' }, rounds: { type: 'string', default: '300' }, verbose: { type: 'boolean' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const chance = chanceOf(seed);
const folder = mkdtempSync(join(tmpdir(), 'tier3-keep-'));
const at = (name: string) => join(folder, name);
const migrations = join(ROOT, 'drizzle', 'migrations');

/** One migration more than there are, and one that takes its time. */
function newerMigrations(): string {
  const into = at('migrations');
  cpSync(migrations, into, { recursive: true });
  const path = join(into, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8'));
  const last = journal.entries.at(-1);
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: '9999_of_the_run' });
  writeFileSync(path, JSON.stringify(journal));
  writeFileSync(
    join(into, '9999_of_the_run.sql'),
    `CREATE TABLE of_the_run AS SELECT a.* FROM cases a, (SELECT 1 FROM cases LIMIT 5);\n--> statement-breakpoint\nUPDATE cases SET raw_text = raw_text || '';\n--> statement-breakpoint\nALTER TABLE of_the_run ADD COLUMN more text;`,
  );
  return into;
}

// Plain JavaScript starts in a tenth of the time, and there are hundreds of starts.
const { file: script } = await bundleProcess('tests/keep/desk-process.ts');
const newer = newerMigrations();
const migrationsFor = (act: Act) => (act === 'upgrade' ? newer : migrations);
const argsFor = (home: string, act: Act, of: Act = act) => [script, home, act, migrationsFor(of)];
const runWhole = (home: string, act: Act) => execFileSync(process.execPath, argsFor(home, act), { encoding: 'utf8' });

/** @returns whether it was killed before it ended. @param afterMs since it began */
function runAndKill(home: string, act: Act, afterMs: number, of: Act = act): Promise<boolean> {
  const child = spawn(process.execPath, argsFor(home, act, of), { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  return new Promise((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (printed === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
      printed += chunk;
    });
    child.once('close', (_code, signal) => {
      if (printed.includes('broke')) broke.push(printed);
      resolve(signal === 'SIGKILL' && !printed.includes('took'));
    });
  });
}

const broke: string[] = [];
mkdirSync(at('filled'), { mode: 0o700 });
await fillHome(at('filled'));

const took = new Map<Act, number>();

/** How long an act takes when nobody stops it. */
function timeOf(act: Act): number {
  const known = took.get(act);
  if (known !== undefined) return known;
  cpSync(at('filled'), at('timed'), { recursive: true });
  const ms = Number(/took ([\d.]+)/.exec(runWhole(at('timed'), act))?.[1]);
  rmSync(at('timed'), { recursive: true });
  took.set(act, ms);
  return ms;
}

/** A disk of its own with little room, where this machine allows one to be mounted. */
function mountSmall(bytes: number): string | null {
  const place = at('small');
  mkdirSync(place, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=700`, 'tmpfs', place]);
  return mounted.status === 0 ? place : null;
}

/** The act on a disk that has room for some of what it writes. @returns what it printed; null where nothing can be mounted */
function runFull(act: Act): string | null {
  const bytes = Math.ceil((sizeOf(at('filled')) * (1.05 + chance.next())) / 4_096) * 4_096;
  const place = mountSmall(bytes);
  if (place === null) return null;
  try {
    const home = join(place, 'home');
    cpSync(at('filled'), home, { recursive: true });
    const printed = spawnSync(process.execPath, argsFor(home, act), { encoding: 'utf8' }).stdout;
    if (printed.includes('broke')) broke.push(printed);
    cpSync(home, at('round'), { recursive: true });
    return printed;
  } finally {
    spawnSync('umount', [place]);
  }
}

const counts = new Map<string, number>();
const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
const wrong: string[] = [];
let noMount = false;
const FULL_EVERY = 6;
const rounds = Number(values.rounds);
for (let round = 0; round < rounds; round += 1) {
  const act = chance.pick(ACTS);
  let what: string;
  const full = round % FULL_EVERY === FULL_EVERY - 1 ? runFull(act) : null;
  if (full !== null) {
    const end = full.includes('refused') ? 'refused' : 'done';
    what = `${act} on a full disk: ${end}`;
  } else {
    noMount ||= round % FULL_EVERY === FULL_EVERY - 1;
    cpSync(at('filled'), at('round'), { recursive: true });
    const killed = await runAndKill(at('round'), act, chance.next() * 1.2 * timeOf(act));
    what = `${act} ${killed ? 'killed' : 'done'}`;
    if (killed && chance.next() < 0.3) {
      await runAndKill(at('round'), 'open', chance.next() * 60, act);
      count('opened after that and killed again');
    }
  }
  count(what);
  const found = checkHome(at('round'), act, migrationsFor(act));
  if (found.length > 0) wrong.push(`round ${round}, ${what}:\n  ${found.join('\n  ')}`);
  if (values.verbose) console.log(round, what, found.join('; '));
  rmSync(at('round'), { recursive: true });
}
rmSync(folder, { recursive: true, force: true });

console.log(
  `seed ${seed}, ${rounds} rounds: ${[...counts]
    .toSorted()
    .map(([what, n]) => `${what} ${n}`)
    .join(', ')}`,
);
if (noMount) console.log('Full disks were left out: nothing can be mounted here.');
console.log(`${wrong.length} homes that are not whole, ${broke.length} acts that broke instead of refusing`);
if (wrong.length + broke.length > 0) {
  console.error([...wrong, ...broke].join('\n'));
  process.exitCode = 1;
}
