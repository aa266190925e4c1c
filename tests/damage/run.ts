// npm run test:damage -- --seed N --count 200: a home filled by a desk is damaged at random, a bit, a block or a file at a
// time, and opened by a desk in a process of its own. It opens whole, opens and says exactly what is lost, or refuses with the
// right reason; it never shows older or other rows without a word.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chanceOf } from '../faults/chance.ts';
import { bundleDamage } from './bundle.ts';
import { type Damage, damageHome } from './damage-home.ts';
import type { Seen } from './desk-process.ts';
import { judge, type PiiCheck, VERDICTS } from './judge.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, count: { type: 'string', default: '200' }, verbose: { type: 'boolean' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const desk = await bundleDamage();
const folder = mkdtempSync(join(tmpdir(), 'tier3-damage-'));
const at = (name: string) => join(folder, name);

function run(home: string, task: string): string {
  return execFileSync(process.execPath, [desk, home, task], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
const readHome = (home: string) => JSON.parse(run(home, 'read').trim().split('\n').at(-1) ?? '') as Seen;

/** Lets a desk work on a home and kills it, so that its newest writes are in the log alone. */
async function fillAndKill(home: string): Promise<void> {
  const child = spawn(process.execPath, [desk, home, 'fill more'], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the desk ended before it had filled the home')));
    child.stdout.on('data', (chunk: Buffer) => {
      if (String(chunk).includes('filled')) resolve();
    });
  });
  child.removeAllListeners('exit');
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('close', resolve));
}

run(at('closed'), 'fill and close');
cpSync(at('closed'), at('killed'), { recursive: true });
await fillAndKill(at('killed'));
const homes = ['closed', 'killed'] as const;
const truth = new Map(
  homes.map((name) => {
    cpSync(at(name), at('truth'), { recursive: true });
    const seen = readHome(at('truth'));
    rmSync(at('truth'), { recursive: true });
    return [name, seen];
  }),
);
console.log(`filled homes: ${homes.map((name) => `${name} with ${readdirSync(at(name)).join(', ')}`).join('; ')}`);

const chance = chanceOf(seed);
const counts = new Map<PiiCheck, number>(VERDICTS.map((verdict) => [verdict, 0]));
const byTarget = new Map<string, number>();
const wrong: string[] = [];
for (let round = 0; round < Number(values.count); round += 1) {
  const name = chance.pick(homes);
  cpSync(at(name), at('damaged'), { recursive: true });
  const damage: Damage = damageHome(at('damaged'), at('closed'), chance);
  const seen = readHome(at('damaged'));
  const { verdict, why } = judge(truth.get(name)!, seen, damage);
  counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  byTarget.set(`${damage.what} of ${damage.file}`, (byTarget.get(`${damage.what} of ${damage.file}`) ?? 0) + 1);
  const line = `${round}: ${damage.what} of ${damage.file} in a home that was ${name}: ${verdict}${why === '' ? '' : `, ${why}`}`;
  if (verdict === 'wrong') wrong.push(`${line}\n${seen.refused ?? seen.told.join('\n')}`);
  if (values.verbose === true) console.log(line);
  rmSync(at('damaged'), { recursive: true });
}
rmSync(folder, { recursive: true });

console.log(
  `seed ${seed}: ${[...byTarget]
    .toSorted()
    .map(([what, n]) => `${what} ${n}`)
    .join(', ')}`,
);
console.log([...counts].map(([verdict, n]) => `${verdict} ${n}`).join(', '));
if (wrong.length > 0) {
  console.error(wrong.join('\n\n'));
  process.exitCode = 1;
}
