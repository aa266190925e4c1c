// Records that a service gives by itself, under the names its export has for their columns: read by the same rules as the rows of a file,
// so that a record which comes both ways is the same case.
import type { RejectedRow } from '../../contract/intake-shapes.ts';
import type { Source } from '../domain/case.ts';
import type { ColumnRole } from '../domain/mapping.ts';
import { recogniseHeader } from './columns.ts';
import type { IncomingCase, RejectedLine } from './incoming-case.ts';
import { createDateReader } from './parse-date.ts';
import { createRowReader } from './read-row.ts';

export interface LiveRow {
  readonly cells: readonly string[];
  /** As a sentence without its end. */
  readonly cameFrom: string;
}

/** Which columns of an export hold times. */
export function timeColumns(source: Source, header: readonly string[]): ReadonlySet<string> {
  const { places } = headerOf(source, header);
  const times: readonly ColumnRole[] = ['reportedAt', 'resolvedAt'];
  return new Set(times.flatMap((role) => (places.get(role) ?? []).map((at) => header[at] ?? '')));
}

/** Times are in ISO 8601 with their zone. @throws RangeError where the header is not one of the source */
export function readLiveRows(
  source: Source,
  header: readonly string[],
  rows: readonly LiveRow[],
): { readonly cases: readonly IncomingCase[]; readonly rejected: readonly RejectedLine[] } {
  const readRow = createRowReader(header, headerOf(source, header), createDateReader('UTC'), header);
  const cases: IncomingCase[] = [];
  const rejected: RejectedLine[] = [];
  for (const [at, { cells, cameFrom }] of rows.entries()) {
    const read: IncomingCase | RejectedRow = readRow(cells, at + 1);
    if ('reason' in read)
      rejected.push({ ...read, line: header.map((name, place) => ({ name, value: cells[place] ?? '' })) });
    else cases.push({ ...read, cameFrom });
  }
  return { cases, rejected };
}

function headerOf(source: Source, header: readonly string[]) {
  const known = recogniseHeader(header, [], source);
  if (known === null) throw new RangeError(`No header of ${source}: ${header.join(', ')}`);
  return known;
}
