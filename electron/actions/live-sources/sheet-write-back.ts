// What a Google Sheet is told of its rows: the status of each case and the link of its ticket, by the outbox like all that leaves.
// Nothing that somebody wrote into these columns is written over.
import { STATUS_NAMES } from '../../core/domain/case.ts';
import { RESTING_STATES, type SetCellsPayload } from '../../core/domain/outbox.ts';
import type { IncomingCase } from '../../core/intake/incoming-case.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { findRecord } from '../../store/intake/source-records.ts';
import { appendEntry, changeEntry, entriesOfKind, withdrawEntry } from '../../store/outbox/outbox.ts';
import { addTicket, ticketsById } from '../../store/tickets/tickets.ts';
import { proofOf } from '../../sync/google/set-cells.ts';
import type { SheetPlace } from '../../sync/google/sheet.ts';
import { setCellsPayload } from '../../sync/payloads.ts';
import { type AppContext, DESK } from '../app-context.ts';
import { requireScrubbed } from '../egress.ts';
import { keyOf } from '../intake/import-case.ts';

type Rows = readonly (readonly string[])[];
type Own = SetCellsPayload['header'];

/** A header stands among the first rows; a report has some lines above. */
const HEADER_WITHIN = 20;
/** Rows per outbox entry; the next look continues with the rest. */
const MOST_ROWS = 500;
const OURS: ReadonlySet<string> = new Set(['', ...Object.values(STATUS_NAMES)]);
const TICKET_LINK = /^https:\/\/[\w.-]{1,80}\/[\w.-]{1,80}\/[\w.-]{1,100}\/issues\/\d{1,9}$/;

/** Where the columns Status and Ticket are; null where one is missing. */
export function ownColumns(rows: Rows): Own | null {
  for (const [row, cells] of rows.slice(0, HEADER_WITHIN).entries()) {
    const heads = cells.map((cell) => cell.trim().toLowerCase());
    const [status, ticket] = [heads.indexOf('status'), heads.indexOf('ticket')];
    if (status !== -1 && ticket !== -1) return { row, status, ticket };
  }
  return null;
}

/** The rows as their people wrote them: what the desk wrote is no news of them. */
export function withoutOwn(rows: Rows, { row: header, status, ticket }: Own): Rows {
  const isOurs = (cell: string, column: number) =>
    (column === status && OURS.has(cell)) || (column === ticket && TICKET_LINK.test(cell));
  return rows.map((cells, row) =>
    row <= header ? cells : cells.map((cell, column) => (isOurs(cell, column) ? '' : cell)),
  );
}

/** Queues what is to be written, in the place of what still waits; nothing where all of it stands there. */
export async function queueWriteBack(
  { store, now }: AppContext,
  told: {
    readonly place: SheetPlace;
    readonly title: string;
    readonly rows: Rows;
    readonly own: Own;
    readonly cases: readonly IncomingCase[];
  },
): Promise<void> {
  const { place, title, rows, own, cases } = told;
  const changed: SetCellsPayload['rows'][number][] = [];
  for (const one of cases) {
    const stands = rows[one.row - 1] ?? [];
    const known = findRecord(store.db, keyOf(one));
    if (known === null) continue;
    const url = known.ticketId === null ? '' : (ticketsById(store.db, [known.ticketId]).get(known.ticketId)?.url ?? '');
    const [status = '', ticket = ''] = [stands[own.status], stands[own.ticket]];
    const becomes = [
      ...(OURS.has(status) ? [{ column: own.status, was: status, becomes: STATUS_NAMES[known.status] }] : []),
      ...(ticket === '' || TICKET_LINK.test(ticket) ? [{ column: own.ticket, was: ticket, becomes: url }] : []),
    ];
    const set = becomes
      .filter((cell) => cell.was !== cell.becomes)
      .map((cell) => ({ ...cell, becomes: requireScrubbed(cell.becomes, {}, 'the cell') }));
    if (set.length === 0) continue;
    const proof = await proofOf(stands, [own.status, own.ticket]);
    changed.push({ row: one.row - 1, proof, cells: set });
    if (changed.length === MOST_ROWS) break;
  }
  if (changed.length === 0) return;
  const payload: SetCellsPayload = { spreadsheet: place.spreadsheet, title, header: own, rows: changed };
  store.transaction((db) => {
    const waiting = entriesOfKind(db, 'set-cells').filter(({ state }) => RESTING_STATES.includes(state));
    const asks = (said: unknown) => JSON.stringify(setCellsPayload.safeParse(said).data?.rows);
    if (waiting.some((entry) => asks(entry.payload) === asks(payload))) return;
    // Whether any of it arrived does not matter: the same cells are written anew.
    for (const { id } of waiting) if (withdrawEntry(db, id, true)) changeEntry(db, id, { reason: 'Asked anew since.' });
    const ticketId = addTicket(db, { team: '', repository: '', title: 'Status and ticket of rows', createdAt: now() });
    const entryId = appendEntry(db, { ticketId, kind: 'set-cells', payload, createdAt: now() });
    const summary = `Queued the status of ${changed.length === 1 ? 'one row' : `${changed.length} rows`} for the Google Sheet`;
    const undo = { kind: 'comment', entryId } as const;
    addActivity(db, { at: now(), actor: DESK, caseId: null, verb: 'write-back', summary, undo, actId: newActId() });
  });
}
