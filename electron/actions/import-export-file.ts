// An export file comes in: preview without a trace, or import row by row. The same file twice adds nothing.
import type { ParsedInput } from '../contract/calls.ts';
import { AppError } from '../contract/errors.ts';
import type { ImportPreview, ImportResult, RejectedRow } from '../contract/intake-shapes.ts';
import type { IncomingCase, ReadExport } from '../core/intake/incoming-case.ts';
import { readFile, readText } from '../core/intake/read-file.ts';
import { changesBetween } from '../core/intake/source-change.ts';
import { newActId } from '../store/activity.ts';
import { listRules } from '../store/desk-rules.ts';
import { findRecord } from '../store/source-records.ts';
import type { AppContext } from './app-context.ts';
import { type Alarm, tellAlarms } from './fast-path.ts';
import { type Imported, importCase, keyOf } from './import-case.ts';
import { forgetOnFailure } from './join-problem.ts';
import { previewRow } from './preview-row.ts';
import { problemsWithTicket } from './problem-tickets.ts';
import { beginSnapshot, contentHashOf } from './queue-snapshot.ts';
import { snapshotFirst } from './snapshot-first.ts';
import { tellTrends } from './trend-ticket.ts';

/** Exports are read in the time zone of VA's central office unless the lead says otherwise. */
const DEFAULT_ZONE = 'America/New_York';
const SAMPLE_ROWS = 5;
const ROWS_PER_PIECE = 250;

async function read(input: ParsedInput<'intake.preview'>): Promise<Extract<ReadExport, { ok: true }>> {
  const options = { timeZone: input.timeZone ?? DEFAULT_ZONE, forced: input.source };
  let outcome: ReadExport;
  try {
    outcome = await (input.bytes === undefined
      ? readText(input.text ?? '', options)
      : readFile(bytesOf(input.bytes), options));
  } catch (error) {
    if (error instanceof RangeError)
      throw new AppError('invalid', `There is no time zone "${input.timeZone}". Use one like America/New_York or UTC.`);
    throw error;
  }
  if (!outcome.ok) throw new AppError('invalid', `${input.name}: ${outcome.reason}`);
  return outcome;
}

function bytesOf(given: Uint8Array | string): Uint8Array {
  return typeof given === 'string' ? Buffer.from(given, 'base64') : given;
}

export async function previewExportFile(
  { store }: AppContext,
  input: ParsedInput<'intake.preview'>,
): Promise<ImportPreview> {
  const { source, columns, cases, rejected, rejectedCount, notes } = await read(input);
  const seen = new Set<string>();
  let duplicates = 0;
  let updated = 0;
  for (const one of cases) {
    const key = JSON.stringify(keyOf(one));
    const known = seen.has(key) ? null : findRecord(store.db, keyOf(one));
    if (known !== null && changesBetween(one.source, known.fields, one.fields).length > 0) updated += 1;
    else if (known !== null || seen.has(key)) duplicates += 1;
    seen.add(key);
  }
  return {
    source,
    rows: cases.length + rejectedCount,
    columns: columns.map(({ name, becomes }) => ({ name, becomes })),
    sample: cases.slice(0, SAMPLE_ROWS).map((one) => previewRow(one, listRules(store.db))),
    rejected: [...rejected],
    rejectedCount,
    duplicates,
    updated,
    notes: [...notes],
  };
}

/** Imports what is readable; a cancelled import keeps what is in, and the same file brings in the rest later. */
export async function importExportFile(ctx: AppContext, input: ParsedInput<'intake.import'>): Promise<ImportResult> {
  const { store, now, jobs } = ctx;
  const { source, cases, rejected, rejectedCount, notes } = await read(input);
  await snapshotFirst(ctx, cases.length);
  const pieces: IncomingCase[][] = [];
  for (let at = 0; at < cases.length; at += ROWS_PER_PIECE) pieces.push(cases.slice(at, at + ROWS_PER_PIECE));
  let imported = 0;
  let updated = 0;
  let tried = 0;
  const touched = new Set<string>();
  const alarms: Alarm[] = [];
  const refused: RejectedRow[] = [];
  const actId = newActId();
  const rules = listRules(store.db);
  const begun = { source, name: input.name, contentHash: contentHashOf(cases), now: now(), actId };
  const snapshot = store.transaction((db) => beginSnapshot(db, begun));
  const done = await jobs.run(input.job, pieces, (piece) => {
    // A piece that fails takes back the groups it opened; they are then loaded anew.
    const into = (rows: readonly IncomingCase[]) =>
      forgetOnFailure(store.db, () =>
        store.transaction((db) => {
          const ticketed = problemsWithTicket(db);
          const run = { rules, now: now(), actId, takesChanges: snapshot.isNew, ticketed };
          return rows.map((one) => {
            const outcome = importCase(db, one, run);
            snapshot.saw(db, outcome.caseId);
            return outcome;
          });
        }),
      );
    for (const added of eachAlone(piece, into, refused)) {
      if (added.what === 'new') {
        imported += 1;
        touched.add(added.problem);
      } else if (added.what === 'changed') updated += 1;
      if (added.alarm !== null) alarms.push(added.alarm);
    }
    tried += piece.length;
    ctx.queue.reindex(piece.length);
  });
  const isComplete = rejectedCount + refused.length === 0;
  const left = done < pieces.length ? 0 : store.transaction((db) => snapshot.finish(db, isComplete));
  tellTrends(ctx, touched);
  tellAlarms(ctx, alarms);
  const all = [...rejected, ...refused].sort((a, b) => a.row - b.row);
  const counted = rejectedCount + refused.length;
  return {
    imported,
    duplicates: tried - imported - updated - refused.length,
    ...(updated > 0 && { updated }),
    ...(left > 0 && { left }),
    rejected: all,
    rejectedCount: counted,
    ...(notes.length > 0 && { notes: [...notes] }),
  };
}

/** All rows at once; where the desk refuses one of them, each alone, so that the others still come in. */
function eachAlone(
  piece: readonly IncomingCase[],
  into: (rows: readonly IncomingCase[]) => Imported[],
  refused: RejectedRow[],
): Imported[] {
  try {
    return into(piece);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  return piece.flatMap((one) => {
    try {
      return into([one]);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.push({ row: one.row, column: 'the whole row', reason: error.message });
      return [];
    }
  });
}
