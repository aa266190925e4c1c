// How complete a report is, and the request to Tier 2 for what is missing.

import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { completenessOf, requestForMore } from '../../core/compose/completeness.ts';
import { caseName } from '../../core/domain/case-name.ts';
import { scrubWords } from '../../core/scrub/pii-check.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import type { StoredCase } from '../../store/cases/cases.ts';
import type { Db } from '../../store/db.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { piiCheckContext } from '../draft-ticket.ts';
import { requireScrubbed } from '../egress.ts';
import { requireCase } from '../require-case.ts';

const LONGEST = 300;

function fieldsOf(db: Db, one: StoredCase) {
  const columns = one.fields.filter(({ value }) => value.trim() !== '' && value.length <= LONGEST);
  const words = columns.map(({ name, value }) => `${name}: ${value}`).join('\n');
  return completenessOf(`${one.scrubbedText}\n${scrubWords(words, piiCheckContext(db, one)).text}`);
}

export function readCompleteness(
  ctx: AppContext,
  { id }: ParsedInput<'cases.completeness'>,
): Output<'cases.completeness'> {
  return { fields: fieldsOf(ctx.store.db, requireCase(ctx, id)).map((field) => ({ ...field })) };
}

/**
 * The request for the clipboard; that it was made is recorded with the case.
 * @throws AppError `refused` when nothing is missing, or the text contains PII
 */
export function askForMore(ctx: AppContext, { id }: ParsedInput<'cases.askForMore'>): Output<'cases.askForMore'> {
  const { store, now } = ctx;
  return store.transaction((db) => {
    const one = requireCase(ctx, id);
    const fields = fieldsOf(db, one);
    const words = requestForMore(one.reference, fields);
    if (words === '')
      throw new AppError('refused', `${caseName(one.reference)} has everything that engineers ask for.`);
    const text = requireScrubbed(words, piiCheckContext(db, one), 'the request');
    const actId = newActId();
    const missing = fields.filter(({ value }) => value === null).length;
    addActivity(db, {
      ...{ at: now(), actor: LEAD, caseId: id, actId, verb: 'ask-tier-2', undo: { kind: 'note' } },
      summary: `Asked Tier 2 for ${missing} of ${fields.length} fields that engineers need`,
    });
    return { text, missing, actId };
  });
}
