// One side of npm run bench:import in a process of its own, bundled as the packaged desk is: bare, or through the desk. Prints what
// it took as JSON.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { DeskEvent } from '../../electron/contract/calls.ts';
import { openLeanDesk } from '../support/lean-desk.ts';
import { watchMemory } from './memory-watch.ts';

const PIECE = 250;
const NOW = Date.parse('2026-10-28T14:00:00Z');

export interface Took {
  /** What passed on the clock on the wall, and what all threads of the process worked. */
  readonly wall: number;
  readonly cpu: number;
}
export interface Measured {
  readonly took: Took;
  readonly again?: Took;
  /** MB. */
  readonly peak?: number;
}

const [, , what = '', root = '', file = '', given = ''] = process.argv;

function open(announce?: (event: DeskEvent) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'tier3-bench-'));
  const threadFile = join(import.meta.dirname, 'reader-thread.js');
  const { close, ...desk } = openLeanDesk({ folder, root, threadFile, now: () => NOW, ...(announce && { announce }) });
  return { ...desk, close: () => close().then(() => rmSync(folder, { recursive: true })) };
}

async function timed(work: () => unknown): Promise<Took> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - start) / 1_000, cpu: (user + system) / 1e6 };
}

async function bare(file: string): Promise<Measured> {
  const { store, close } = open();
  const insert = store.db.$client.prepare(
    `INSERT INTO cases(id, source, reference, reported_at, received_at, imported_at, raw_text, reporter, hints, fields,
       scrubbed_title, scrubbed_text, scrubber_version, status, tags)
     VALUES (?, 'dynamics', ?, ?, ?, ?, ?, ?, '{}', ?, ?, ?, 1, 'undecided', '')`,
  );
  const insertRow = (row: readonly string[]) => {
    const [reference, date = '', , , , , contact, words = ''] = row;
    const when = Date.parse(date);
    insert.run(
      ...[crypto.randomUUID(), reference, when, when, NOW, words, contact, JSON.stringify(row)],
      ...[words.slice(0, 60), words],
    );
  };
  const took = await timed(() => {
    const rows = parse(readFileSync(file, 'utf8'), { from: 2 }) as string[][];
    for (let at = 0; at < rows.length; at += PIECE)
      store.transaction(() => rows.slice(at, at + PIECE).forEach(insertRow));
  });
  await close();
  return { took };
}

async function throughTheDesk(file: string, rows: number): Promise<Measured> {
  const memory = watchMemory();
  const { call, close } = open((event) => event.event === 'progress' && memory.tell(event.done, rows));
  const took = await timed(async () => {
    const { imported } = await call('intake.import', { name: 'many.csv', path: file, job: 'bench' });
    if (imported !== rows) throw new Error(`${imported} of ${rows} rows came in`);
  });
  const peak = memory.stop();
  const again = await timed(async () => {
    const { duplicates } = await call('intake.import', { name: 'many.csv', path: file });
    if (duplicates !== rows) throw new Error(`${duplicates} of ${rows} rows were known`);
  });
  await close();
  return { took, again, peak };
}

console.log(JSON.stringify(what === 'bare' ? await bare(file) : await throughTheDesk(file, Number(given))));
