// What needs the lead now, as one list: blocked work first, then what people wait for, then what runs out of time.
import type { Day, ReportDraft, WaitingStep } from '../../../electron/contract/day-schemas.ts';
import type { CaseRow } from '../../../electron/contract/schemas.ts';

export type Need = { readonly key: string } & (
  | { readonly kind: 'decision'; readonly decision: Day['decisions'][number] }
  | { readonly kind: 'answer'; readonly answer: Day['answers'][number] }
  | { readonly kind: 'step'; readonly step: WaitingStep }
  | { readonly kind: 'draft'; readonly row: CaseRow }
  | { readonly kind: 'case'; readonly row: CaseRow }
  | { readonly kind: 'report'; readonly report: ReportDraft }
);

export interface NeedGroup {
  readonly name: string;
  readonly needs: readonly Need[];
  /** How many there are, shown or not. */
  readonly total: number;
}

/** How many of a kind are shown; the rest is counted. */
const SHOWN = 12;

export function needsOf({ decisions, answers, steps, drafts, next, reports, totals }: Day): NeedGroup[] {
  const groups: NeedGroup[] = [
    {
      name: 'The outbox waits for your decision',
      needs: decisions.map((decision) => ({ key: decision.id, kind: 'decision', decision })),
      total: totals.decisions,
    },
    {
      name: 'Teams answered',
      needs: answers.map((answer) => ({ key: answer.id, kind: 'answer', answer })),
      total: totals.answers,
    },
    {
      name: 'Teams owe an answer',
      needs: steps.slice(0, SHOWN).map((step) => ({ key: `${step.caseId} ${step.step}`, kind: 'step', step })),
      total: totals.steps,
    },
    {
      name: 'Escalated, ticket not queued',
      needs: drafts.map((row) => ({ key: row.id, kind: 'draft', row })),
      total: totals.drafts,
    },
    {
      name: 'Missed and due',
      needs: next.map((row) => ({ key: row.id, kind: 'case', row })),
      total: totals.next,
    },
    {
      name: 'Reports the desk drafted',
      needs: reports.map((report) => ({ key: `report ${report.period}`, kind: 'report', report })),
      total: reports.length,
    },
  ];
  return groups.filter(({ needs }) => needs.length > 0);
}
