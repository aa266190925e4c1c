// One ticket for a problem with all of its record numbers and, through the same outbox, a comment for every later case.
// Announces when a problem becomes a trend.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { judgeSheet, sheetFile } from '../../core/compose/judged-sheet.ts';
import { labelsFor } from '../../core/compose/labels.ts';
import { draftTrendTicket, kindOfTrend } from '../../core/compose/trend-draft.ts';
import { MOST_ROWS, SHEET_COLUMNS, sheetCells } from '../../core/compose/trend-sheet.ts';
import type { CaseId } from '../../core/domain/ids.ts';
import { runThrough, type Steps } from '../../core/intake/steps.ts';
import { checkPii, scrubWords } from '../../core/scrub/pii-check.ts';
import { growthOf } from '../../core/trends/growth.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { changeCase, findCase } from '../../store/cases/cases.ts';
import { type CaseToSettle, casesOfProblem, changeProblem } from '../../store/cases/problems.ts';
import { findDraft } from '../../store/cases/review.ts';
import type { Db } from '../../store/db.ts';
import { appendEntry } from '../../store/outbox/outbox.ts';
import { raisedKeys, rememberRaised, trendKey } from '../../store/tickets/alerts.ts';
import { findTeam, listTeams } from '../../store/tickets/directory.ts';
import { type AppContext, DESK, LEAD } from '../app-context.ts';
import { contextOf, piiCheckContext } from '../draft-ticket.ts';
import { MARK_IN_CASE, notify, requireScrubbed } from '../egress.ts';
import { keepWords } from '../kept-words.ts';
import { openTicketOf } from '../problems/problem-tickets.ts';
import { teamFor } from '../problems/read-trends.ts';
import { settleInSteps } from '../problems/settle-problems.ts';
import { settingOf } from '../settings.ts';
import { formOf } from '../team-forms.ts';
import { openTicket } from '../tickets/open-ticket.ts';
import { requireProblem } from './problems.ts';

/** The trend's spreadsheet; the window makes a file from the cells or from the text. */
export function readSheet(ctx: AppContext, { id }: ParsedInput<'trends.sheet'>): Output<'trends.sheet'> {
  const { store, now } = ctx;
  return store.transaction((db) => {
    const title = requireProblem(db, id, now());
    const own = casesOfProblem(db, id);
    const rows = own.flatMap((row) => {
      const one = findCase(db, row.id);
      if (one === null) return [];
      return { cells: sheetCells({ ...row, description: row.scrubbedText }), context: piiCheckContext(db, one) };
    });
    const sheet = judgeSheet({ title, heads: SHEET_COLUMNS, rows });
    const actId = newActId();
    for (const { id: caseId } of own)
      addActivity(db, {
        at: now(),
        actor: LEAD,
        caseId,
        verb: 'export',
        summary: `Exported with the trend "${sheet.title}", scrubbed`,
        undo: null,
        actId,
      });
    const cells = sheet.cells.map((row) => [...row]);
    return { name: sheet.name, cells, csv: sheetFile(sheet), masked: [...sheet.masked] };
  });
}

/** Statuses of cases that a ticket for their problem can still include. */
const OPEN: ReadonlySet<string> = new Set(['undecided', 'escalated']);

/** What a ticket for a problem would say and which cases it includes; refuses as `queueTrendTicket` does. */
function draftFor(ctx: AppContext, db: Db, id: string, label: string | undefined) {
  const title = requireProblem(db, id, ctx.now());
  if (openTicketOf(db, id) !== null)
    throw new AppError('refused', `"${title}" already has a ticket; new cases are added to it.`);
  const own = casesOfProblem(db, id).filter((one) => OPEN.has(one.status));
  const team = findTeam(db, label ?? teamFor(own, listTeams(db)) ?? '');
  if (team === null) throw new AppError('refused', 'Choose the team that can fix it first.');
  const everybody = contextOf(
    db,
    own.flatMap((one) => findCase(db, one.id) ?? []),
  );
  const safe = (words: string) => scrubWords(words, everybody).text;
  const rows = own.map(({ reference, reportedAt, scrubbedText }, at) => ({
    reference: safe(reference),
    reportedAt,
    description: at < MOST_ROWS ? safe(scrubbedText) : '',
  }));
  const form = formOf(db, team.label, kindOfTrend(team));
  return { title, own, team, everybody, words: draftTrendTicket({ name: safe(title), rows, team }, form) };
}

/** A preview of the ticket, with its table. @throws AppError `refused` when there is a ticket or no team */
export function draftOfTrend(
  ctx: AppContext,
  { id, team: label }: ParsedInput<'trends.draft'>,
): Output<'trends.draft'> {
  return ctx.store.transaction((db) => {
    const { own, team, words } = draftFor(ctx, db, id, label);
    return { team: team.label, title: words.title, body: words.body, caseIds: own.map((one) => one.id) };
  });
}

/**
 * Queues one ticket for the open cases of a problem: as the desk composes it, or as a person has reviewed it in a
 * draft. A case that came in after the draft is added to the ticket as a comment.
 * @throws AppError `refused` when there is a ticket, no team, or PII in the text; `conflict` when a case of the draft
 * is no longer open or not of this problem
 */
export function queueTrendTicket(
  ctx: AppContext,
  { id, team: label, words }: ParsedInput<'trends.ticket'>,
): Output<'trends.ticket'> {
  const { store, now } = ctx;
  const actId = newActId();
  return store.transaction((db) => {
    const { title, own, team, everybody, words: drafted } = draftFor(ctx, db, id, label);
    const seen = words === undefined ? null : new Set<CaseId>(words.caseIds);
    if (seen !== null && own.filter((one) => seen.has(one.id)).length < seen.size)
      throw new AppError(
        'conflict',
        'A case of this draft was decided or moved in the meantime. Open the draft again.',
      );
    const { title: heading, body } = words ?? drafted;
    const { repository } = team;
    const createdAt = now();
    const remedy = words === undefined ? MARK_IN_CASE : undefined;
    const issue = {
      repository,
      title: requireScrubbed(heading, everybody, 'the title of the ticket', remedy),
      body: requireScrubbed(body, everybody, 'the ticket', remedy),
      labels: labelsFor(team),
      assignees: team.assignees,
    };
    const ticketId = openTicket(db, team, issue, createdAt);
    changeProblem(db, id, { ticketId });
    const [taken, late] = [
      own.filter((one) => seen?.has(one.id) ?? true),
      own.filter((one) => seen?.has(one.id) === false),
    ];
    for (const one of taken) {
      const undo = { kind: 'queue', ticketId, status: one.status, team: one.team } as const;
      const common = { at: createdAt, actor: LEAD, caseId: one.id, actId };
      if (one.status === 'undecided')
        addActivity(db, { ...common, verb: 'escalate', summary: `Escalated to ${team.name}`, undo: { kind: 'note' } });
      // The shared ticket does not include what was written for a ticket of one case alone.
      const draft = findDraft(db, one.id);
      if (draft !== null) keepWords(db, one.id, { kind: 'ticket', ...draft }, createdAt);
      changeCase(db, one.id, { status: 'ticketed', team: team.label, ticketId });
      addActivity(db, { ...common, verb: 'queue-ticket', summary: `Queued one ticket for "${title}"`, undo });
    }
    for (const one of late) addToTicket(db, id, one.id, one.reference, createdAt);
    return { cases: taken.length, actId };
  });
}

/** A later case: its record number is added to the open ticket of its problem. Runs inside a transaction. */
export function addToTicket(db: Db, problem: string, caseId: CaseId, reference: string, at: number): boolean {
  const ticket = openTicketOf(db, problem);
  if (ticket === null) return false;
  const one = findCase(db, caseId);
  const piiCheck = checkPii(
    `Another report of the same problem:\n- ${reference}`,
    one === null ? {} : piiCheckContext(db, one),
  );
  // A record number that reads as personal cannot be sent to the team: the case stays with the lead.
  if (!piiCheck.clean) return false;
  const payload = { repository: ticket.repository, body: piiCheck.text };
  const entryId = appendEntry(db, { ticketId: ticket.id, kind: 'add-comment', payload, createdAt: at });
  changeCase(db, caseId, { status: 'ticketed', team: ticket.team, ticketId: ticket.id });
  const summary = 'Added to the open ticket of its problem';
  const undo = { kind: 'join-ticket', entryId } as const;
  addActivity(db, {
    at,
    actor: DESK,
    caseId,
    verb: 'escalate',
    summary,
    fact: { onTicket: true },
    undo,
    actId: newActId(),
  });
  return true;
}

/** A case that arrived after the ticket of the problem it turns out to belong to is added to that ticket. */
function takeAlong(db: Db, one: CaseToSettle, problem: string, at: number): void {
  const ticket = openTicketOf(db, problem);
  if (ticket !== null && one.status === 'undecided' && one.importedAt >= ticket.createdAt)
    addToTicket(db, problem, one.id, one.reference, at);
}

/** After reports of these problems came in: regroups the newest, and announces each new trend once. */
export function tellTrends(ctx: AppContext, touched: ReadonlySet<string>): void {
  runThrough(trendSteps(ctx, touched));
}

/** The same in steps, for after many came in. */
export function* trendSteps(ctx: AppContext, touched: ReadonlySet<string>): Steps<void> {
  if (touched.size === 0) return;
  const settled = yield* settleInSteps(ctx, (db, one, problem) => takeAlong(db, one, problem, ctx.now()));
  yield* announceSteps(ctx, new Set([...touched, ...settled]));
}

/** Announces each of these problems that has become a trend, once; no report changes its problem. */
export function announceTrends(ctx: AppContext, problems: ReadonlySet<string>): void {
  runThrough(announceSteps(ctx, problems));
}

function* announceSteps(ctx: AppContext, problems: ReadonlySet<string>): Steps<void> {
  const { store, now } = ctx;
  const rule = settingOf(store.db, 'trendRule');
  for (const [id, times] of ctx.queue.timesOf(problems)) {
    if (times.length < rule.count) continue;
    const growth = growthOf(times, rule, now());
    const keys = [...(growth.isTrend ? [trendKey(id)] : []), ...(growth.isUrgent ? [`urgent trend ${id}`] : [])];
    const fresh = keys.filter((key) => !raisedKeys(store.db, keys).has(key));
    if (fresh.length === 0) continue;
    const title = store.transaction((db) => {
      rememberRaised(db, fresh, now());
      return requireProblem(db, id, now());
    });
    const what = fresh.some((key) => key.startsWith('urgent')) ? 'Urgent trend' : 'New trend';
    notify(ctx, { title: `${what}: ${title}`, body: `${times.length} cases tell of it.`, caseId: null });
    yield;
  }
}
