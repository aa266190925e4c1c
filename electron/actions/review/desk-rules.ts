// Desk-wide masking rules, made from a span of one case: never mask this text again, or always mask it.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { PII_TYPES } from '../../core/domain/pii.ts';
import { ruleValue, standsIn } from '../../core/scrub/desk-rules.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { casesWithWords } from '../../store/cases/cases.ts';
import { dropRule, findRule, listRules, saveRule } from '../../store/cases/desk-rules.ts';
import type { Db } from '../../store/db.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { requireCase } from '../require-case.ts';
import { rescrubCase } from '../scrub-case.ts';

const SHORTEST_RULE = 2;

export function readRules({ store }: AppContext): Output<'rules.list'> {
  return { rules: listRules(store.db).map((rule) => ({ ...rule })) };
}

/**
 * Adds a rule and scrubs every case that contains its text again.
 * @throws AppError `invalid` when the span is not in the text or too short to be a rule.
 */
export function makeRule(ctx: AppContext, input: ParsedInput<'rules.make'>): Output<'rules.make'> {
  const { store, now } = ctx;
  const { caseId, start, end, kind, type } = input;
  const one = requireCase(ctx, caseId);
  const value = ruleValue(one.rawText.slice(start, end));
  if (end <= start || end > one.rawText.length)
    throw new AppError('invalid', 'The selection is not inside the text of the case.');
  if (value.length < SHORTEST_RULE) throw new AppError('invalid', 'A rule needs at least two letters or digits.');
  const actId = newActId();
  return store.transaction((db) => {
    const id = saveRule(db, { kind, value, type }, now());
    const changed = rescrubWith(db, value);
    addActivity(db, {
      at: now(),
      actor: LEAD,
      caseId,
      verb: 'make-rule',
      summary: `${kind === 'allow' ? 'Never masked on this desk' : 'Always masked on this desk'}: ${PII_TYPES[type]}`,
      undo: { kind: 'rule', id },
      actId,
    });
    return { id, changed, actId };
  });
}

/** How many other cases contain the text of a span, matched as a rule would match it. */
export function reachOf(ctx: AppContext, { caseId, start, end }: ParsedInput<'rules.reach'>): Output<'rules.reach'> {
  const value = ruleValue(requireCase(ctx, caseId).rawText.slice(start, end));
  if (value.length < SHORTEST_RULE) return { others: 0 };
  const holding = casesWithWords(ctx.store.db, value.split(' ')).filter(({ rawText }) => standsIn(rawText, value));
  return { others: holding.filter(({ id }) => id !== caseId).length };
}

/** Deletes a rule and scrubs what it changed as if it had never existed. @throws AppError `not-found` */
export function dropDeskRule({ store, now }: AppContext, { id }: ParsedInput<'rules.drop'>): Output<'rules.drop'> {
  return store.transaction((db) => {
    const rule = findRule(db, id);
    if (rule === null) throw new AppError('not-found', 'This rule no longer exists.');
    const changed = takeRuleBack(db, id);
    addActivity(db, {
      at: now(),
      actor: LEAD,
      caseId: null,
      verb: 'drop-rule',
      summary: `Deleted a desk-wide rule: ${PII_TYPES[rule.type]}`,
      undo: null,
      actId: newActId(),
    });
    return { changed };
  });
}

/** How many cases would read differently without the rule. */
export function takeRuleBack(db: Db, id: ParsedInput<'rules.drop'>['id']): number {
  const rule = findRule(db, id);
  if (rule === null) return 0;
  dropRule(db, id);
  return rescrubWith(db, rule.value);
}

function rescrubWith(db: Db, value: string): number {
  return casesWithWords(db, value.split(' ')).filter((one) => rescrubCase(db, one)).length;
}
