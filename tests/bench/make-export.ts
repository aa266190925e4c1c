// An export of so many rows, made of the sample exports and the corpus of our own; both are known to who wrote the scrubber, which
// changes no time.
import { closeSync, openSync, writeSync } from 'node:fs';
import { readExport } from '../../electron/core/intake/read-export.ts';
import { generateCorpus } from '../pii/corpus.ts';
import { sample } from '../support/desk.ts';

const HEADER = ['Record #', 'Entered Queue', 'Status Reason', 'Owner', 'Area', 'Sub Area', 'Contact', 'Description'];

/** Writes an export of so many rows: no two records, no two texts and few people the same. */
export function makeExport(file: string, rows: number): void {
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
