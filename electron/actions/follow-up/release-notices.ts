// Release notices, a ticket kind of their own. An incoming one is reviewed within 72 business hours, which is 3
// business days. An outgoing one is a ticket for every member of the call center, who are reminded after 5 business
// days without an answer. It is not a reported problem, so it has the call center's label and not that of Tier 3 cases.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { isPast, lateNotice, releaseBody } from '../../core/compose/release-notice.ts';
import type { CaseId, TicketId } from '../../core/domain/ids.ts';
import { rawText } from '../../core/domain/pii.ts';
import { isReleaseNotice, NOTICE } from '../../core/domain/release-scope.ts';
import { joinTyped, type TypedWords } from '../../core/domain/typed-form.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { addCase, changeCase } from '../../store/cases/cases.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import { findTyped, forgetSent, saveTyped } from '../../store/cases/typed-words.ts';
import type { Db } from '../../store/db.ts';
import { addEntry, newEntryId } from '../../store/outbox/outbox.ts';
import { findTeam } from '../../store/tickets/directory.ts';
import { addTicket } from '../../store/tickets/tickets.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { requireScrubbed } from '../egress.ts';
import { requireCase } from '../require-case.ts';
import { scrubText } from '../scrub-words.ts';

/** The contact center's own entry in the directory: its assignees are the reviewers. */
const CALL_CENTER = 'VSP-contact-center';

/**
 * Adds a release notice: an incoming one starts its review, an outgoing one is queued as a ticket.
 * @throws AppError `invalid` when an outgoing one is for a day that is past, `refused` when it contains PII or the
 * directory has no call center
 */
export function noteRelease(ctx: AppContext, input: ParsedInput<'release.note'>): Output<'release.note'> {
  const { store, now } = ctx;
  const { direction, title, body, scope, goesLiveOn } = input;
  const at = now();
  const actId = newActId();
  if (direction === 'out' && isPast(goesLiveOn, at))
    throw new AppError('invalid', `Goes live on: ${goesLiveOn} is past. A notice goes out before its release.`);
  return store.transaction((db) => {
    const rules = listRules(db);
    // Each on its own first, so that the positions of a finding refer to its own field.
    requireScrubbed(body, { rules }, 'the notice');
    requireScrubbed(title, { rules }, 'the title');
    const words = requireScrubbed(releaseBody({ scope, goesLiveOn, body }), { rules }, 'the notice');
    const heading = requireScrubbed(`Release notice - ${title}`, { rules }, 'the title');
    // A separate sentence, so that it alone becomes the title.
    const text = rawText(`${/[.!?]$/.test(heading) ? heading : `${heading}.`}\n\n${words}`);
    const { scrubbedText, scrubbedTitle, scrubberVersion, questions } = scrubText(text, {}, [], rules);
    const reference = `${NOTICE}${new Date(at).toISOString().replace(/\D/g, '').slice(0, 17)}`;
    const id = addCase(db, {
      source: 'typed',
      reference,
      reportedAt: at,
      receivedAt: at,
      importedAt: at,
      rawText: text,
      reporter: null,
      hints: {},
      fields: [],
      scrubbedTitle,
      scrubbedText,
      scrubbedArea: null,
      scrubberVersion,
      questions,
    });
    if (id === null) throw new AppError('conflict', 'Another notice was added at the same moment. Try again.');
    const ticketId = direction === 'out' ? queueNotice(db, id, { title: heading, body: words, at }) : null;
    const typed = { direction, title, body, scope, goesLiveOn: goesLiveOn ?? '' };
    const summary = direction === 'in' ? 'Release notice came in' : 'Release notice goes out to the call center';
    const undo = { kind: 'release', ticketId, typed } as const;
    const fact = { direction, goesLiveOn };
    addActivity(db, { at, actor: LEAD, caseId: id, verb: 'release-notice', summary, fact, undo, actId });
    forgetSent(db, 'release', '', [title, body]);
    return { id, reference, late: lateNotice({ direction, scope, goesLiveOn }, at), actId };
  });
}

/**
 * Undo: its clocks no longer run, and its text is back in the form to be corrected. The ticket is canceled
 * before.
 */
export function takeNoticeBack(db: Db, caseId: CaseId, typed: TypedWords, at: number): void {
  changeCase(db, caseId, { status: 'out-of-scope', team: null });
  const summary = 'Release notice taken back';
  addActivity(db, { at, actor: LEAD, caseId, verb: 'out-of-scope', summary, undo: null, actId: newActId() });
  saveTyped(db, 'release', '', joinTyped(null, typed, findTyped(db, 'release', '')) ?? typed, at);
}

function queueNotice(
  db: Db,
  caseId: CaseId,
  notice: {
    readonly title: ReturnType<typeof requireScrubbed>;
    readonly body: ReturnType<typeof requireScrubbed>;
    readonly at: number;
  },
): TicketId {
  const team = findTeam(db, CALL_CENTER);
  if (team === null) throw new AppError('refused', `The directory has no team "${CALL_CENTER}" to send notices to.`);
  const { title, body, at } = notice;
  const { repository, assignees, label, extraLabels } = team;
  const ticketId = addTicket(db, { team: label, repository, title, createdAt: at });
  const labels = [...new Set([label, ...extraLabels])];
  const payload = { repository, title, body, labels, assignees };
  addEntry(db, { id: newEntryId(), ticketId, position: 0, kind: 'create-issue', payload, createdAt: at });
  changeCase(db, caseId, { status: 'ticketed', team: label, ticketId });
  return ticketId;
}

/** Records that a release notice was reviewed. @throws AppError `refused` for a case that is not one */
export function reviewRelease(ctx: AppContext, { id }: ParsedInput<'release.review'>): Output<'release.review'> {
  const { store, now } = ctx;
  const actId = newActId();
  store.transaction((db) => {
    const one = requireCase(ctx, id);
    if (!isReleaseNotice(one.reference)) throw new AppError('refused', `${one.reference} is not a release notice.`);
    changeCase(db, id, { status: one.ticketId === null ? 'responded' : one.status, team: one.team });
    addActivity(db, {
      at: now(),
      actor: LEAD,
      caseId: id,
      verb: 'review',
      summary: 'Release notice reviewed',
      undo: { kind: 'triage', status: one.status, team: one.team },
      actId,
    });
  });
  return { actId };
}
