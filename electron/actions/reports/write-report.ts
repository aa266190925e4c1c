// A report as a file. Every word in it is checked as anything that leaves; PII is masked and reported.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { csvText, jsonFile, judgeWords, renderFile } from '../../core/compose/judged-sheet.ts';
import type { FileText } from '../../core/domain/pii.ts';
import { fieldOf } from '../../core/domain/records.ts';
import type { ReportFormat } from '../../core/domain/report.ts';
import { REPORT_VERBS } from '../../core/reports/history.ts';
import type { LeavingReport, NamedReport } from '../../core/reports/named-report.ts';
import { TIDY_COLUMNS, tidyRows } from '../../core/reports/tidy.ts';
import { workbookOf } from '../../core/reports/workbook.ts';
import { writeHtml } from '../../core/reports/write-html.ts';
import { writeMarkdown } from '../../core/reports/write-markdown.ts';
import { pageWords, writePage } from '../../core/reports/write-page.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { changesIn, rememberDefinitions } from './definitions.ts';
import { type Judge, judgeOf } from './judge.ts';
import { readHistories } from './load.ts';
import { reportFor } from './read-report.ts';

/** In what leaves, rows with fewer cases are combined: five, as many as make a trend. */
const AT_LEAST = 5;

/** Each writes reports of the same period; a page or a data set of several is one file. */
export const WRITERS: Readonly<Record<ReportFormat, (reports: readonly LeavingReport[], judge: Judge) => FileText>> = {
  json: (reports, judge) => jsonFile(reports.length === 1 ? reports[0] : reports, judge),
  csv: (reports, judge) =>
    renderFile(reports, judge, (judged) => csvText([Object.keys(TIDY_COLUMNS), ...judged.flatMap(tidyRows)])),
  md: (reports, judge) => renderFile(reports, judge, (judged) => judged.map(writeMarkdown).join('\n')),
  html: (reports, judge) => renderFile(reports, judge, (judged) => judged.map(writeHtml).join('\n')),
  page: (reports, judge) => renderFile(pageWords(reports), judge, writePage),
};

export async function writeReport(
  ctx: AppContext,
  input: ParsedInput<'reports.file'>,
): Promise<Output<'reports.file'>> {
  const { format } = input;
  const report = await reportToLeave(ctx, input);
  const { judge, maskedN } = judgeOf(ctx.store.db);
  const text = WRITERS[format]([report], judge);
  const name = judge(nameOf(report));
  noteCompiled(ctx, report, format);
  return { name, text, masked: maskedN() };
}

export async function writeWorkbook(
  ctx: AppContext,
  input: ParsedInput<'reports.workbook'>,
): Promise<Output<'reports.workbook'>> {
  const report = await reportToLeave(ctx, input);
  const { judge, maskedN } = judgeOf(ctx.store.db);
  const sheets = judgeWords(workbookOf(report), judge);
  const name = judge(nameOf(report));
  noteCompiled(ctx, report, 'workbook');
  return { name, sheets, masked: maskedN() };
}

export async function reportToLeave(ctx: AppContext, input: ParsedInput<'reports.workbook'>): Promise<LeavingReport> {
  const report = withoutHours(await reportFor(ctx, input, AT_LEAST));
  const { figures: wanted } = input;
  const figures = wanted === undefined ? report.figures : report.figures.filter(({ id }) => wanted.includes(id));
  const leaving = { ...report, figures };
  return { ...leaving, changes: changesIn(ctx.store.db, leaving, ctx.now()) };
}

function nameOf({ ledger, period }: NamedReport): string {
  return `tier3-${ledger}-${period.name.replace('..', '-to-')}`;
}

function noteCompiled({ store, now }: AppContext, report: NamedReport, format: string): void {
  const { ledger, period } = report;
  store.transaction((db) => {
    rememberDefinitions(db, report, now());
    addActivity(db, {
      at: now(),
      actor: LEAD,
      caseId: null,
      verb: 'export-report',
      summary: `Compiled the ${ledger} report for ${period.name} as ${format}`,
      undo: null,
      actId: newActId(),
    });
  });
}

/** Hours and days are viewed in the desk; in a file nearly all of their numbers would be small. */
function withoutHours(report: NamedReport): NamedReport {
  const figures = report.figures.map((one) => ({
    ...one,
    tables: one.tables.filter(({ by }) => by !== 'hour' && by !== 'day'),
  }));
  return { ...report, figures };
}

/** The payload fields that figures read; nothing else of an act leaves. */
const FACTS = ['reason', 'priority', 'template', 'arrivalIsNoted'] as const;

/** Everything that reports are made of, for anyone who wants to recount. Times are UTC ms. */
export async function exportActivity(ctx: AppContext): Promise<Output<'reports.activity'>> {
  const { judge } = judgeOf(ctx.store.db);
  const histories = await readHistories(ctx, ctx.queue.all().ids);
  const verbs = new Set(REPORT_VERBS);
  return {
    lines: Array.from(histories.values(), ({ facts, acts }) =>
      renderFile(
        {
          ...facts,
          acts: acts
            .filter(({ verb }) => verbs.has(verb))
            .map(({ verb, at, actor, fact }) => ({ verb, at, byDesk: actor === 'Desk', ...factsOf(fact) })),
        },
        judge,
        (line) => JSON.stringify(line),
      ),
    ),
  };
}

function factsOf(fact: unknown): Record<string, unknown> {
  return Object.fromEntries(
    FACTS.map((name) => [name, fieldOf(fact, name)]).filter(([, value]) => value !== undefined),
  );
}
