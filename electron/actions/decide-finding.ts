// The reviewer's word on one span: not personal, personal after all, confirmed, or as if nothing had been said.
import type { ParsedInput } from '../contract/calls.ts';
import { AppError } from '../contract/errors.ts';
import type { CaseDetail } from '../contract/schemas.ts';
import { PII_TYPES } from '../core/domain/pii.ts';
import { sureHints } from '../core/scrub/review.ts';
import { addActivity, newActId } from '../store/activity.ts';
import { forgetDecision, listDecisions, saveDecision } from '../store/review.ts';
import { type AppContext, LEAD } from './app-context.ts';
import { readCase, requireCase } from './read-cases.ts';
import { rescrubCase, scrubCase } from './scrub-case.ts';

const SUMMARY = {
  confirm: 'Confirmed as personal',
  clear: 'Cleared as not personal',
  add: 'Marked as personal',
  forget: 'Took back a decision on',
} as const;

/** @throws AppError `invalid` when the span is not in the text, or there is no finding to clear or confirm; `refused` for what the source's columns say. */
export function decideFinding(ctx: AppContext, input: ParsedInput<'findings.decide'>): CaseDetail {
  const { store, now } = ctx;
  const { caseId, start, end, decision } = input;
  const one = requireCase(ctx, caseId);
  if (end <= start || end > one.rawText.length)
    throw new AppError('invalid', 'The selection is not inside the text of the case.');
  const isHere = (span: { readonly start: number; readonly end: number }) => span.start === start && span.end === end;
  const found = scrubCase(store.db, one).findings.find((finding) => isHere(finding) && finding.decision !== 'added');
  if (decision === 'clear' && sureHints(one.rawText, one.hints).some((hint) => hint.start < end && start < hint.end))
    throw new AppError('refused', "The source's own columns name the person who reported so: it stays masked.");
  const before = listDecisions(store.db, caseId).find(isHere) ?? null;
  if (found === undefined && before === null && decision !== 'add') {
    throw new AppError('invalid', 'There is no finding at this place.');
  }
  const type = input.type ?? found?.type ?? before?.type ?? 'OTHER';
  const at = now();
  store.transaction((db) => {
    if (decision === 'forget') forgetDecision(db, caseId, start, end);
    else saveDecision(db, caseId, { start, end, decision, type }, at);
    rescrubCase(db, one);
    addActivity(db, {
      at,
      actor: LEAD,
      caseId,
      verb: 'decide-finding',
      summary: `${SUMMARY[decision]}: ${PII_TYPES[type]}`,
      undo: {
        kind: 'decision',
        start,
        end,
        before: before === null ? null : { decision: before.decision, type: before.type },
      },
      actId: newActId(),
    });
  });
  return readCase(ctx, caseId);
}
