// Rows that could not become cases: shown with their content, corrected and tried again, discarded, or written to a
// file with every cell checked.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { judgeSheet, sheetFile } from '../../core/compose/judged-sheet.ts';
import type { Mapping } from '../../core/domain/mapping.ts';
import { EXPORT_ZONE } from '../../core/domain/time.ts';
import { FileProblem } from '../../core/intake/file-problem.ts';
import { isRejected } from '../../core/intake/opened-export.ts';
import { readSlackMessages } from '../../core/intake/read-slack.ts';
import { openTable } from '../../core/intake/read-table.ts';
import type { Rejections } from '../../core/intake/rejections.ts';
import { messageOfCells } from '../../core/intake/slack-rejects.ts';
import { runThrough } from '../../core/intake/steps.ts';
import { newActId } from '../../store/activity/activity.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import type { Db } from '../../store/db.ts';
import { findImport, isInLaterImport } from '../../store/intake/import-rows.ts';
import {
  addRejectedRow,
  dropRejectedRows,
  type KeptCells,
  keepRejected,
  listRejectedRows,
  type RejectedRow,
} from '../../store/intake/rejected-rows.ts';
import { findRecord } from '../../store/intake/source-records.ts';
import type { AppContext } from '../app-context.ts';
import { problemsWithTicket } from '../problems/problem-tickets.ts';
import { settingOf } from '../settings.ts';
import { tellTrends } from '../trends/trend-ticket.ts';
import { importCase, keyOf } from './import-case.ts';
import { tellMended } from './queue-snapshot.ts';

/** Stores what an import could not read. Runs inside a transaction. */
export function keepRejections(
  db: Db,
  importId: number,
  { lines }: Rejections,
  { timeZone, dateOrder }: Pick<ParsedInput<'intake.import'>, 'timeZone' | 'dateOrder'>,
): void {
  for (const { line, part, row, column, reason } of lines)
    if (line !== undefined)
      addRejectedRow(db, {
        ...{ importId, row, column, reason, cells: line },
        part: part ?? null,
        timeZone: timeZone ?? null,
        dateOrder: dateOrder ?? null,
      });
}

export function listRejects({ store }: AppContext): Output<'rejects.list'> {
  return {
    rejects: listRejectedRows(store.db).map(({ timeZone: _, dateOrder: __, importId: ___, cells, ...row }) => ({
      ...row,
      cells: cells.map((cell) => ({ ...cell })),
    })),
  };
}

/**
 * Reads a row again with its corrected cells; what comes of it goes with the undo of its import. A record that a later import
 * contained keeps what that one said.
 * @throws AppError `not-found`
 */
export function retryReject(ctx: AppContext, { id, values }: ParsedInput<'rejects.retry'>): Output<'rejects.retry'> {
  const { store, now } = ctx;
  const [kept] = listRejectedRows(store.db, [id]);
  if (kept === undefined) throw new AppError('not-found', 'This row has already been corrected or discarded.');
  const cells = kept.cells.map(({ name, value }, at) => ({ name, value: values[at] ?? value }));
  const read = readRow({ ...kept, cells }, settingOf(store.db, 'mappings').mappings);
  if ('reason' in read) {
    store.transaction((db) => keepRejected(db, id, { ...kept, ...read, cells }));
    return { came: null, column: read.column, reason: read.reason };
  }
  const outcome = store.transaction((db) => {
    const at = now();
    const one = findImport(db, kept.importId);
    const known = findRecord(db, keyOf(read));
    const takesChanges = known === null || !isInLaterImport(db, known.id, kept.importId);
    const run = { rules: listRules(db), now: at, actId: one?.actId ?? newActId(), takesChanges };
    const came = importCase(db, { ...read, row: kept.row }, { ...run, ticketed: problemsWithTicket(db) });
    if (one !== null) tellMended(db, one, came, at);
    dropRejectedRows(db, [id]);
    return came;
  });
  if (outcome.what === 'new') tellTrends(ctx, new Set([outcome.problem]));
  return { came: outcome.what, column: null, reason: null };
}

const NOTHING = { column: 'the whole row', reason: 'This row contains nothing that could be a case.' };

/** As its file was read: by the mapping of its header, where there is one. */
function readRow({ cells, source, timeZone, dateOrder }: RejectedRow, mappings: readonly Mapping[]) {
  if (source === 'slack') {
    const { cases, lines } = readSlackMessages([messageOfCells(cells)]);
    return cases[0] ?? lines[0] ?? NOTHING;
  }
  const rows = [cells.map(({ name }) => name), cells.map(({ value }) => value)];
  const zone = timeZone ?? EXPORT_ZONE;
  const options = { timeZone: zone, forced: source, dateOrder: dateOrder ?? undefined, mappings };
  try {
    for (const one of runThrough(openTable(() => [rows], options)).read())
      return isRejected(one) ? { column: one.column, reason: one.reason } : one;
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return { column: 'the whole row', reason: error.message };
  }
  return NOTHING;
}

export function dropRejects({ store }: AppContext, ids: readonly number[]): Record<string, never> {
  store.transaction((db) => dropRejectedRows(db, ids));
  return {};
}

/** All of them as a file: where each was, why it is not a case, and its content, scrubbed. */
export function rejectsFile({ store }: AppContext): Output<'rejects.file'> {
  const said = ({ cells }: KeptCells) => cells.map(({ name, value }) => `${name}: ${value}`).join('\n');
  const sheet = judgeSheet({
    title: 'Rows that could not be read',
    heads: ['Row', 'Column', 'Reason', 'What it says'],
    rows: listRejectedRows(store.db).map((row) => ({
      cells: [String(row.row), row.column, row.reason, said(row)],
      context: {},
    })),
  });
  return { name: sheet.name, csv: sheetFile(sheet), masked: [...sheet.masked] };
}
