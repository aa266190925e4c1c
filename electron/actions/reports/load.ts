// Reads cases with their acts for reports, in batches, so that nothing else has to wait.
import { isReleaseNotice } from '../../core/domain/release-scope.ts';
import type { CaseHistory } from '../../core/reports/history.ts';
import { REPORT_VERBS } from '../../core/reports/history.ts';
import type { ReportOfProblem } from '../../core/reports/ledgers.ts';
import type { Span } from '../../core/reports/period.ts';
import type { CaseColumns } from '../../core/triage/case-columns.ts';
import {
  casesTouchedBetween,
  casesWithOpenTicket,
  type ReportedAct,
  type ReportedCase,
  reportedActs,
  reportedCases,
} from '../../store/cases/reports.ts';
import type { AppContext } from '../app-context.ts';

const PIECE = 500;
/** How many parts the activity of a span is scanned in. */
const PARTS = 24;

export function piecesOf<T>(all: readonly T[]): (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / PIECE) }, (_, at) => all.slice(at * PIECE, (at + 1) * PIECE));
}

/** Cases with their activity, by id; unknown ids are left out. */
export async function readHistories(
  { store, jobs }: AppContext,
  ids: readonly string[],
): Promise<Map<string, CaseHistory>> {
  const { db } = store;
  const histories = new Map<string, CaseHistory>();
  await jobs.run(undefined, piecesOf(ids), (piece) => {
    const acts = Map.groupBy(reportedActs(db, piece, REPORT_VERBS), ({ caseId }) => caseId);
    for (const one of reportedCases(db, piece)) histories.set(one.id, historyOf(one, acts.get(one.id) ?? []));
  });
  return histories;
}

/** A case concerns a span if it arrived before its end, and had activity since its beginning or is still open. */
export async function concernedBy(ctx: AppContext, columns: CaseColumns, { from, to }: Span): Promise<string[]> {
  const { ids, receivedAt, status, words, size } = columns;
  const touched = await touchedSince(ctx, from);
  const waiting = new Set(casesWithOpenTicket(ctx.store.db));
  const open = new Set(['undecided', 'escalated'].map((name) => words.status.find(name)));
  const found: string[] = [];
  for (let slot = 0; slot < size; slot += 1) {
    const [id = '', at = 0] = [ids[slot], receivedAt[slot]];
    if (at < to && (at >= from || open.has(status[slot]) || touched.has(id) || waiting.has(id))) found.push(id);
  }
  return found;
}

async function touchedSince({ store, jobs, now }: AppContext, from: number): Promise<ReadonlySet<string>> {
  const touched = new Set<string>();
  const end = Math.max(now(), from) + 1;
  const edges = Array.from({ length: PARTS + 1 }, (_, at) => from + Math.floor(((end - from) * at) / PARTS));
  // Anything dated later, by a clock that ran ahead, belongs to the last part.
  const parts = edges
    .slice(0, -1)
    .map((edge, at) => [edge, at === PARTS - 1 ? Number.MAX_SAFE_INTEGER : (edges[at + 1] ?? end)] as const);
  await jobs.run(undefined, parts, ([since, until]) => {
    for (const id of casesTouchedBetween(store.db, since, until)) touched.add(id);
  });
  return touched;
}

/** When each problem was reported, oldest first, each report counted once. */
export function reportsByProblem({ ids, receivedAt, status, trend, words, size }: CaseColumns) {
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

function historyOf(one: ReportedCase, acts: readonly ReportedAct[]): CaseHistory {
  const { tags, status, fields, ...plain } = one;
  return {
    facts: {
      ...plain,
      kind:
        isReleaseNotice(one.reference) || acts.some(({ verb }) => verb === 'release-notice')
          ? 'release-notice'
          : 'case',
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
  const columns: { name: string; value: string }[] = JSON.parse(fields);
  return columns.some(
    ({ name, value }) => /^resolved by documentation/i.test(name.trim()) && /^y(?:es)?$/i.test(value.trim()),
  );
}
