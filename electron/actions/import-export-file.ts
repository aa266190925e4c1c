// An export file comes in: preview without a trace, or import row by row. The same file twice adds nothing.
import type { ParsedInput } from '../contract/calls.ts';
import { AppError } from '../contract/errors.ts';
import type { ImportPreview, ImportResult, RejectedRow } from '../contract/intake-shapes.ts';
import type { IncomingCase, ReadExport } from '../core/intake/incoming-case.ts';
import { readFile, readText } from '../core/intake/read-file.ts';
import { fastPath } from '../core/route/fast-path.ts';
import type { DeskRule } from '../core/words/pii.ts';
import { addActivity, newActId } from '../store/activity.ts';
import { addCase, hasCase } from '../store/cases.ts';
import type { Db } from '../store/db.ts';
import { listRules } from '../store/desk-rules.ts';
import { hasContent, nextNumber } from '../store/unnumbered-cases.ts';
import { contentKeyOf } from './content-key.ts';
import { type Alarm, takeFastPath, tellAlarms } from './fast-path.ts';
import { forgetOnFailure, joinProblem } from './join-problem.ts';
import { findSame, joinSame, maybeSame } from './join-same.ts';
import { DESK, LEAD, type Office } from './office.ts';
import { scrubBeside, scrubText } from './scrub-case.ts';
import { addToTicket, tellTrends } from './trend-ticket.ts';

/** Exports are read in the time zone of VA's central office unless the lead says otherwise. */
const DEFAULT_ZONE = 'America/New_York';
const SAMPLE_ROWS = 5;
const ROWS_PER_PIECE = 100;

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
  { store }: Office,
  input: ParsedInput<'intake.preview'>,
): Promise<ImportPreview> {
  const { source, columns, cases, rejected, rejectedCount, notes } = await read(input);
  const seen = new Set<string>();
  const duplicates = cases.filter((one) => {
    const known = one.reference ?? contentKeyOf(one);
    const again = seen.has(known) || isKnown(store.db, one);
    seen.add(known);
    return again;
  }).length;
  return {
    source,
    rows: cases.length + rejectedCount,
    columns: columns.map(({ name, becomes }) => ({ name, becomes })),
    sample: cases
      .slice(0, SAMPLE_ROWS)
      .map(({ row, reference, reportedAt, text }) => ({ row, reference, reportedAt, text })),
    rejected: [...rejected],
    rejectedCount,
    duplicates,
    notes: [...notes],
  };
}

/** Imports what is readable; a cancelled import keeps what is in, and the same file brings in the rest later. */
export async function importExportFile(office: Office, input: ParsedInput<'intake.import'>): Promise<ImportResult> {
  const { store, now, jobs } = office;
  const { cases, rejected, rejectedCount, notes } = await read(input);
  const pieces: IncomingCase[][] = [];
  for (let at = 0; at < cases.length; at += ROWS_PER_PIECE) pieces.push(cases.slice(at, at + ROWS_PER_PIECE));
  let imported = 0;
  let tried = 0;
  const touched = new Set<string>();
  const alarms: Alarm[] = [];
  const refused: RejectedRow[] = [];
  const actId = newActId();
  const rules = listRules(store.db);
  await jobs.run(input.job, pieces, (piece) => {
    // A piece that fails takes back the groups it opened; they are then loaded anew.
    const into = (rows: readonly IncomingCase[]) =>
      forgetOnFailure(store.db, () =>
        store.transaction((db) => rows.flatMap((one) => importCase(db, one, rules, now(), actId) ?? [])),
      );
    for (const added of eachAlone(piece, into, refused)) {
      imported += 1;
      touched.add(added.problem);
      if (added.alarm !== null) alarms.push(added.alarm);
    }
    tried += piece.length;
    office.queue.freshen(piece.length);
  });
  tellTrends(office, touched);
  tellAlarms(office, alarms);
  const all = [...rejected, ...refused].sort((a, b) => a.row - b.row);
  const counted = rejectedCount + refused.length;
  return {
    imported,
    duplicates: tried - imported - refused.length,
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

/** The record number says it; a row without one is known by what it says, wherever in its sheet it stands. */
function isKnown(db: Db, one: IncomingCase): boolean {
  return one.reference === null ? hasContent(db, contentKeyOf(one)) : hasCase(db, one.source, one.reference);
}

export interface Imported {
  readonly problem: string;
  readonly alarm: Alarm | null;
}

/** Scrubs one case, joins it to its problem and starts its clock; null when it is in the desk already. */
export function importCase(
  db: Db,
  one: IncomingCase,
  rules: readonly DeskRule[],
  now: number,
  actId: ReturnType<typeof newActId>,
): Imported | null {
  const { source, reportedAt, text, reporter, phone, email, fields } = one;
  if (isKnown(db, one)) return null;
  const reference = one.reference ?? nextNumber(db);
  const hints = { ...(reporter && { name: reporter }), ...(phone && { phone }), ...(email && { email }) };
  const area = [one.area, one.subArea].filter((part) => part !== null).join(', ');
  const { findings, scrubbedText, scrubbedTitle, scrubberVersion } = scrubText(text, hints, [], rules);
  // The queue's own date starts the clock, so that a late import shows as late; a date in the future does not help.
  const receivedAt = Math.min(reportedAt, now);
  const scrubbedArea = area === '' ? null : scrubBeside(area, { text, hints, findings }, rules);
  const { problem, because } = joinProblem(db, scrubbedText, scrubbedArea, now);
  const alarm = fastPath(scrubbedText, scrubbedArea);
  const { person, same } = findSame(db, { source, hints, rawText: text, scrubbedText, reference, receivedAt, problem });
  const id = addCase(db, {
    source,
    reference,
    reportedAt,
    receivedAt,
    importedAt: now,
    rawText: text,
    reporter,
    hints,
    fields,
    scrubbedTitle,
    scrubbedText,
    scrubbedArea,
    scrubberVersion,
    problem,
    person,
    contentKey: one.reference === null ? contentKeyOf(one) : null,
    tags: alarm === null ? [] : [alarm],
  });
  if (id === null) return null;
  addActivity(db, {
    at: now,
    actor: LEAD,
    caseId: id,
    verb: 'import',
    summary: `Imported from row ${one.row} of an export; ${because}`,
    undo: null,
    actId,
  });
  if (same?.isSure === true) joinSame(db, id, same, { at: now, actor: DESK });
  else if (same !== null) maybeSame(db, id, same, now);
  if (same?.isSure !== true) addToTicket(db, problem, id, reference, now);
  const taken = alarm === null ? null : ({ caseId: id, reference, kind: alarm } as const);
  if (taken !== null) takeFastPath(db, taken, now);
  return { problem, alarm: taken };
}
