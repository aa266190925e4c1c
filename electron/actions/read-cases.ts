// Cases as the window shows them: rows with one countdown each, and one case in full.
import type { ParsedInput } from '../contract/calls.ts';
import { AppError } from '../contract/errors.ts';
import type { CaseId } from '../contract/ids.ts';
import type { ActivityEntry, CaseDetail, CaseRow, Countdown } from '../contract/shapes.ts';
import { readCountdown } from '../core/follow-up/countdown.ts';
import type { Obligation } from '../core/words/obligation.ts';
import { activityOf, newestUndoableOf } from '../store/activity.ts';
import { countByStatus, findCase, listCases, type StoredCase } from '../store/cases.ts';
import { obligationsByCase, obligationsOf } from '../store/obligations.ts';
import { findTicket } from '../store/tickets.ts';
import type { Office } from './office.ts';
import { scrubCase } from './scrub-case.ts';

/** @throws AppError `not-found` */
export function requireCase({ store }: Office, id: CaseId): StoredCase {
  const one = findCase(store.db, id);
  if (one === null) throw new AppError('not-found', 'This case is not in the desk.');
  return one;
}

/** Rows with the case that has least time left first; decided cases, which have no clock, last and newest first. */
export function readCaseList(office: Office, filter: ParsedInput<'cases.list'>) {
  const { store, calendar, now } = office;
  const at = now();
  const obligations = obligationsByCase(store.db, ['act', 'eta']);
  const cases: CaseRow[] = listCases(store.db, filter).map((row) => ({
    ...row,
    countdown: leading((obligations.get(row.id) ?? []).map((one) => readCountdown(one, calendar, at))),
  }));
  const urgency = (row: CaseRow) =>
    row.countdown === null || row.countdown.metAt !== null ? Number.POSITIVE_INFINITY : row.countdown.dueAt;
  cases.sort((a, b) => {
    const [left, right] = [urgency(a), urgency(b)];
    return left === right ? b.receivedAt - a.receivedAt : left - right;
  });
  return { cases, counts: countByStatus(store.db) };
}

/** The countdown that matters now: of the running ones the first due, else the last one met. */
function leading(countdowns: readonly Countdown[]): Countdown | null {
  const running = countdowns.filter((one) => one.metAt === null).sort((a, b) => a.dueAt - b.dueAt);
  return running[0] ?? countdowns.at(-1) ?? null;
}

export function readCase(office: Office, id: CaseId): CaseDetail {
  const { store, calendar, now } = office;
  const one = requireCase(office, id);
  const at = now();
  const { findings, scrubbedText } = scrubCase(store.db, one);
  const countdowns = obligationsOf(store.db, id).map((obligation: Obligation) =>
    readCountdown(obligation, calendar, at),
  );
  const ticket = one.ticketId === null ? null : findTicket(store.db, one.ticketId);
  const { source, reference, scrubbedTitle: title, status, team, reportedAt, receivedAt, reporter } = one;
  return {
    id,
    source,
    reference,
    title,
    status,
    team,
    reportedAt,
    receivedAt,
    reporter,
    countdown: leading(countdowns),
    countdowns,
    rawText: one.rawText,
    scrubbedText,
    fields: one.fields.map((field) => ({ ...field })),
    findings: [...findings],
    ticket,
    activity: readActivity(office, id),
  };
}

function readActivity({ store }: Office, id: CaseId): ActivityEntry[] {
  const newest = newestUndoableOf(store.db, id);
  return activityOf(store.db, id).map((row) => ({
    id: row.actId,
    at: row.at,
    actor: row.actor,
    summary: row.summary,
    canUndo: row.undo !== null && row.undoneAt === null && row.actId === newest,
    undoneAt: row.undoneAt,
  }));
}
