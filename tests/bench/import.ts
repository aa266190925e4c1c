// npm run bench:import [-- --rows 20000] [-- --window]: an export of so many rows through the desk's own door (read from disk,
// scrubbed, grouped, its clocks worked out, indexed), beside bare reading and inserting of the same rows into the same encrypted
// tables and index, in the same run; each in a process of its own. The desk's says after each fifth of the rows what memory it held.
// --window measures instead how soon the window answers keys while it imports as many rows, beside the same keys before.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleProcess } from '../support/bundle-process.ts';
import { ROOT } from '../support/desk.ts';
import type { Measured, Took } from './import-process.ts';
import { importInWindow } from './import-window.ts';
import { makeExport } from './make-export.ts';

function measure(what: string, file: string): Measured {
  // The room of the backend's thread for what is made and forgotten at once.
  const args = ['--max-semi-space-size=3', desk, what, ROOT, file, String(rows)];
  const { stdout, status } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${what} ended with ${status}`);
  return JSON.parse(stdout) as Measured;
}

const { values: options } = parseArgs({
  options: { rows: { type: 'string', default: '20000' }, window: { type: 'boolean', default: false } },
});
const rows = Number(options.rows);
const { file: desk } = await bundleProcess('tests/bench/import-process.ts');
const folder = mkdtempSync(join(tmpdir(), 'tier3-import-'));
const many = join(folder, 'many.csv');
makeExport(many, rows);
if (options.window) {
  await importInWindow(many, rows);
  rmSync(folder, { recursive: true });
  process.exit(0);
}
const before = measure('bare', many).took;
const { took, again = took, peak = 0 } = measure('desk', many);
const after = measure('bare', many).took;
rmSync(folder, { recursive: true });
const floor = { wall: (before.wall + after.wall) / 2, cpu: (before.cpu + after.cpu) / 2 };
const line = ({ wall, cpu }: Took) => ({
  'rows a second': Math.round(rows / wall),
  'of bare': `${((100 * floor.wall) / wall).toFixed(1)} %`,
  'CPU seconds': cpu.toFixed(1),
  'of bare by CPU': `${((100 * floor.cpu) / cpu).toFixed(1)} %`,
});
console.log(
  `${rows.toLocaleString('en-US')} rows on ${availableParallelism()} cores; peak ${peak.toFixed(1)} MB of the desk's process:`,
);
console.table({
  'bare parse and insert': line(floor),
  'through the desk': line(took),
  'the same file again': line(again),
});
