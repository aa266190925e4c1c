// The handlers of reports.
import { exportAudit } from '../../actions/cases/export-audit.ts';
import { setDraftAside, waitingDrafts } from '../../actions/reports/drafts.ts';
import { publishReports, readPublication } from '../../actions/reports/publish.ts';
import { casesBehind, periodsOf, readReport, releasesIn } from '../../actions/reports/read-report.ts';
import { exportActivity, writeReport, writeWorkbook } from '../../actions/reports/write-report.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { REPORT_CALLS } from '../../contract/report-calls.ts';
import type { Desk } from './desk.ts';

export function reportHandlers({ ctx, sync }: Desk): Handlers<keyof typeof REPORT_CALLS> {
  return {
    'reports.periods': () => periodsOf(ctx),
    'reports.get': (input) => readReport(ctx, input),
    'reports.releases': (input) => releasesIn(ctx, input),
    'reports.cases': (input) => casesBehind(ctx, input),
    'reports.file': (input) => writeReport(ctx, input),
    'reports.workbook': (input) => writeWorkbook(ctx, input),
    'reports.drafts': () => ({ drafts: waitingDrafts(ctx.store.db) }),
    'reports.draftDone': (input) => setDraftAside(ctx, input),
    'reports.publication': (input) => readPublication(ctx, input),
    'reports.publish': async (input) => {
      const published = await publishReports(ctx, input);
      sync.wake();
      return published;
    },
    'reports.activity': () => exportActivity(ctx),
    'audit.export': (input) => exportAudit(ctx, input),
  };
}
