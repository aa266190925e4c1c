// npm run test:faults -- --seed N --rounds 60: desks in processes of their own are killed at random, and their back offices
// in threads; the network breaks before and after the effect, answers are cut short or empty, proxies say no after it, lists
// lag, services answer with errors and limits or are away for ten minutes, stores are put back from backups or lose their
// logs, leads take back what is on its way, another desk has the same cases, and teams talk on, close, open again, move and
// reword the same tickets. After each round every entry that a desk had taken on is at the service exactly once and in order,
// what teams said is here once, the store is whole, and nothing personal and no token is in a log, an error or at the service.
import { parseArgs } from 'node:util';
import { bundleDesk } from './bundle.ts';
import { chanceOf } from './chance.ts';
import { type Damage, sumOf } from './check-round.ts';
import { openFaultHome, type Tally } from './home.ts';

/** A home lives through so many rounds; then the next one begins empty. */
const ROUNDS_A_HOME = 30;
/** Homes know nothing of each other: so many live at a time. */
const LANES = 2;

const { values } = parseArgs({ options: { seed: { type: 'string' }, rounds: { type: 'string', default: '60' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const rounds = Number(values.rounds);
const deskProcess = await bundleDesk();

const tally: Tally = { kills: 0, threadKills: 0, faults: new Map() };
const total: Damage = { losses: 0, duplicates: 0, disorders: 0, leaks: 0, broken: 0 };
let [done, entries, promises] = [0, 0, 0];
let heard = '';
/** Ctrl+C ends a long run after the rounds it is in, with what it found so far. */
let stopped = false;
process.once('SIGINT', () => {
  stopped = true;
});
const goesOn = () => !stopped && sumOf(total) === 0;

/** One home after the other, until none is left or something is damaged. */
async function lane(homes: Iterator<number>): Promise<void> {
  for (let next = homes.next(); next.done !== true && goesOn(); next = homes.next()) {
    const home = await openFaultHome(deskProcess, chanceOf(seed * 1_000 + next.value), tally);
    const last = Math.min(ROUNDS_A_HOME, rounds - next.value * ROUNDS_A_HOME);
    for (let at = 0; at < last && goesOn(); at += 1) {
      const damage = await home.round(at);
      for (const kind of Object.keys(total) as (keyof Damage)[]) total[kind] += damage[kind];
      if (sumOf(damage) > 0) heard += `home ${next.value}, round ${at}\n${home.heard()}`;
      done += 1;
    }
    const counts = home.counts();
    entries += counts.entries;
    promises += counts.promises;
    await home.close();
    process.stderr.write(`${done} of ${rounds} rounds\n`);
  }
}

const homes = Array.from({ length: Math.ceil(rounds / ROUNDS_A_HOME) }).keys();
await Promise.all(Array.from({ length: LANES }, () => lane(homes)));

const { kills, threadKills, faults } = tally;
const byKind = [...faults].toSorted(([one], [other]) => one.localeCompare(other)).map(([what, n]) => `${what} ${n}`);
console.log(
  `seed ${seed}: ${done} rounds, ${kills} kills of desks, ${threadKills} of threads, ${entries} entries, ${promises} promises`,
);
console.log(`faults asked for: ${byKind.join(', ') || 'none'}`);
console.log(
  `losses ${total.losses}, duplicates ${total.duplicates}, out of order ${total.disorders}, leaks ${total.leaks}, broken stores or runs ${total.broken}`,
);
if (sumOf(total) > 0) {
  console.error(heard);
  process.exitCode = 1;
}
