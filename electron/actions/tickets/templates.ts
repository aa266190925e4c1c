// Answers from templates: filled in from the case, checked, counted, and recorded in the activity.

import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { DEFAULT_TEMPLATES } from '../../core/compose/default-templates.ts';
import { fillTemplate } from '../../core/compose/fill-template.ts';
import { SOURCE_NAMES } from '../../core/domain/case.ts';
import { caseName } from '../../core/domain/case-name.ts';
import type { TemplateId } from '../../core/domain/ids.ts';
import { EASTERN } from '../../core/domain/time.ts';
import { decide } from '../../core/triage/decide.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { changeCase } from '../../store/cases/cases.ts';
import { findProblem } from '../../store/cases/problems.ts';
import type { Db } from '../../store/db.ts';
import { findTeam } from '../../store/tickets/directory.ts';
import { countUse, dropTemplate, findTemplate, listTemplates, saveTemplate } from '../../store/tickets/templates.ts';
import { findTicket } from '../../store/tickets/tickets.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { piiCheckContext } from '../draft-ticket.ts';
import { requireScrubbed } from '../egress.ts';
import { problemTitles } from '../problems/read-trends.ts';
import { requireCase } from '../require-case.ts';

const DAY = new Intl.DateTimeFormat('en-US', { timeZone: EASTERN, dateStyle: 'medium' });

/** What a new desk starts with. */
export function seedTemplates(db: Db, at: number): void {
  for (const one of DEFAULT_TEMPLATES) saveTemplate(db, one, at);
}

export function readTemplates({ store }: AppContext): Output<'templates.list'> {
  return { templates: listTemplates(store.db).map((one) => ({ ...one })) };
}

/** @throws AppError `conflict` when another template has the name */
export function keepTemplate({ store, now }: AppContext, input: ParsedInput<'templates.save'>): { id: TemplateId } {
  const id = store.transaction((db) => saveTemplate(db, input, now()));
  if (id === null)
    throw new AppError('conflict', `There is a template named "${input.name}" already. Choose another name.`);
  return { id };
}

export function removeTemplate({ store }: AppContext, { id }: ParsedInput<'templates.drop'>): Record<string, never> {
  if (!store.transaction((db) => dropTemplate(db, id))) throw notThere();
  return {};
}

/** A preview of the text for a case; `missing` lists what this case has no value for. */
export function previewTemplate(ctx: AppContext, input: ParsedInput<'templates.fill'>): Output<'templates.fill'> {
  return fill(ctx, ctx.store.db, input);
}

/**
 * The text for the clipboard; the case becomes responded.
 * @throws AppError `invalid` when the case lacks what the template names, `refused` when the text contains PII or the
 * case can no longer be decided
 */
export function answerFromTemplate(ctx: AppContext, input: ParsedInput<'templates.use'>): Output<'templates.use'> {
  const { store, now } = ctx;
  return store.transaction((db) => {
    const one = requireCase(ctx, input.caseId);
    const { text, missing } = fill(ctx, db, input);
    if (missing.length > 0)
      throw new AppError(
        'invalid',
        `${caseName(one.reference)} has nothing for ${missing.map((name) => `{{${name}}}`).join(', ')}. Choose another template.`,
      );
    const judged = requireScrubbed(
      text,
      piiCheckContext(db, one),
      'the answer',
      'Mark it in the case, or change the template in Settings.',
    );
    const decision = decide(one, 'respond', null);
    const actId = newActId();
    const common = { at: now(), actor: LEAD, caseId: one.id, actId };
    const name = findTemplate(db, input.id)?.name ?? '';
    const summary = `Responded from the template "${name}"`;
    if (decision.ok) {
      changeCase(db, one.id, decision.next);
      const undo = { kind: 'triage', status: one.status, team: one.team } as const;
      addActivity(db, { ...common, verb: 'respond', summary, fact: { template: input.id }, undo });
    } else addActivity(db, { ...common, verb: 'copy', summary: `Copied the template "${name}"`, undo: null });
    countUse(db, input.id);
    return { text: judged, actId };
  });
}

function fill(
  ctx: AppContext,
  db: Db,
  { id, caseId }: ParsedInput<'templates.fill'>,
): { text: string; missing: string[] } {
  const template = findTemplate(db, id);
  if (template === null) throw notThere();
  const one = requireCase(ctx, caseId);
  const ticket = one.ticketId === null ? null : findTicket(db, one.ticketId);
  return fillTemplate(template.body, {
    reference: one.reference,
    title: one.scrubbedTitle,
    reported: DAY.format(one.reportedAt),
    source: SOURCE_NAMES[one.source],
    team: one.team === null ? null : (findTeam(db, one.team)?.name ?? one.team),
    ticket: ticket?.url ?? null,
    problem: one.problem === null ? null : (problemTitles(db).get(one.problem) ?? null),
    known: one.problem === null ? null : (findProblem(db, one.problem)?.known ?? null),
  });
}

function notThere(): AppError {
  return new AppError('not-found', 'This template no longer exists.');
}
