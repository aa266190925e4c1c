// Imports an export file: previews it without storing anything, or imports it row by row. The same file twice adds
// nothing.
import type { ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { ImportPreview, ImportResult } from '../../contract/intake-shapes.ts';
import { countFutureDates } from '../../core/intake/future-dates.ts';
import type { IncomingCase, RejectedLine } from '../../core/intake/incoming-case.ts';
import { isRejected, type OpenedExport } from '../../core/intake/opened-export.ts';
import { createRejections } from '../../core/intake/rejections.ts';
import { changesBetween } from '../../core/intake/source-change.ts';
import { runStepwise } from '../../core/intake/steps.ts';
import { newActId } from '../../store/activity/activity.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import { findRecord } from '../../store/intake/source-records.ts';
import type { AppContext } from '../app-context.ts';
import { forgetOnFailure } from '../problems/join-problem.ts';
import { problemsWithTicket } from '../problems/problem-tickets.ts';
import { READ_HERE } from '../read-incoming.ts';
import { trendSteps } from '../trends/trend-ticket.ts';
import { type Alarm, tellAlarms } from './fast-path.ts';
import { type Imported, importCase, keyOf } from './import-case.ts';
import { type ImportRow, importPieces } from './import-pieces.ts';
import { openExport } from './open-export.ts';
import { createPace, forOthers } from './pace.ts';
import { previewRow } from './preview-row.ts';
import { beginSnapshot } from './queue-snapshot.ts';
import { keepRejections } from './rejected-rows.ts';
import { snapshotFirst } from './snapshot-first.ts';

const SAMPLE_ROWS = 10;
/** So many rows are looked at before other calls are answered. */
const AT_ONCE = 50;
/** From this many rows on, reader threads pay for themselves. */
const MANY = 2_000;

export async function previewExportFile(ctx: AppContext, input: ParsedInput<'intake.preview'>): Promise<ImportPreview> {
  const { source, columns, notes, read } = await openExport(ctx, input);
  const { db } = ctx.store;
  const rules = listRules(db);
  const seen = new Set<string>();
  const sample: IncomingCase[] = [];
  const rejections = createRejections();
  const future = countFutureDates(ctx.now());
  let rows = 0;
  let duplicates = 0;
  let updated = 0;
  for (const one of read()) {
    if ((rows + rejections.count) % AT_ONCE === 0) await forOthers();
    if (isRejected(one)) {
      rejections.add(one);
      continue;
    }
    rows += 1;
    if (sample.length < SAMPLE_ROWS) sample.push(one);
    const key = JSON.stringify(keyOf(one));
    const known = seen.has(key) ? null : findRecord(db, keyOf(one));
    if (known !== null && changesBetween(one.source, known.fields, one.fields).length > 0) updated += 1;
    else if (known !== null || seen.has(key)) duplicates += 1;
    else future.add(one);
    seen.add(key);
  }
  return {
    source,
    rows: rows + rejections.count,
    columns: columns.map(({ name, becomes }) => ({ name, becomes })),
    sample: sample.map((one) => previewRow(one, rules)),
    rejected: [...rejections.kept],
    rejectedCount: rejections.count,
    duplicates,
    updated,
    notes: [...notes, ...future.notes()],
  };
}

/**
 * Imports what is readable; canceling keeps what is already in, and importing the same file later brings in the rest.
 */
export async function importExportFile(ctx: AppContext, input: ParsedInput<'intake.import'>): Promise<ImportResult> {
  return importOpened(ctx, await openExport(ctx, input), input);
}

/** Imports an export that is already open. `input` has its name, and the options its repaired rows are read with later. */
export function importOpened(
  ctx: AppContext,
  opened: OpenedExport,
  input: ParsedInput<'intake.import'>,
): Promise<ImportResult> {
  // The desk does not close before it is over.
  return ctx.jobs.follow(undefined, () => ctx.store.withFewPages(() => importRows(ctx, opened, input)));
}

async function importRows(
  ctx: AppContext,
  opened: OpenedExport,
  input: ParsedInput<'intake.import'>,
): Promise<ImportResult> {
  const { store, now, jobs } = ctx;
  const { source, notes, fingerprint, isPart = false } = opened;
  await snapshotFirst(ctx, opened.rows);
  let imported = 0;
  let updated = 0;
  let tried = 0;
  const touched = new Set<string>();
  const alarms: Alarm[] = [];
  const rejections = createRejections();
  const future = countFutureDates(now());
  const actId = newActId();
  const rules = listRules(store.db);
  const begun = { source, name: input.name, contentHash: fingerprint, now: now(), actId, isPart };
  const snapshot = store.transaction((db) => beginSnapshot(db, begun));
  // A failed batch takes back the groups it opened; they are then reloaded.
  const into = (rows: readonly ImportRow[]) =>
    forgetOnFailure(store.db, () =>
      store.transaction((db) => {
        const ticketed = problemsWithTicket(db);
        const run = { rules, now: now(), actId, takesChanges: snapshot.isNew, ticketed };
        return rows.map(({ one, read }) => {
          const outcome = importCase(db, one, run, read ?? undefined);
          snapshot.saw(db, outcome);
          return { ...outcome, one };
        });
      }),
    );
  const take = (rows: readonly ImportRow[]) => {
    for (const added of eachAlone(rows, into, (row) => rejections.add(row))) {
      if (added.what === 'new') {
        imported += 1;
        touched.add(added.problem);
        future.add(added.one);
      } else if (added.what === 'changed') updated += 1;
      if (added.alarm !== null) alarms.push(added.alarm);
    }
    tried += rows.length;
  };
  const pace = createPace(ctx.isInUse);
  const readers = opened.rows >= MANY ? ctx.startReaders() : READ_HERE;
  const follow = () =>
    jobs.follow(input.job, async (tell) => {
      for await (const piece of importPieces(store.db, opened, readers, rules)) {
        if (!tell(tried, Math.max(tried, opened.rows))) return false;
        await pace.through(piece.rows, take);
        for (const row of piece.rejected) rejections.add(row);
        tried += piece.rejected.length;
      }
      tell(tried, tried);
      return true;
    });
  const isWhole = await follow().finally(() => readers.close());
  const left = isWhole ? store.transaction((db) => snapshot.finish(db, rejections.count === 0)) : 0;
  const { importId } = snapshot;
  if (importId !== null && rejections.count > 0)
    store.transaction((db) => keepRejections(db, importId, rejections, input));
  await runStepwise(trendSteps(ctx, touched), forOthers);
  tellAlarms(ctx, alarms);
  const said = [...notes, ...future.notes()];
  return {
    ...(snapshot.importId !== null && { importId: snapshot.importId }),
    imported,
    duplicates: tried - imported - updated - rejections.count,
    ...(updated > 0 && { updated }),
    ...(left > 0 && { left }),
    rejected: rejections.kept.toSorted((a, b) => a.row - b.row),
    rejectedCount: rejections.count,
    ...(said.length > 0 && { notes: said }),
  };
}

interface Added extends Imported {
  readonly one: IncomingCase;
}

/** All rows at once; if one of them is refused, each on its own, so that the others still come in. */
function eachAlone(
  rows: readonly ImportRow[],
  into: (rows: readonly ImportRow[]) => Added[],
  refuse: (row: RejectedLine) => void,
): Added[] {
  try {
    return into(rows);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  return rows.flatMap((row) => {
    try {
      return into([row]);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refuse({ row: row.one.row, column: 'the whole row', reason: error.message, line: row.one.fields });
      return [];
    }
  });
}
