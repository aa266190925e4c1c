// A ticket before it is queued: the draft generated from the case or edited by a person, with whatever still keeps it
// from leaving.
import type { Output, ParsedInput } from '../contract/calls.ts';
import { AppError } from '../contract/errors.ts';
import type { GateFinding, Team, TicketDraft } from '../contract/schemas.ts';
import { labelsOfCase } from '../core/compose/labels.ts';
import { mergeDraft } from '../core/compose/merge-draft.ts';
import { publicPage } from '../core/compose/public-page.ts';
import { suggestKind } from '../core/compose/suggest-kind.ts';
import { type DraftText, draftTicket, kindOf } from '../core/compose/ticket-draft.ts';
import type { CaseId, TicketId } from '../core/domain/ids.ts';
import { openQuestions, type ScrubbedText } from '../core/domain/pii.ts';
import { boardFieldsOf, placesOf } from '../core/domain/team-boards.ts';
import type { TicketForm } from '../core/domain/ticket-kinds.ts';
import { priorityOf } from '../core/follow-up/countdown.ts';
import { checkPii, type PiiCheckContext } from '../core/scrub/pii-check.ts';
import { createPlaceholders } from '../core/scrub/placeholders.ts';
import { knownOfCase, masked } from '../core/scrub/review.ts';
import { addActivity, newActId } from '../store/activity/activity.ts';
import { casesOfTicket, type StoredCase } from '../store/cases/cases.ts';
import { listRules } from '../store/cases/desk-rules.ts';
import { otherReferences } from '../store/cases/duplicates.ts';
import { newestCase } from '../store/cases/newest-case.ts';
import { findDraft, forgetDraft, saveDraft } from '../store/cases/review.ts';
import type { Db } from '../store/db.ts';
import { findTeam, knownLogins } from '../store/tickets/directory.ts';
import { type AppContext, LEAD } from './app-context.ts';
import { eventsByCase } from './clock.ts';
import { keepWords, reuseWords } from './kept-words.ts';
import { requireCase } from './require-case.ts';
import { scrubCase } from './scrub-case.ts';
import { scrubPlain } from './scrub-words.ts';
import { formOf, problemWith } from './team-forms.ts';
import { ticketWords } from './ticket-words.ts';

/** What the PII check may excuse, and must look for, in any text about this case. */
export function piiCheckContext(db: Db, one: StoredCase): PiiCheckContext {
  return contextOf(db, [one]);
}

/**
 * The same for a text about several cases. A finding cleared in one of them does not excuse an identifier of another.
 */
export function contextOf(db: Db, cases: readonly StoredCase[]): PiiCheckContext {
  const each = cases.map((one) => knownOfCase(one.rawText, scrubCase(db, one).findings));
  return {
    cleared: each.flatMap((one) => one.cleared),
    known: each.flatMap((one) => one.known),
    people: cases.map((one) => one.hints),
    records: cases.flatMap((one) => [one.reference, ...otherReferences(db, one.id).map((other) => other.reference)]),
    logins: knownLogins(db),
    rules: listRules(db),
  };
}

/** The same for a text about a whole ticket, from all of its cases. */
export function ticketContext(db: Db, ticketId: TicketId): PiiCheckContext {
  return contextOf(db, casesOfTicket(db, ticketId));
}

export interface JudgedDraft {
  readonly title: ScrubbedText;
  readonly body: ScrubbedText;
}

/** The ticket's text as it would leave, checked: scrubbed text, or where PII remains. */
export function judgeDraft(
  db: Db,
  one: StoredCase,
  draft: { title: string; body: string },
): { clean: JudgedDraft | null; found: GateFinding[] } {
  const context = piiCheckContext(db, one);
  const title = checkPii(draft.title, context);
  const body = checkPii(draft.body, context);
  const found: GateFinding[] = [];
  if (!title.clean)
    found.push(...title.findings.map(({ type, start, end }) => ({ place: 'title' as const, type, start, end })));
  if (!body.clean)
    found.push(...body.findings.map(({ type, start, end }) => ({ place: 'body' as const, type, start, end })));
  return { clean: title.clean && body.clean ? { title: title.text, body: body.text } : null, found };
}

export function currentDraft(
  db: Db,
  one: StoredCase,
  team: Team | null,
): { title: string; body: string; edited: boolean } {
  const saved = findDraft(db, one.id);
  if (saved !== null) return { ...saved, edited: true };
  return { ...draftFromCase(db, one, team), edited: false };
}

/** The draft a form generates from a case, in the given form or the one for its kind. */
function draftFromCase(db: Db, one: StoredCase, team: Team | null, form?: TicketForm): DraftText {
  const { id, source, reference, scrubbedTitle, scrubbedText, reportedAt, tags } = one;
  const alsoKnownAs = otherReferences(db, id).map((other) => other.reference);
  const priority = priorityOf(eventsByCase(db, { caseIds: [id] })(one));
  const pages = pagesOf(db, one);
  const facts = { source, reference, alsoKnownAs, scrubbedTitle, scrubbedText, pages, reportedAt, tags, priority };
  return draftTicket({ ...facts, area: one.scrubbedArea }, team, form ?? formOf(db, one.team, kindOf(one, team)));
}

/** Masked addresses by placeholder, scrubbed as text that stands alone. */
function pagesOf(db: Db, one: StoredCase): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  if (!one.scrubbedText.includes('[URL')) return pages;
  const rules = listRules(db);
  const placeholder = createPlaceholders();
  for (const { type, start, end } of masked(scrubCase(db, one).findings)) {
    if (type !== 'URL') continue;
    const address = one.rawText.slice(start, end);
    const page = publicPage(address);
    const name = placeholder(type, address);
    if (page !== null && scrubPlain(page, rules).findings.length === 0)
      pages.set(name, `${page} (what follows is masked)`);
  }
  return pages;
}

/** The team's labels, plus what the urgency adds. */
export function ticketLabels(db: Db, one: StoredCase, team: Team): string[] {
  const priority = priorityOf(eventsByCase(db, { caseIds: [one.id] })(one));
  return labelsOfCase(team, { priority, scrubbedText: one.scrubbedText });
}

/** A preview of a form on the newest case of its team, or of all cases if the team has none. */
export function previewForm(
  { store: { db } }: AppContext,
  { team: label, kind, form }: ParsedInput<'forms.preview'>,
): Output<'forms.preview'> {
  const one = newestCase(db, label) ?? newestCase(db, null);
  const problem = problemWith(db, kind, form);
  if (one === null) return { problem, ticket: null };
  const draft = draftFromCase(db, one, findTeam(db, label), form);
  return { problem, ticket: { ...draft, reference: one.reference, found: judgeDraft(db, one, draft).found } };
}

export function readDraft(ctx: AppContext, caseId: CaseId): TicketDraft {
  const { db } = ctx.store;
  const one = requireCase(ctx, caseId);
  const team = one.team === null ? null : findTeam(db, one.team);
  const known = one.ticketId === null ? null : ticketWords(db, one.ticketId);
  const draft = (known && { ...known, edited: false }) ?? {
    ...currentDraft(db, one, team),
    state: 'draft' as const,
  };
  const { findings } = scrubCase(db, one);
  const kind = kindOf(one, team);
  const suggested = one.ticketKind === null ? suggestKind(one.scrubbedText) : null;
  return {
    caseId,
    ...draft,
    repository: team?.repository ?? null,
    labels: team === null ? [] : ticketLabels(db, one, team),
    assignees: team?.assignees ?? [],
    places: placesOf(team),
    boardFields: boardFieldsOf(team),
    kind,
    suggestedKind: one.ticketId !== null || suggested === kind ? null : suggested,
    questions: openQuestions(one.rawText, findings).length,
    found: known === null ? judgeDraft(db, one, draft).found : [],
    problem: problemOf(one, team),
  };
}

/** Why this case cannot be queued yet, as a message; null when it can. */
export function problemOf(one: StoredCase, team: Team | null): string | null {
  if (one.ticketId !== null) return 'This case already has a ticket.';
  if (one.status !== 'escalated' || team === null) return 'Escalate the case to a team first.';
  return null;
}

/** The draft after an edit; null if the edit would overwrite what another window did in the meantime. */
function draftAfter(
  db: Db,
  one: StoredCase,
  { was, sent, ...mine }: Omit<ParsedInput<'tickets.edit'>, 'caseId'>,
): DraftText | null {
  if (one.ticketId !== null) return null;
  const saved = findDraft(db, one.id);
  // A draft that nobody has edited holds nothing to overwrite.
  if (saved === null) return mine;
  return mergeDraft(was, mine, saved) ?? (sent === undefined ? null : mergeDraft(sent, mine, saved));
}

/** Saves an edit of the draft, or keeps its text with the case if another window was faster. */
export function editDraft(ctx: AppContext, { caseId, ...edit }: ParsedInput<'tickets.edit'>): Output<'tickets.edit'> {
  const { title, body } = edit;
  const keptId = ctx.store.transaction((db) => {
    const one = requireCase(ctx, caseId);
    const known = one.ticketId === null ? null : ticketWords(db, one.ticketId);
    if (known?.title === title && known.body === body) return null;
    const draft = draftAfter(db, one, edit);
    if (draft === null) return keepWords(db, caseId, { kind: 'ticket', title, body }, ctx.now());
    saveDraft(db, caseId, draft, ctx.now());
    return null;
  });
  return { ...readDraft(ctx, caseId), keptId };
}

/** Discards the edits to a draft; one undo restores them. */
export function startDraftOver(ctx: AppContext, caseId: CaseId): Output<'tickets.startOver'> {
  const { store, now } = ctx;
  requireCase(ctx, caseId);
  const actId = newActId();
  const before = store.transaction((db) => {
    const draft = findDraft(db, caseId);
    if (draft === null) return null;
    forgetDraft(db, caseId);
    const undo = { kind: 'draft', before: draft } as const;
    const summary = 'Started the draft over from the case';
    addActivity(db, { at: now(), actor: LEAD, caseId, verb: 'start-over', summary, undo, actId });
    return draft;
  });
  return { ...readDraft(ctx, caseId), actId: before === null ? null : actId };
}

/** Inserts kept text into the current draft. */
export function putIntoDraft(ctx: AppContext, input: ParsedInput<'words.use'>): Output<'words.use'> {
  return reuseWords(ctx, input, (db, caseId) => {
    const one = requireCase(ctx, caseId);
    if (one.ticketId !== null)
      throw new AppError('refused', 'This case already has a ticket. Use the text in an answer instead.');
    return currentDraft(db, one, one.team === null ? null : findTeam(db, one.team));
  });
}
