// Reads what a report needs, in pieces, so that nothing waits for it. What was read is kept until the desk changes.
import type { Calendar } from '../../core/clock/calendar.ts';
import { type CaseHistory, REPORT_VERBS } from '../../core/reports/history.ts';
import type { ReportRules } from '../../core/reports/items.ts';
import type { ProductCase, ReportOfProblem, SupportCase } from '../../core/reports/ledgers.ts';
import type { NamedReport } from '../../core/reports/named-report.ts';
import type { Span } from '../../core/reports/period.ts';
import { type ReportData, type Views, viewsOf } from '../../core/reports/report.ts';
import type { CaseColumns } from '../../core/triage/case-columns.ts';
import type { Db } from '../../store/db.ts';
import {
  casesTouchedSince,
  casesWithOpenTicket,
  type ReportedAct,
  type ReportedCase,
  reportedActs,
  reportedCases,
} from '../../store/reports.ts';
import type { AppContext } from '../app-context.ts';
import { readRules } from '../clock.ts';
import { settingOf } from '../settings.ts';

const PIECE = 500;
/** So many spans are kept: a period with its baseline, and where one came from. */
const KEPT = 4;
/** What was read stays good for so long; then a promise may have been missed meanwhile. */
const GOOD_MS = 60_000;

/** The cases of a span as they were at one instant, and what was made of them. */
export interface Looked {
  /** UTC ms. */
  readonly asOf: number;
  readonly data: ReportData;
  /** Both ledgers at the end of a span, worked out once. */
  readonly views: (span: Span) => Promise<Views>;
  /** Reports made of it, by what was asked. */
  readonly reports: Map<string, Promise<NamedReport>>;
}

interface Kept {
  readonly key: string;
  readonly asOf: number;
  readonly looked: Promise<Looked>;
}
const kept = new WeakMap<Db, Kept[]>();

/** The rules as they are set now; each calendar is looked up once, not once a case. */
export function reportRules(db: Db): ReportRules {
  const rules = readRules(db);
  const calendars = new Map<string, Calendar>();
  return {
    policies: rules.policies,
    trend: settingOf(db, 'trendRule'),
    calendarOf(policy) {
      let calendar = calendars.get(policy.calendar);
      if (calendar === undefined) {
        calendar = rules.calendarOf(policy);
        calendars.set(policy.calendar, calendar);
      }
      return calendar;
    },
  };
}

/** Everything a report of this span reads. It is read once for every state of the desk. */
export function lookAt(ctx: AppContext, span: Span): Promise<Looked> {
  const { db } = ctx.store;
  const asOf = ctx.now();
  const key = [span.from, span.to, ctx.queue.all().version, JSON.stringify(settingOf(db, 'trendRule'))].join(' ');
  const own = kept.get(db) ?? [];
  const found = own.find((one) => one.key === key && Math.abs(asOf - one.asOf) < GOOD_MS);
  if (found !== undefined) return found.looked;
  const looked = load(ctx, span).then((data) => lookedAt(ctx, data, asOf));
  const others = () => (kept.get(db) ?? []).filter((one) => one.key !== key);
  kept.set(db, [{ key, asOf, looked }, ...others()].slice(0, KEPT));
  looked.catch(() => kept.set(db, others()));
  return looked;
}

function lookedAt({ jobs }: AppContext, data: ReportData, asOf: number): Looked {
  const views = new Map<number, Promise<Views>>();
  async function split(span: Span): Promise<Views> {
    const support: SupportCase[] = [];
    const product: ProductCase[] = [];
    await jobs.run(undefined, piecesOf(data.histories), (histories) => {
      const part = viewsOf({ histories, problems: data.problems }, span);
      support.push(...part.support.cases);
      product.push(...part.product.cases);
    });
    const { problems } = data;
    return { support: { cases: support, problems }, product: { cases: product, problems } };
  }
  return {
    ...{ asOf, data },
    reports: new Map(),
    views(span) {
      const found = views.get(span.to) ?? split(span);
      views.set(span.to, found);
      return found;
    },
  };
}

function piecesOf<T>(all: readonly T[]): (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / PIECE) }, (_, at) => all.slice(at * PIECE, (at + 1) * PIECE));
}

async function load(ctx: AppContext, span: Span): Promise<ReportData> {
  const { db } = ctx.store;
  const columns = ctx.queue.all();
  const ids = concerned(db, columns, span);
  const histories: CaseHistory[] = [];
  await ctx.jobs.run(undefined, piecesOf(ids), (piece) => {
    const acts = Map.groupBy(reportedActs(db, piece, REPORT_VERBS), ({ caseId }) => caseId);
    histories.push(...reportedCases(db, piece).map((one) => historyOf(one, acts.get(one.id) ?? [])));
  });
  return { histories, problems: reportsByProblem(columns) };
}

/** A case concerns a span when it came in before its end, and something happened to it since its beginning or it is open. */
function concerned(db: Db, { ids, receivedAt, status, words, size }: CaseColumns, { from, to }: Span): string[] {
  const touched = casesTouchedSince(db, from);
  const waiting = new Set(casesWithOpenTicket(db));
  const open = new Set(['undecided', 'escalated'].map((name) => words.status.find(name)));
  const found: string[] = [];
  for (let slot = 0; slot < size; slot += 1) {
    const [id = '', at = 0] = [ids[slot], receivedAt[slot]];
    if (at < to && (at >= from || open.has(status[slot]) || touched.has(id) || waiting.has(id))) found.push(id);
  }
  return found;
}

function historyOf(one: ReportedCase, acts: readonly ReportedAct[]): CaseHistory {
  const { tags, status, fields, ...plain } = one;
  return {
    facts: {
      ...plain,
      kind: acts.some(({ verb }) => verb === 'release-notice') ? 'release-notice' : 'case',
      tags: tags === '' ? [] : tags.split(' '),
      isDocumented: isDocumented(fields),
      isDuplicate: status === 'duplicate',
    },
    acts: acts.map(({ verb, at, actor, fact }) => ({ verb, at, actor, fact: fact === null ? null : JSON.parse(fact) })),
  };
}

/** The spreadsheet's own column: "Resolved by documentation?". */
function isDocumented(fields: string | null): boolean {
  if (fields === null) return false;
  const columns = JSON.parse(fields) as { name: string; value: string }[];
  return columns.some(
    ({ name, value }) => /^resolved by documentation/i.test(name.trim()) && /^y(?:es)?$/i.test(value.trim()),
  );
}

function reportsByProblem({ ids, receivedAt, status, trend, words, size }: CaseColumns) {
  const problems = new Map<string, ReportOfProblem[]>();
  const duplicate = words.status.find('duplicate');
  for (let slot = 0; slot < size; slot += 1) {
    const problem = words.trend.values[trend[slot] ?? 0] ?? '';
    if (problem === '' || status[slot] === duplicate) continue;
    const report = { id: ids[slot] ?? '', receivedAt: receivedAt[slot] ?? 0 };
    const own = problems.get(problem);
    if (own === undefined) problems.set(problem, [report]);
    else own.push(report);
  }
  for (const own of problems.values()) own.sort((a, b) => a.receivedAt - b.receivedAt);
  return problems;
}
