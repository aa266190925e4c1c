// The rows of an import in batches, each read ahead of being written.
import type { DeskRule } from '../../core/domain/pii.ts';
import type { IncomingCase, RejectedLine } from '../../core/intake/incoming-case.ts';
import { isRejected, type OpenedExport } from '../../core/intake/opened-export.ts';
import type { Db } from '../../store/db.ts';
import { hasRecord } from '../../store/intake/source-records.ts';
import type { CaseReaders, ReadIncoming } from '../read-incoming.ts';
import { keyOf } from './import-case.ts';

/** Enough for every reader to have some in hand. */
const ROWS = 100;

export interface ImportRow {
  readonly one: IncomingCase;
  /** Null for a record that already existed when the row was read. */
  readonly read: ReadIncoming | null;
}

export interface ImportPiece {
  readonly rows: readonly ImportRow[];
  readonly rejected: readonly RejectedLine[];
}

/** Never more batches ahead than the readers can work on. */
export async function* importPieces(
  db: Db,
  opened: OpenedExport,
  readers: CaseReaders,
  rules: readonly DeskRule[],
): AsyncGenerator<ImportPiece> {
  const ahead: Promise<ImportPiece>[] = [];
  for (const some of inRows(opened)) {
    const piece = readPiece(db, some, readers, rules);
    // After a cancel nobody awaits the remaining batches, so their failures are swallowed.
    piece.catch(() => {});
    ahead.push(piece);
    const [first] = ahead;
    if (first === undefined || ahead.length < readers.atOnce) continue;
    yield await first;
    ahead.shift();
  }
  for (const piece of ahead) yield await piece;
}

function* inRows(opened: OpenedExport): Generator<readonly (IncomingCase | RejectedLine)[]> {
  let some: (IncomingCase | RejectedLine)[] = [];
  for (const one of opened.read()) {
    some.push(one);
    if (some.length < ROWS) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

async function readPiece(
  db: Db,
  some: readonly (IncomingCase | RejectedLine)[],
  readers: CaseReaders,
  rules: readonly DeskRule[],
): Promise<ImportPiece> {
  const cases = some.filter((one): one is IncomingCase => !isRejected(one));
  const fresh = cases.filter((one) => !hasRecord(db, keyOf(one)));
  const read = fresh.length === 0 ? [] : await readers.read(fresh, rules);
  const byCase = new Map(fresh.map((one, at) => [one, read[at] ?? null]));
  return { rows: cases.map((one) => ({ one, read: byCase.get(one) ?? null })), rejected: some.filter(isRejected) };
}
