// The handlers of reports.
import { casesBehind, periodsOf, readReport } from '../../actions/reports/read-report.ts';
import { exportActivity, writeReport, writeWorkbook } from '../../actions/reports/write-report.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { REPORT_CALLS } from '../../contract/report-calls.ts';
import type { Desk } from './desk.ts';

export function reportHandlers({ office }: Desk): Handlers<keyof typeof REPORT_CALLS> {
  return {
    'reports.periods': () => periodsOf(office),
    'reports.get': (input) => readReport(office, input),
    'reports.cases': (input) => casesBehind(office, input),
    'reports.file': (input) => writeReport(office, input),
    'reports.workbook': (input) => writeWorkbook(office, input),
    'reports.activity': () => exportActivity(office),
  };
}
