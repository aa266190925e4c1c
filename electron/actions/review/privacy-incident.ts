// A privacy incident on a case that has already left: the log entry, and the redaction of its ticket through the
// outbox. An edit leaves the old text in the ticket's history, which only GitHub's support can purge.

import type { Output, ParsedInput } from '../../contract/calls.ts';
import { incidentLog } from '../../core/compose/incident-log.ts';
import type { ActId } from '../../core/domain/ids.ts';
import { type Finding, PII_TYPES, type ScrubbedText } from '../../core/domain/pii.ts';
import type { TicketChanges } from '../../core/domain/ticket.ts';
import { EASTERN } from '../../core/domain/time.ts';
import { checkPii, type PiiCheckContext, scrubWords } from '../../core/scrub/pii-check.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { casesOfTicket, changeTags, type StoredCase } from '../../store/cases/cases.ts';
import { listDecisions, saveDecision } from '../../store/cases/review.ts';
import type { Db } from '../../store/db.ts';
import { appendEntry } from '../../store/outbox/outbox.ts';
import { HOLD_TAG } from '../../store/retention/retention.ts';
import { findTicket, type StoredTicket } from '../../store/tickets/tickets.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { piiCheckContext, ticketContext } from '../draft-ticket.ts';
import { requireCase } from '../require-case.ts';
import { rescrubCase, scrubCase } from '../scrub-case.ts';
import { ticketWords } from '../ticket-words.ts';

const PLACEHOLDER = '[REDACTED]';
const NOTICED = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: EASTERN,
});
const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: EASTERN });

interface Concerned {
  readonly cases: readonly StoredCase[];
  /** Open at GitHub, with its content as last received. */
  readonly ticket: StoredTicket | null;
  readonly context: PiiCheckContext;
}

function concerned(db: Db, one: StoredCase): Concerned {
  const ticket = one.ticketId === null ? null : findTicket(db, one.ticketId);
  if (ticket === null) return { cases: [one], ticket: null, context: piiCheckContext(db, one) };
  const isThere = ticket.number !== null && ticket.remote !== null;
  return {
    cases: casesOfTicket(db, ticket.id),
    ticket: isThere ? ticket : null,
    context: ticketContext(db, ticket.id),
  };
}

/** What a person named, ignoring case; null for nothing. */
function patternOf(named: readonly string[]): RegExp | null {
  // Longest first: one may contain another.
  const longest = named.toSorted((a, b) => b.length - a.length);
  const escaped = longest.map((one) => one.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return escaped.length === 0 ? null : new RegExp(escaped.join('|'), 'giu');
}

/** The text without what a person named and without what is found to be personal. */
function redact(words: string, named: readonly string[], context: PiiCheckContext): ScrubbedText {
  const pattern = patternOf(named);
  return scrubWords(pattern === null ? words : words.replace(pattern, PLACEHOLDER), context).text;
}

/** Of the text including pending changes, so that nothing is redacted twice. */
function redaction(db: Db, { ticket, context }: Concerned, words: readonly string[]) {
  const known = ticket === null ? null : ticketWords(db, ticket.id);
  if (known === null) return null;
  const { title, body } = known;
  const redacted = { title: redact(title, words, context), body: redact(body, words, context) };
  return redacted.title === title && redacted.body === body ? null : { was: { title, body }, redacted };
}

/** Named text that is in neither the title nor the body. */
function absentFrom(db: Db, { ticket }: Concerned, words: readonly string[]): string[] {
  const known = ticket === null ? null : ticketWords(db, ticket.id);
  if (known === null) return [];
  const text = `${known.title}\n${known.body}`;
  return words.filter((word) => patternOf([word])?.test(text) !== true);
}

/** Changes nothing. @throws AppError `not-found` */
export function planIncident(ctx: AppContext, { id, words }: ParsedInput<'incident.plan'>): Output<'incident.plan'> {
  const { db } = ctx.store;
  const all = concerned(db, requireCase(ctx, id));
  const { cases, ticket, context } = all;
  const found = [ticket?.remote?.title ?? '', ticket?.remote?.body ?? ''].flatMap((text) => {
    const piiCheck = checkPii(text, context);
    return piiCheck.clean ? [] : piiCheck.findings.map(({ type }) => PII_TYPES[type]);
  });
  const kinds = [...new Set(found)];
  const log = incidentLog({
    day: DAY.format(ctx.now()),
    noticed: `${NOTICED.format(ctx.now())} ET`,
    references: cases.map(({ reference }) => reference),
    kinds,
    ticket: ticket?.url == null ? null : { place: `#${ticket.number} in ${ticket.repository}`, url: ticket.url },
  });
  return {
    log: scrubWords(log, context).text,
    redacted: redaction(db, all, words)?.redacted ?? null,
    absent: absentFrom(db, all, words),
    kinds,
    url: ticket?.url ?? null,
  };
}

/**
 * Places a hold on the cases so that nothing of them is purged, marks the text in the report as received so that
 * nothing else carries it out again, and queues the redaction if there is something to redact.
 */
export function redactTicket(
  ctx: AppContext,
  { id, words }: ParsedInput<'incident.redact'>,
): Output<'incident.redact'> {
  const { store, now } = ctx;
  const actId = newActId();
  const queued = store.transaction((db) => {
    const all = concerned(db, requireCase(ctx, id));
    const { cases, ticket } = all;
    const made = redaction(db, all, words);
    for (const one of cases) {
      hold(db, one, now(), actId);
      mark(db, one, patternOf(words), now(), actId);
    }
    if (made === null || ticket === null) return false;
    const { redacted, was } = made;
    const { title, body } = was;
    const changes: TicketChanges = {
      ...(redacted.title !== title && { title: { was: title, becomes: redacted.title } }),
      ...(redacted.body !== body && { body: { was: body, becomes: redacted.body } }),
    };
    const payload = { repository: ticket.repository, changes };
    const entryId = appendEntry(db, { ticketId: ticket.id, kind: 'edit-issue', payload, createdAt: now() });
    const undo = { kind: 'comment', entryId } as const;
    const summary = 'Privacy incident: the redaction of the ticket waits in the outbox';
    for (const { id: caseId } of cases)
      addActivity(db, { at: now(), actor: LEAD, caseId, verb: 'redact', summary, undo, actId });
    return true;
  });
  return { actId, queued };
}

/** What is already masked needs no mark. */
function mark(db: Db, one: StoredCase, named: RegExp | null, at: number, actId: ActId): void {
  const { findings } = scrubCase(db, one);
  const isMasked = ({ start, end }: Pick<Finding, 'start' | 'end'>) =>
    findings.some((found) => found.decision !== 'cleared' && found.start <= start && end <= found.end);
  const places = named === null ? [] : [...one.rawText.matchAll(named)];
  const spans = places.map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
  const decisions = listDecisions(db, one.id);
  for (const span of spans.filter((place) => !isMasked(place))) {
    const before = decisions.find(({ start, end }) => start === span.start && end === span.end) ?? null;
    saveDecision(db, one.id, { ...span, decision: 'add', type: 'OTHER' }, at);
    const undo = { kind: 'decision', ...span, before } as const;
    const summary = 'Privacy incident: marked as personal';
    addActivity(db, { at, actor: LEAD, caseId: one.id, verb: 'decide-finding', summary, undo, actId });
  }
  rescrubCase(db, one);
}

function hold(db: Db, { id, tags }: StoredCase, at: number, actId: ActId): void {
  if (tags.includes(HOLD_TAG)) return;
  changeTags(db, id, [...tags, HOLD_TAG]);
  const undo = { kind: 'tags', before: tags } as const;
  addActivity(db, {
    at,
    actor: LEAD,
    caseId: id,
    verb: 'tag',
    summary: `Tagged ${HOLD_TAG}: kept as it is`,
    undo,
    actId,
  });
}
