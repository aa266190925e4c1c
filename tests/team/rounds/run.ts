// npm run test:team -- --seed N --rounds 300: two to eight desks of one team, each a process of its own with its clock hours off,
// work at random on the same cases, while desks are killed, wires to the database are cut, commits are slow, and the database
// crashes or is put back from an older copy. After each round all desks agree row by row, everything a member was told is done is
// on every desk, no record has two tickets, and nothing readable is in the database.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { chanceOf } from '../../faults/chance.ts';
import { ROOT } from '../../support/desk.ts';
import { openFaultTeam, type Tally } from './team.ts';

/** A team lives through so many rounds; then the next one begins empty. */
const ROUNDS_A_TEAM = 10;

const { values } = parseArgs({
  options: { seed: { type: 'string' }, rounds: { type: 'string', default: '30' }, desks: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const rounds = Number(values.rounds);
await build({
  configFile: false,
  root: ROOT,
  logLevel: 'error',
  ssr: { noExternal: true, external: ['better-sqlite3', 'pg'] },
  build: {
    ssr: join(ROOT, 'tests/team/rounds/desk-process.ts'),
    outDir: 'out/team-desk',
    rollupOptions: { output: { entryFileNames: 'index.js' } },
  },
});
const deskProcess = join(ROOT, 'out', 'team-desk', 'index.js');

const begun = performance.now();
const tally: Tally = { acts: 0, faults: new Map() };
let [done, disagreements, lost, twice, leaked, desks] = [0, 0, 0, 0, 0, 0];
for (let team = 0; done < rounds && disagreements + lost + twice + leaked === 0; team += 1) {
  const chance = chanceOf(seed * 1_000 + team);
  const size = values.desks === undefined ? chance.between(2, 9) : Number(values.desks);
  desks += size;
  const home = await openFaultTeam(deskProcess, size, chance, tally);
  for (let at = 0; at < ROUNDS_A_TEAM && done < rounds; at += 1) {
    const damage = await home.round();
    done += 1;
    disagreements += damage.disagreements.length;
    lost += damage.lost.length;
    twice += damage.twice.length;
    if (damage.disagreements.length + damage.lost.length + damage.twice.length === 0) continue;
    console.error(`team ${team} of ${size}, round ${at}:`, JSON.stringify(damage, null, 1), home.log());
    break;
  }
  const leaks = await home.leaks();
  leaked += leaks.length;
  if (leaks.length > 0) console.error(`team ${team}: readable in the database: ${leaks.join(', ')}`);
  await home.close();
  process.stderr.write(`${done} of ${rounds} rounds\n`);
}
const seconds = (performance.now() - begun) / 1_000;
const faults = [...tally.faults].toSorted(([a], [b]) => a.localeCompare(b)).map(([what, n]) => `${what} ${n}`);
console.log(
  `seed ${seed}: ${done} rounds, ${desks} desks, ${tally.acts} acts, ${(seconds / done).toFixed(1)} s a round; ${faults.join(', ') || 'no faults'}`,
);
console.log(
  `disagreements ${disagreements}, lost ${lost}, two tickets for one record ${twice}, readable words ${leaked}`,
);
if (disagreements + lost + twice + leaked > 0) process.exitCode = 1;
