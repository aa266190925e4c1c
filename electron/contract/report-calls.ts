// The calls about reports: figures of one report for a period, the cases behind a number, and files.
import { z } from 'zod';
import { actId, caseId } from '../core/domain/ids.ts';
import { CALENDARS, DIMENSIONS, LEDGERS, NARROWED_BY, REPORT_FORMATS, UNITS } from '../core/domain/report.ts';
import { reportDraft } from './day-schemas.ts';
import { defineAct, defineRead } from './define-call.ts';
import * as shape from './schemas.ts';

/** `2026-10`, `2026-W44` or `2026-10-05..2026-10-09`, of Eastern Time. */
const period = z.string().max(30);
const asked = {
  ledger: z.enum(LEDGERS),
  /** Omitted: the current month. */
  period: period.optional(),
  /** The period to compare with; omitted: the previous one. */
  baseline: period.optional(),
};

const publication = z.object({ period: asked.period, baseline: asked.baseline });

/** Only cases of this part: of one team, say. For the desk itself; what leaves is never narrowed, as small numbers could then be
 * worked out by subtraction. */
const only = z.object({ by: z.enum(NARROWED_BY), member: z.string() }).optional();
export type Only = z.infer<typeof only>;

/** Only these figures; omitted: all of them. */
const some = z.array(z.string()).optional();

const measures = {
  value: z.number().nullable(),
  /** How many cases, tickets or trends it is based on. */
  n: z.number(),
  baselineValue: z.number().nullable(),
  baselineN: z.number(),
  change: z.number().nullable(),
};
const named = z.object({ name: z.string(), from: z.string(), to: z.string() });
const figure = z.object({
  id: z.string(),
  name: z.string(),
  formula: z.string(),
  unit: z.enum(UNITS),
  calendar: z.enum(CALENDARS),
  aggregate: z.enum(['count', 'share', 'median', 'mean', 'sum']),
  better: z.enum(['more', 'less']).nullable(),
  ...measures,
  tables: z.array(
    z.object({
      by: z.enum(DIMENSIONS),
      rows: z.array(z.object({ member: z.string(), name: z.string(), ...measures })),
    }),
  ),
});
export type ReportFigureRow = z.infer<typeof figure>;

const report = z.object({
  ledger: z.enum(LEDGERS),
  period: named,
  baseline: named,
  asOf: z.string(),
  atLeast: z.number(),
  figures: z.array(figure),
});
export type ReportView = z.infer<typeof report>;

const opened = z.array(
  z.object({
    id: caseId,
    reference: z.string(),
    title: z.string(),
    status: shape.caseStatus,
    team: z.string().nullable(),
    receivedAt: z.number(),
  }),
);

/** Report calls that the host answers, because it has the browser that prints. */
export const PRINT_CALLS = {
  /**
   * The report as a PDF, in base64; null if there is no browser that prints, in which case the page is saved instead.
   */
  'reports.pdf': defineRead(
    z.object({ ...asked, figures: some }),
    z.object({ name: shape.scrubbedText, pdf: shape.printedFile.nullable(), page: shape.fileText, masked: z.number() }),
    [],
  ),
} as const;

export const REPORT_CALLS = {
  /** Activity from the first to the last day (UTC), every cell checked; no file if canceled. */
  'audit.export': defineAct(
    z.object({ from: z.iso.date(), to: z.iso.date(), job: z.string().optional() }),
    z.object({
      file: z
        .object({
          name: shape.scrubbedText,
          csv: shape.fileText,
          lines: z.number(),
          /** Whether the chain is intact, as a sentence. */
          proof: z.string(),
          masked: z.array(shape.maskedColumn),
        })
        .nullable(),
    }),
    [],
  ),
  /** Months and weeks to choose from, newest first. */
  'reports.periods': defineRead(
    z.object({}),
    z.object({ months: z.array(z.string()), weeks: z.array(z.string()) }),
    [],
  ),
  /** For the desk itself: every row is shown, however small. */
  'reports.get': defineRead(z.object({ ...asked, only }), report, ['cases', 'settings']),
  /** Release notices of a period, oldest first; times in UTC ms. */
  'reports.releases': defineRead(
    z.object({ period }),
    z.object({ releases: z.array(z.object({ caseId, at: z.number(), title: z.string() })) }),
    ['cases'],
  ),
  /** The cases behind a number, newest first; for a percentage, those that count and those that do not. */
  'reports.cases': defineRead(
    z.object({
      ledger: asked.ledger,
      period: asked.period,
      figure: z.string(),
      only,
      by: z.enum(DIMENSIONS).optional(),
      member: z.string().optional(),
    }),
    z.object({ counted: opened, others: opened, countedN: z.number(), othersN: z.number() }),
    ['cases'],
  ),
  /** For others: small rows combined, every word checked. */
  'reports.file': defineRead(
    z.object({ ...asked, figures: some, format: z.enum(REPORT_FORMATS) }),
    z.object({ name: shape.scrubbedText, text: shape.fileText, masked: z.number() }),
    [],
  ),
  /** The same as a workbook; the window and the command line make a file of it. */
  'reports.workbook': defineRead(
    z.object({ ...asked, figures: some }),
    z.object({
      name: shape.scrubbedText,
      sheets: z.array(
        z.object({
          name: shape.scrubbedText,
          rows: z.array(
            z.array(
              z.object({
                value: z.union([shape.scrubbedText, z.number(), z.null()]),
                format: shape.scrubbedText.optional(),
              }),
            ),
          ),
        }),
      ),
      masked: z.number(),
    }),
    [],
  ),
  /** Reports the desk drafted and nobody set aside yet. */
  'reports.drafts': defineRead(z.object({}), z.object({ drafts: z.array(reportDraft) }), ['settings']),
  'reports.draftDone': defineAct(z.object({ period }), z.object({ actId }), ['settings']),
  /** What would be published of both ledgers, and where; `seen` names the figures. A null repository: none is set. */
  'reports.publication': defineRead(
    publication,
    z.object({
      repository: z.string().nullable(),
      files: z.array(z.object({ path: z.string(), text: shape.fileText })),
      masked: z.number(),
      seen: z.string(),
    }),
    ['cases', 'settings', 'outbox'],
  ),
  /** Queues what was looked at; an undo within the sending delay takes it back. */
  'reports.publish': defineAct(publication.extend({ seen: z.string() }), z.object({ actId }), ['outbox']),
  /** What reports are made of, one case a line as JSON: no words of a case, only what it is and what was done. */
  'reports.activity': defineRead(z.object({}), z.object({ lines: z.array(shape.fileText) }), []),
} as const;
