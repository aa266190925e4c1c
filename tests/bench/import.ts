// npm run bench:import [-- ROWS]: an export of so many rows through the desk's own door (read from disk, scrubbed, grouped, its
// clocks worked out, indexed), beside bare reading and inserting of the same rows into the same encrypted tables and index, in
// the same run; each in a process of its own, so that each has its own peak of memory. Rows are made of the sample exports and the
// corpus of our own; both are known to who wrote the scrubber, which changes no time.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readExport } from '../../electron/core/intake/read-export.ts';
import { generateCorpus } from '../pii/corpus.ts';
import { bundleProcess } from '../support/bundle-process.ts';
import { ROOT, sample } from '../support/desk.ts';
import type { Measured, Took } from './import-process.ts';

const HEADER = ['Record #', 'Entered Queue', 'Status Reason', 'Owner', 'Area', 'Sub Area', 'Contact', 'Description'];

/** Writes an export of so many rows: no two records, no two texts and few people the same. */
function makeExport(file: string, rows: number): void {
  const read = readExport(sample('dynamics.csv'), 'UTC');
  if (!read.ok) throw new Error(read.reason);
  const corpus = generateCorpus(11, 4);
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const fd = openSync(file, 'w');
  writeSync(fd, `${HEADER.join(',')}\r\n`);
  for (let n = 0; n < rows; n += 1) {
    const one = read.cases[n % read.cases.length];
    const more = corpus[(n * 7) % corpus.length]?.text ?? '';
    const minute = String(n % 60).padStart(2, '0');
    const cells = [
      `26-HRC-HD-00-${String(n).padStart(8, '0')}`,
      `9/${1 + (n % 28)}/2026 ${1 + (n % 11)}:${minute} PM`,
      'New',
      'MHV Tier 3',
      one?.area ?? '',
      one?.subArea ?? '',
      `${one?.reporter ?? 'Ann'} ${Math.floor(n / read.cases.length).toString(36)}`,
      `${one?.text} ${more} (${n})`,
    ];
    writeSync(fd, `${cells.map(quoted).join(',')}\r\n`);
  }
  closeSync(fd);
}

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

const rows = Number(process.argv[2] ?? 20_000);
const { file: desk } = await bundleProcess('tests/bench/import-process.ts');
const folder = mkdtempSync(join(tmpdir(), 'tier3-import-'));
const many = join(folder, 'many.csv');
makeExport(many, rows);
const before = measure('bare', many).took;
const { took, again = took, peak = 0, answers = [] } = measure('desk', many);
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
  `${rows.toLocaleString('en-US')} rows on ${availableParallelism()} cores; peak ${Math.round(peak)} MB of the desk's process:`,
);
const sorted = answers.toSorted((a, b) => a - b);
const at = (share: number) => Math.round(sorted[Math.floor(share * sorted.length)] ?? 0);
console.log(
  `A case opened meanwhile, ${sorted.length} times: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(0.9999)} ms.`,
);
console.table({
  'bare parse and insert': line(floor),
  'through the desk': line(took),
  'the same file again': line(again),
});
