// The reviewer's decision on one span: not personal, personal after all, confirmed, or no decision.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { isQuestion, PII_TYPES, type PiiType, sameWords } from '../../core/domain/pii.ts';
import { sureHints } from '../../core/scrub/review.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { forgetDecision, listDecisions, saveDecision } from '../../store/cases/review.ts';
import type { Db } from '../../store/db.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { readCase } from '../cases/read-cases.ts';
import { requireCase } from '../require-case.ts';
import { rescrubCase, scrubCase } from '../scrub-case.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

const SUMMARY = {
  confirm: 'Confirmed as personal',
  clear: 'Cleared as not personal',
  add: 'Marked as personal',
  forget: 'Took back a decision on',
} as const;

/**
 * One act, undone as one. The answer applies to every place in the case where the same text is in question.
 * @throws AppError `invalid` when the span is not in the text, or there is no finding to clear or confirm; `refused`
 * for what the source's columns name
 */
export function decideFinding(ctx: AppContext, input: ParsedInput<'findings.decide'>): Output<'findings.decide'> {
  const { store, now } = ctx;
  const { caseId, start, end, decision } = input;
  const one = requireCase(ctx, caseId);
  if (end <= start || end > one.rawText.length)
    throw new AppError('invalid', 'The selection is not inside the text of the case.');
  const isHere = (span: Span) => span.start === start && span.end === end;
  const { findings } = scrubCase(store.db, one);
  const found = findings.find((finding) => isHere(finding) && finding.decision !== 'added');
  if (decision === 'clear' && sureHints(one.rawText, one.hints).some((hint) => hint.start < end && start < hint.end))
    throw new AppError('refused', "The source's own columns name this person as the reporter, so it stays masked.");
  const decisions = listDecisions(store.db, caseId);
  const before = decisions.find(isHere);
  if (found === undefined && before === undefined && decision !== 'add')
    throw new AppError('invalid', 'There is no finding here.');
  const answers = found !== undefined && isQuestion(found) && (decision === 'clear' || decision === 'confirm');
  const also = answers
    ? findings.filter((other) => !isHere(other) && isQuestion(other) && sameWords(one.rawText, found, other))
    : [];
  const type = input.type ?? found?.type ?? before?.type ?? 'OTHER';
  const actId = newActId();
  const at = now();
  const decide = (db: Db, span: Span, kind: PiiType) => {
    const was = decisions.find((made) => made.start === span.start && made.end === span.end);
    if (decision === 'forget') forgetDecision(db, caseId, span.start, span.end);
    else saveDecision(db, caseId, { start: span.start, end: span.end, decision, type: kind }, at);
    const undoes = was === undefined ? null : { decision: was.decision, type: was.type };
    addActivity(db, {
      at,
      actor: LEAD,
      caseId,
      verb: 'decide-finding',
      summary: `${SUMMARY[decision]}: ${PII_TYPES[kind]}`,
      undo: { kind: 'decision', start: span.start, end: span.end, before: undoes },
      actId,
    });
  };
  store.transaction((db) => {
    decide(db, { start, end }, type);
    for (const other of also) decide(db, other, other.type);
    rescrubCase(db, one);
  });
  return { ...readCase(ctx, caseId), actId };
}
