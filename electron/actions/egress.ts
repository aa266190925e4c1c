// Everything that leaves other than through the outbox: a file, the clipboard, a notification. Each runs the PII check
// on the exact text that leaves. Text that a person typed is refused on a finding, with kind and place but never the
// value; what the desk composes is masked cell by cell, and the lead is told where.
import type { Output, ParsedInput } from '../contract/calls.ts';
import { AppError } from '../contract/errors.ts';
import { CASE_COLUMNS, caseCells } from '../core/compose/cases-csv.ts';
import { judgeSheet, sheetFile } from '../core/compose/judged-sheet.ts';
import { SOURCE_NAMES, STATUS_NAMES } from '../core/domain/case.ts';
import type { CaseId } from '../core/domain/ids.ts';
import { PII_TYPES, type ScrubbedText } from '../core/domain/pii.ts';
import { checkPii, type PiiCheckContext, scrubWords } from '../core/scrub/pii-check.ts';
import { addActivity, newActId } from '../store/activity/activity.ts';
import { listRules } from '../store/cases/desk-rules.ts';
import { type AppContext, LEAD } from './app-context.ts';
import { piiCheckContext } from './draft-ticket.ts';
import { requireCase } from './require-case.ts';

/** What to do about a finding in text typed here, and in text taken from a case. */
const TAKE_OUT = 'Take it out of the text, then try again.';
export const MARK_IN_CASE = 'Mark it in the case, then try again.';

/**
 * The checked text.
 * @throws AppError `refused` naming the kinds found, the place and what to do, never the value; its details hold the
 * positions (`found`, UTF-16 code units), so that the window can show them in the field
 */
export function requireScrubbed(
  words: string,
  context: PiiCheckContext,
  place: string,
  remedy = TAKE_OUT,
): ScrubbedText {
  const piiCheck = checkPii(words, context);
  if (piiCheck.clean) return piiCheck.text;
  const kinds = [...new Set(piiCheck.findings.map(({ type }) => PII_TYPES[type]))].join(', ');
  const found = piiCheck.findings.map(({ type, start, end }) => ({ type, start, end }));
  throw new AppError('refused', `Nothing left the desk: ${kinds} found in ${place}. ${remedy}`, { place, found });
}

/** The cases as CSV: every cell checked, PII masked and reported. Dates are ISO 8601 in UTC. */
export function exportCsv(ctx: AppContext, { caseIds }: ParsedInput<'cases.export'>): Output<'cases.export'> {
  const { store, now } = ctx;
  const actId = newActId();
  return store.transaction((db) => {
    const rows = caseIds.map((id) => {
      const one = requireCase(ctx, id);
      const cells = caseCells({
        reference: one.reference,
        reportedAt: one.reportedAt,
        source: SOURCE_NAMES[one.source],
        status: STATUS_NAMES[one.status],
        team: one.team ?? '',
        tags: one.tags,
        title: one.scrubbedTitle,
        text: one.scrubbedText,
      });
      return { cells, context: piiCheckContext(db, one) };
    });
    const sheet = judgeSheet({ title: 'tier3-cases', heads: CASE_COLUMNS, rows });
    for (const caseId of caseIds)
      addActivity(db, {
        at: now(),
        actor: LEAD,
        caseId,
        verb: 'export',
        summary: 'Exported to a CSV file, scrubbed',
        undo: null,
        actId,
      });
    return { name: sheet.name, csv: sheetFile(sheet), rows: rows.length, masked: [...sheet.masked] };
  });
}

/** The scrubbed text of a case for the clipboard; PII that is found after all is masked and reported. */
export function copyCase(ctx: AppContext, { id }: ParsedInput<'cases.copy'>): Output<'cases.copy'> {
  const { store, now } = ctx;
  return store.transaction((db) => {
    const one = requireCase(ctx, id);
    const { text, masked } = scrubWords(`${one.reference}\n${one.scrubbedText}`, piiCheckContext(db, one));
    addActivity(db, {
      at: now(),
      actor: LEAD,
      caseId: id,
      verb: 'copy',
      summary: 'Copied the scrubbed text',
      undo: null,
      actId: newActId(),
    });
    return { text, masked };
  });
}

/**
 * Asks the windows to notify. A title or body with a finding is not shown: the notification only says that there is
 * one.
 */
export function notify(
  { store, announce }: AppContext,
  note: { readonly title: string; readonly body: string; readonly caseId: CaseId | null },
): void {
  const rules = listRules(store.db);
  const judge = (words: string, instead: string) => {
    const piiCheck = checkPii(words, { rules });
    return piiCheck.clean ? piiCheck.text : instead;
  };
  announce({
    event: 'notify',
    title: judge(note.title, 'Tier3 Desk'),
    body: judge(note.body, 'Open the desk for details.'),
    caseId: note.caseId,
  });
}
