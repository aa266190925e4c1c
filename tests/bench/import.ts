// npm run bench:import [-- ROWS]: an export of so many rows through the desk's own door (read, scrubbed, grouped, its clocks
// worked out, indexed), beside bare reading and inserting of the same rows into the same encrypted tables and index, in the
// same run. Rows are made of the sample exports and the corpus of our own; both are known to who wrote the scrubber, which
// changes no time.
import { parse } from 'csv-parse/sync';
import { readExport } from '../../electron/core/intake/read-export.ts';
import { generateCorpus } from '../pii/corpus.ts';
import { sample } from '../support/desk.ts';
import { openPlainOffice } from '../support/plain-context.ts';

const ROWS = Number(process.argv[2] ?? 20_000);
const PIECE = 250;
const NOW = Date.parse('2026-10-28T14:00:00Z');
const HEADER = ['Record #', 'Entered Queue', 'Status Reason', 'Owner', 'Area', 'Sub Area', 'Contact', 'Description'];

/** CPU time of this process in ms: what else the machine does meanwhile counts for neither side. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Exports of `ROWS` rows, as text: no two records, no two texts and few people the same. */
function makeExport(): string {
  const read = readExport(sample('dynamics.csv'), 'UTC');
  if (!read.ok) throw new Error(read.reason);
  const corpus = generateCorpus(11, 4);
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = Array.from({ length: ROWS }, (_, n) => {
    const one = read.cases[n % read.cases.length];
    const more = corpus[(n * 7) % corpus.length]?.text ?? '';
    const minute = String(n % 60).padStart(2, '0');
    return [
      `26-HRC-HD-00-${String(n).padStart(8, '0')}`,
      `9/${1 + (n % 28)}/2026 ${1 + (n % 11)}:${minute} PM`,
      'New',
      'MHV Tier 3',
      one?.area ?? '',
      one?.subArea ?? '',
      `${one?.reporter ?? 'Ann'} ${Math.floor(n / read.cases.length).toString(36)}`,
      `${one?.text} ${more} (${n})`,
    ].map(quoted);
  });
  return [HEADER, ...lines].map((cells) => cells.join(',')).join('\r\n');
}

async function bare(text: string): Promise<number> {
  const { store, close } = openPlainOffice(() => NOW);
  const insert = store.db.$client.prepare(
    `INSERT INTO cases(id, source, reference, reported_at, received_at, imported_at, raw_text, reporter, hints, fields,
       scrubbed_title, scrubbed_text, scrubber_version, status, tags)
     VALUES (?, 'dynamics', ?, ?, ?, ?, ?, ?, '{}', ?, ?, ?, 1, 'undecided', '')`,
  );
  const start = cpuMs();
  const rows = parse(text, { from: 2 }) as string[][];
  for (let at = 0; at < rows.length; at += PIECE)
    store.transaction(() => {
      for (const [reference, date = '', , , , , contact, words = ''] of rows.slice(at, at + PIECE)) {
        const when = Date.parse(date);
        insert.run(
          crypto.randomUUID(),
          reference,
          when,
          when,
          NOW,
          words,
          contact,
          JSON.stringify(rows[at]),
          words.slice(0, 60),
          words,
        );
      }
    });
  const seconds = (cpuMs() - start) / 1_000;
  await close();
  return seconds;
}

async function throughTheDesk(text: string): Promise<{ seconds: number; again: number; peak: number }> {
  const { call, close } = openPlainOffice(() => NOW);
  const bytes = new TextEncoder().encode(text);
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  const start = cpuMs();
  const { imported } = await call('intake.import', { name: 'many.csv', bytes });
  const seconds = (cpuMs() - start) / 1_000;
  if (imported !== ROWS) throw new Error(`${imported} of ${ROWS} rows came in`);
  const second = cpuMs();
  const { duplicates } = await call('intake.import', { name: 'many.csv', bytes });
  if (duplicates !== ROWS) throw new Error(`${duplicates} of ${ROWS} rows were known`);
  clearInterval(watch);
  await close();
  return { seconds, again: (cpuMs() - second) / 1_000, peak };
}

const text = makeExport();
const before = await bare(text);
const { seconds, again, peak } = await throughTheDesk(text);
const after = await bare(text);
const floor = (before + after) / 2;
const row = (took: number) => ({
  'CPU seconds': took.toFixed(1),
  'rows a CPU second': Math.round(ROWS / took),
  'of bare': `${((100 * floor) / took).toFixed(1)} %`,
});
console.log(
  `${ROWS.toLocaleString('en-US')} rows, ${(text.length / 1e6).toFixed(0)} MB; peak ${Math.round(peak / 1e6)} MB:`,
);
console.table({
  'bare parse and insert': row(floor),
  'through the desk': row(seconds),
  'the same file again': row(again),
});
