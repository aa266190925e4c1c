// Reads what a report needs, in pieces, so that nothing waits for it. What was read is kept until the desk changes.
import { type CaseHistory, REPORT_VERBS } from '../../core/reports/history.ts';
import type { ReportRules } from '../../core/reports/items.ts';
import type { ReportOfProblem } from '../../core/reports/ledgers.ts';
import type { Span } from '../../core/reports/period.ts';
import type { ReportData } from '../../core/reports/report.ts';
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
import { readRules } from '../clock.ts';
import type { Office } from '../office.ts';
import { readTrendRule } from '../read-trends.ts';

const PIECE = 1_000;
/** So many spans are kept: a period and its baseline, and where one came from. */
const KEPT = 4;

interface Kept {
  readonly key: string;
  readonly data: Promise<ReportData>;
}
const kept = new WeakMap<Db, Kept[]>();

export function reportRules(db: Db): ReportRules {
  return { ...readRules(db), trend: readTrendRule(db) };
}

/** Everything a report of this span reads. It is read once for every state of the desk. */
export function loadReportData(office: Office, span: Span): Promise<ReportData> {
  const { db } = office.store;
  const key = `${span.from} ${span.to} ${office.queue.all().version}`;
  const own = kept.get(db) ?? [];
  const found = own.find((one) => one.key === key);
  if (found !== undefined) return found.data;
  const data = load(office, span);
  kept.set(db, [{ key, data }, ...own].slice(0, KEPT));
  data.catch(() =>
    kept.set(
      db,
      (kept.get(db) ?? []).filter((one) => one.key !== key),
    ),
  );
  return data;
}

async function load(office: Office, span: Span): Promise<ReportData> {
  const { db } = office.store;
  const columns = office.queue.all();
  const ids = concerned(db, columns, span);
  const pieces: string[][] = [];
  for (let at = 0; at < ids.length; at += PIECE) pieces.push(ids.slice(at, at + PIECE));
  const histories: CaseHistory[] = [];
  await office.jobs.run(undefined, pieces, (piece) => {
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
