// npm run test:import-kills [-- --kills 20 --rows 2400 --seed N]: an import is killed (SIGKILL) at random instants, each time in a
// desk of its own, and then done again. Every row is there exactly once: as a case, in its activity, in the search, in the queue.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { bundleProcess } from '../support/bundle-process.ts';
import { dynamicsCsv, ROOT } from '../support/desk.ts';
import { chanceOf } from './chance.ts';
import type { Told } from './mortal-import.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    rows: { type: 'string', default: '2400' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [kills, rows, seed] = [Number(values.kills), Number(values.rows), Number(values.seed)];
const chance = chanceOf(seed);
const { file: desk } = await bundleProcess('tests/faults/mortal-import.ts');
const home = mkdtempSync(join(tmpdir(), 'tier3-kills-'));
const file = join(home, 'queue.csv');
writeFileSync(
  file,
  dynamicsCsv(
    Array.from({ length: rows }, (_, n) => ({
      reference: `26-HRC-HD-19-${String(n).padStart(8, '0')}`,
      contact: `Ann Example${n % 97}`,
      text: `killing test: the list of appointments is blank since this morning, asked by Ann Example${n % 97} (${n})`,
    })),
  ),
);

/** What the process told; null when it was killed before, `afterMs` after it began. */
async function runImport(folder: string, afterMs: number | null): Promise<{ told: Told | null; tookMs: number }> {
  const child = spawn(process.execPath, [desk, ROOT, folder, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let begun = performance.now();
  let told: Told | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'begins') {
      begun = performance.now();
      if (afterMs !== null) void pause(afterMs).then(() => child.kill('SIGKILL'));
    } else told = JSON.parse(line) as Told;
  }
  await ended;
  return { told, tookMs: performance.now() - begun };
}

function newFolder(name: string): string {
  const folder = join(home, name);
  mkdirSync(folder);
  return folder;
}

let { tookMs } = await runImport(newFolder('whole'), null);
let killed = 0;
let wrong = 0;
const stopped: number[] = [];
for (let at = 0; killed < kills; at += 1) {
  const folder = newFolder(`kill-${at}`);
  const first = await runImport(folder, chance.between(0, Math.round(tookMs)));
  if (first.told !== null) {
    // It was through before: the machine has become faster since, and the next instant is drawn from what it takes now.
    tookMs = Math.min(tookMs, first.tookMs);
    continue;
  }
  killed += 1;
  const { told } = await runImport(folder, null);
  const { before = -1, imported = -1, duplicates = -1 } = told ?? {};
  stopped.push(before);
  const isRight =
    told !== null &&
    imported === rows - before &&
    duplicates === before &&
    [told.cases, told.lines, told.found, told.standings].every((count) => count === rows) &&
    told.integrity === 'ok';
  if (!isRight) {
    wrong += 1;
    console.error(`kill ${at}: ${JSON.stringify(told)}`);
  }
}
rmSync(home, { recursive: true });
console.log(
  `seed ${seed}: ${rows} rows, ${killed} imports killed, with ${stopped.join(', ')} rows in; ${wrong} wrong after the second`,
);
process.exitCode = wrong === 0 ? 0 : 1;
