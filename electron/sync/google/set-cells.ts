// Writes the status and the ticket of cases into the rows they came from. What stands there is read right before: a row that says
// something else by now, and a cell that somebody wrote into, are left alone; what stands there already is not written again.
import type { SetCellsPayload } from '../../core/domain/outbox.ts';
import type { Outcome } from '../outcome.ts';
import type { Track } from '../track.ts';
import { GoogleProblem, type ServiceAccount } from './service-account.ts';
import { type Cell, createSheetClient, placeOfSheet, type SheetRows } from './sheet.ts';

/** The sheet that is written to, and the key it is written with. */
export interface SheetConnection {
  /** As the browser shows it. */
  readonly link: string;
  readonly account: ServiceAccount;
}

export interface SheetCells {
  setCells(payload: SetCellsPayload, track: Track): Promise<Outcome>;
}

const STEP = 'cells';
const waiting = (reason: string): Outcome => ({ kind: 'retryable', reason, offline: false });

export function createSheetCells(
  { link, account }: SheetConnection,
  sendingFetch: typeof fetch,
  now: () => number,
): SheetCells {
  return {
    async setCells(payload, track) {
      const place = placeOfSheet(link);
      if (place === null || place.spreadsheet !== payload.spreadsheet)
        return {
          kind: 'rejected',
          reason: 'Another sheet is set by now. The next look into it writes what is missing.',
        };
      const client = createSheetClient(place, account, { writes: true, fetcher: sendingFetch, now });
      try {
        const sheet = await client.read();
        if (sheet.title !== payload.title)
          return { kind: 'rejected', reason: 'The sheet has another name by now. The next look into it writes anew.' };
        const { cells, left } = await cellsToWrite(sheet, payload);
        if (cells.length > 0)
          await track.take({ step: STEP, found: null, version: null }, () => client.write(sheet.title, cells));
        const note = `${left === 1 ? 'One row has changed there and waits' : `${left} rows have changed there and wait`} for the next look.`;
        return { kind: 'arrived', note: left === 0 ? null : note };
      } catch (error) {
        if (!(error instanceof GoogleProblem)) throw error;
        return outcomeOf(error);
      }
    },
  };
}

/** A write of the same value to the same cell does no harm, so whatever broke is tried again. */
function outcomeOf({ message, retryAt, needsKey }: GoogleProblem): Outcome {
  if (needsKey) return { kind: 'retryable', reason: message, offline: false, signIn: true };
  if (retryAt !== null)
    return { ...waiting(message), kind: 'retryable', limited: true, retryAt, reason: message, offline: false };
  return { kind: 'retryable', reason: message, offline: false, failing: true };
}

/** Which cells are written, and how many rows are left as they are since they changed. */
async function cellsToWrite(
  { rows }: SheetRows,
  { header, rows: asked }: SetCellsPayload,
): Promise<{ readonly cells: readonly Cell[]; readonly left: number }> {
  const cells: Cell[] = [];
  let left = 0;
  const columns = [header.status, header.ticket];
  const heads = columns.map((column) => rows[header.row]?.[column]?.trim().toLowerCase());
  if (heads[0] !== 'status' || heads[1] !== 'ticket') return { cells, left: asked.length };
  for (const one of asked) {
    const stands = rows[one.row] ?? [];
    const isSame = (await proofOf(stands, columns)) === one.proof;
    if (!isSame) left += 1;
    else
      for (const { column, was, becomes } of one.cells)
        if ((stands[column] ?? '') === was && was !== becomes) cells.push({ row: one.row, column, value: becomes });
  }
  return { cells, left };
}

/** A hash of what a row says, without the columns that are written. */
export async function proofOf(cells: readonly string[], without: readonly number[]): Promise<string> {
  const said = cells.map((cell, at) => (without.includes(at) ? '' : cell));
  // The API leaves empty cells at the end of a row out.
  while (said.at(-1) === '') said.pop();
  return Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(JSON.stringify(said)))).toString('hex');
}
