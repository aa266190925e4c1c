// One case in full, as the window shows it.

import type { ActivityEntry } from '../../contract/activity-schemas.ts';
import type { CaseDetail } from '../../contract/schemas.ts';
import type { CaseId } from '../../core/domain/ids.ts';
import { leading, priorityOf, waitedFor } from '../../core/follow-up/countdown.ts';
import { HELPER_NAMES, helpWithProblem } from '../../core/route/code-help.ts';
import { activityOf, newestUndoableOf } from '../../store/activity/activity.ts';
import { findCase } from '../../store/cases/cases.ts';
import { otherReferences } from '../../store/cases/duplicates.ts';
import type { Db } from '../../store/db.ts';
import { commentsOf } from '../../store/replies/comments.ts';
import { findMove } from '../../store/tickets/moved-tickets.ts';
import { findTicket } from '../../store/tickets/tickets.ts';
import type { AppContext } from '../app-context.ts';
import { clocksOf, readRules } from '../clock.ts';
import { keptWordsOf } from '../kept-words.ts';
import { notesOf } from '../notes-of-case.ts';
import { obstacleTo } from '../outbox/undo-obstacle.ts';
import { problemTitles, suggestTeam } from '../problems/read-trends.ts';
import { requireCase } from '../require-case.ts';
import { scrubCase } from '../scrub-case.ts';

export function readCase(ctx: AppContext, id: CaseId): CaseDetail {
  const { store } = ctx;
  const one = requireCase(ctx, id);
  const { findings, scrubbedText, questions } = scrubCase(store.db, one);
  const { countdowns, events } = clocksOf(ctx, one);
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
    tags: [...one.tags],
    excerpt: null,
    countdown: leading(countdowns),
    countdowns,
    questions,
    rawText: one.rawText,
    scrubbedText,
    fields: one.fields.map((field) => ({ ...field })),
    findings: [...findings],
    ticket: ticket && { ...ticket, movedTo: findMove(store.db, ticket.id)?.repository ?? null },
    activity: readActivity(ctx, id),
    suggestion: suggestTeam(ctx, { scrubbedText, scrubbedArea: one.scrubbedArea, problem: one.problem }),
    comments: one.ticketId === null ? [] : commentsOf(store.db, one.ticketId).map(({ ticketId: _, ...said }) => said),
    keptWords: keptWordsOf(store.db, id),
    notes: notesOf(store.db, id),
    sameAs: otherCase(store.db, one.sameAs),
    maybeSame: otherCase(store.db, one.maybeSame),
    alsoKnownAs: otherReferences(store.db, id).map(({ source: from, ...other }) => ({
      ...other,
      source: from,
    })),
    problem: problemOf(ctx, one.problem),
    priority: priorityOf(events),
    waited: waitedFor(events, readRules(store.db), ctx.now()),
  };
}

function otherCase(db: Db, id: CaseId | null): CaseDetail['sameAs'] {
  const other = id === null ? null : findCase(db, id);
  return other === null ? null : { id: other.id, reference: other.reference };
}

function problemOf({ store, queue }: AppContext, id: string | null): CaseDetail['problem'] {
  if (id === null) return null;
  const help = helpWithProblem(id);
  return {
    id,
    title: problemTitles(store.db).get(id) ?? id,
    size: queue.sizeOf(id),
    help: help && { helper: HELPER_NAMES[help.helper], remedy: help.remedy, byUser: help.helper === 'user' },
  };
}

function readActivity({ store }: AppContext, id: CaseId): ActivityEntry[] {
  const newest = newestUndoableOf(store.db, id);
  const rows = activityOf(store.db, id);
  const ofNewest = rows.filter(({ actId, undo, undoneAt }) => actId === newest && undo !== null && undoneAt === null);
  const mayUndo = obstacleTo(store.db, ofNewest) === null;
  return rows.map((row) => ({
    actId: row.actId,
    at: row.at,
    actor: row.actor,
    summary: row.summary,
    canUndo: mayUndo && row.undo !== null && row.undoneAt === null && row.actId === newest,
    undoneAt: row.undoneAt,
  }));
}
