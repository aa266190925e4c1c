// Policies and calendars: the current ones, with a preview on the real cases before saving.

import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { Countdown } from '../../contract/time-schemas.ts';
import type { ActId } from '../../core/domain/ids.ts';
import { leading, readCountdowns } from '../../core/follow-up/countdown.ts';
import type { AppContext } from '../app-context.ts';
import { makeCalendar, readCalendars, readPolicies, readRules } from '../clock.ts';
import { saveSetting } from '../settings.ts';
import { openClocks } from './alerts.ts';

const EXAMPLES = 8;

export function readTimeSettings({ store }: AppContext): Output<'policies.get'> {
  return {
    policies: readPolicies(store.db),
    calendars: readCalendars(store.db),
  };
}

/** What the running clocks would show under other policies. @throws AppError `invalid` */
export function previewPolicies(
  ctx: AppContext,
  { policies }: ParsedInput<'policies.preview'>,
): Output<'policies.preview'> {
  checkPolicies(ctx, policies);
  const rules = { ...readRules(ctx.store.db), policies };
  const at = ctx.now();
  const outcome: Output<'policies.preview'> = { before: {}, after: {}, changed: 0, examples: [] };
  const add = (counts: Record<string, number>, one: Countdown | null) => {
    if (one !== null) counts[one.state] = (counts[one.state] ?? 0) + 1;
  };
  for (const { row, events, countdowns } of openClocks(ctx)) {
    const [before, after] = [leading(countdowns), leading(readCountdowns(events, rules, at))];
    add(outcome.before, before);
    add(outcome.after, after);
    if (before?.dueAt === after?.dueAt && before?.state === after?.state) continue;
    outcome.changed += 1;
    if (outcome.examples.length < EXAMPLES)
      outcome.examples.push({ reference: row.reference, name: after?.name ?? before?.name ?? '', before, after });
  }
  return outcome;
}

export function savePolicies(ctx: AppContext, { policies }: ParsedInput<'policies.save'>): { actId: ActId } {
  checkPolicies(ctx, policies);
  return saveSetting(ctx, 'policies', policies, 'Changed the time targets');
}

/** @throws AppError `invalid` naming the calendar and what is wrong with it */
export function saveCalendars(ctx: AppContext, { calendars }: ParsedInput<'calendars.save'>): { actId: ActId } {
  for (const spec of Object.values(calendars)) {
    if (spec.week.every((hours) => hours.length === 0))
      throw new AppError('invalid', `${spec.name}: open it on at least one day of the week.`);
    try {
      makeCalendar(spec);
    } catch {
      throw new AppError(
        'invalid',
        `${spec.name}: there is no time zone "${spec.timeZone}". Use one like America/New_York.`,
      );
    }
  }
  const missing = readPolicies(ctx.store.db).find((one) => !Object.hasOwn(calendars, one.calendar));
  if (missing !== undefined) throw new AppError('invalid', `${missing.name} uses a calendar that would be deleted.`);
  return saveSetting(ctx, 'calendars', calendars, 'Changed the calendars');
}

function checkPolicies({ store }: AppContext, policies: ParsedInput<'policies.save'>['policies']): void {
  const calendars = readCalendars(store.db);
  for (const one of policies) {
    if (!Object.hasOwn(calendars, one.calendar))
      throw new AppError('invalid', `${one.name}: there is no calendar "${one.calendar}".`);
    if (one.soonAt > one.dueAt) throw new AppError('invalid', `${one.name}: "soon" must come before "due".`);
  }
}
