// Release notices, a ticket kind of their own: one that came in is reviewed within 72 business hours, which is 3 business days;
// one that goes out is a ticket for every member of the call center, who are nudged when 5 business days brought no answer.
import type { Output, ParsedInput } from '../contract/calls.ts';
import { AppError } from '../contract/errors.ts';
import { dueAt } from '../core/clock/business-time.ts';
import { labelsFor } from '../core/compose/labels.ts';
import { lateNotice, NUDGE_DAYS, releaseBody } from '../core/compose/release-notice.ts';
import type { CaseId } from '../core/domain/ids.ts';
import { rawText } from '../core/domain/pii.ts';
import { addActivity, newActId } from '../store/activity.ts';
import { addCase, changeCase } from '../store/cases.ts';
import type { Db } from '../store/db.ts';
import { listRules } from '../store/desk-rules.ts';
import { findTeam } from '../store/directory.ts';
import { addEntry, newEntryId } from '../store/outbox.ts';
import { addTicket } from '../store/tickets.ts';
import { forgetTyped } from '../store/typed-words.ts';
import { type AppContext, LEAD } from './app-context.ts';
import { requireScrubbed } from './egress.ts';
import { requireCase } from './read-cases.ts';
import { scrubText } from './scrub-words.ts';

/** The contact center's own entry in the directory: its assignees are the members who review. */
const CALL_CENTER = 'VSP-contact-center';

/**
 * Notes a release notice and starts its review; one that goes out is queued as a ticket too.
 * @throws AppError `refused` when it holds something personal or the directory has no call center
 */
export function noteRelease(
  ctx: AppContext,
  { direction, title, body, scope, goesLiveOn }: ParsedInput<'release.note'>,
): Output<'release.note'> {
  const { store, now } = ctx;
  const at = now();
  return store.transaction((db) => {
    const rules = listRules(db);
    // Each on its own first, so that the places of a finding are those of its field.
    requireScrubbed(body, { rules }, 'the notice');
    requireScrubbed(title, { rules }, 'the title');
    const words = requireScrubbed(releaseBody({ scope, goesLiveOn, body }), { rules }, 'the notice');
    const heading = requireScrubbed(`Release notice - ${title}`, { rules }, 'the title');
    const text = rawText(`${heading}\n\n${words}`);
    const { scrubbedText, scrubbedTitle, scrubberVersion, questions } = scrubText(text, {}, [], rules);
    const reference = `release-${new Date(at).toISOString().replace(/\D/g, '').slice(0, 17)}`;
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
    if (id === null) throw new AppError('conflict', 'A notice was noted at this very moment. Try again.');
    const summary = direction === 'in' ? 'Release notice came in' : 'Release notice goes out to the call center';
    addActivity(db, { at, actor: LEAD, caseId: id, verb: 'release-notice', summary, undo: null, actId: newActId() });
    forgetTyped(db, 'release');
    if (direction === 'out') {
      queueNotice(db, id, { title: heading, body: words, at });
      nudgeLater(ctx, db, id, at);
    }
    return { id, reference, late: direction === 'out' ? lateNotice({ scope, goesLiveOn }, at) : null };
  });
}

const NUDGE_MINUTES = NUDGE_DAYS * 24 * 60;

/** The centers have longer than tool teams: the desk is silent until the day of the nudge. */
function nudgeLater({ calendar }: AppContext, db: Db, caseId: CaseId, at: number): void {
  addActivity(db, {
    at,
    actor: LEAD,
    caseId,
    verb: 'snooze',
    summary: `Nudge when ${NUDGE_DAYS} business days brought no answer`,
    fact: { until: dueAt(at, NUDGE_MINUTES, calendar) },
    undo: null,
    actId: newActId(),
  });
}

function queueNotice(
  db: Db,
  caseId: CaseId,
  notice: {
    readonly title: ReturnType<typeof requireScrubbed>;
    readonly body: ReturnType<typeof requireScrubbed>;
    readonly at: number;
  },
): void {
  const team = findTeam(db, CALL_CENTER);
  if (team === null) throw new AppError('refused', `The directory has no team "${CALL_CENTER}" to send notices to.`);
  const { title, body, at } = notice;
  const { repository, assignees } = team;
  const ticketId = addTicket(db, { team: team.label, repository, title, createdAt: at });
  const payload = { repository, title, body, labels: labelsFor(team), assignees };
  addEntry(db, { id: newEntryId(), ticketId, position: 0, kind: 'create-issue', payload, createdAt: at });
  changeCase(db, caseId, { status: 'ticketed', team: team.label, ticketId });
}

/** Notes that a release notice was reviewed. @throws AppError `refused` for a case that is none */
export function reviewRelease(ctx: AppContext, { id }: ParsedInput<'release.review'>): Output<'release.review'> {
  const { store, now } = ctx;
  const actId = newActId();
  store.transaction((db) => {
    const one = requireCase(ctx, id);
    if (!one.reference.startsWith('release-'))
      throw new AppError('refused', `${one.reference} is not a release notice.`);
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
  return { activityId: actId };
}
