// The cases of a span as reports see them, cached while the desk is open together with the results. When cases change,
// only those are read and measured again, so that a desk of 100,000 cases responds as fast as one of a hundred.
import type { Calendar } from '../../core/clock/calendar.ts';
import type { Ledger } from '../../core/domain/report.ts';
import type { Figure, Item } from '../../core/reports/figure.ts';
import type { CaseHistory } from '../../core/reports/history.ts';
import type { ReportRules } from '../../core/reports/items.ts';
import { type LedgerView, type ReportOfProblem, type SplitCase, splitLedgers } from '../../core/reports/ledgers.ts';
import type { NamedReport } from '../../core/reports/named-report.ts';
import type { Period, Span } from '../../core/reports/period.ts';
import type { CaseColumns } from '../../core/triage/case-columns.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Db } from '../../store/db.ts';
import type { AppContext } from '../app-context.ts';
import { readRules } from '../clock.ts';
import { settingOf } from '../settings.ts';
import { concernedBy, piecesOf, readHistories, reportsByProblem } from './load.ts';

/** How many spans are cached: a period with its baseline, and the previous one. */
const KEPT = 4;
/** How long the results for a running period stay valid; after that a target may have been missed. */
const GOOD_MS = 60_000;

type SplitCases = ReadonlyMap<string, SplitCase>;

/** The cases of a span at one instant. */
export interface Look {
  /** UTC ms. */
  readonly asOf: number;
  /** What a figure counts in a period of the span. */
  readonly items: (figure: Figure<Ledger>, period: Period) => Promise<readonly Item[]>;
  /** Reports made from it, by request. */
  readonly reports: Map<string, Promise<NamedReport>>;
}

/** The state of the desk when the cases were read. */
interface Taken {
  readonly span: Span;
  readonly columns: CaseColumns;
  readonly version: number;
  /** Everything that figures depend on, as text. */
  readonly rules: string;
  readonly asOf: number;
  /** When the results for a running period were first computed; UTC ms. */
  readonly goodFrom: number;
}

interface KeptLook extends Look, Taken {
  readonly histories: ReadonlyMap<string, CaseHistory>;
  readonly splits: Map<string, Promise<SplitCases>>;
  readonly counted: Map<string, Promise<readonly Item[]>>;
}

const kept = new WeakMap<Db, { look: Promise<KeptLook>; taken: Taken }[]>();

/** The rules currently configured; each calendar is looked up once rather than per case. */
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

/** The cases of a span as they are now. */
export function lookAt(ctx: AppContext, span: Span): Promise<Look> {
  const { db } = ctx.store;
  const columns = ctx.queue.all();
  const rules = wordsOf(reportRules(db));
  const asOf = ctx.now();
  const own = (kept.get(db) ?? []).filter((one) => one.taken.columns === columns && one.taken.rules === rules);
  const before = own.find(({ taken }) => taken.span.from <= span.from && taken.span.to >= span.to);
  const isGood = before !== undefined && Math.abs(asOf - before.taken.goodFrom) < GOOD_MS;
  if (isGood && before.taken.version === columns.version) return before.look;
  const goodFrom = isGood ? before.taken.goodFrom : asOf;
  const taken: Taken = { span: before?.taken.span ?? span, columns, version: columns.version, rules, asOf, goodFrom };
  const look = before === undefined ? takeFirst(ctx, taken) : before.look.then((last) => takeNext(ctx, taken, last));
  const others = () => (kept.get(db) ?? []).filter((one) => one !== before && one.look !== look);
  kept.set(db, [{ look, taken }, ...others()].slice(0, KEPT));
  look.catch(() => kept.set(db, others()));
  return look;
}

function wordsOf({ policies, trend, calendarOf }: ReportRules): string {
  return JSON.stringify([policies, trend, policies.map((policy) => calendarOf(policy).spec)]);
}

async function takeFirst(ctx: AppContext, taken: Taken): Promise<KeptLook> {
  const histories = await readHistories(ctx, await concernedBy(ctx, taken.columns, taken.span));
  return lookOver(ctx.jobs, taken, histories, new Set(), null);
}

/** What did not change is taken over from the previous read. */
async function takeNext(ctx: AppContext, taken: Taken, before: KeptLook): Promise<KeptLook> {
  const { ids, receivedAt, changedIn, size } = taken.columns;
  const changed = new Set<string>();
  for (let slot = 0; slot < size; slot += 1)
    if ((changedIn[slot] ?? 0) > before.version && (receivedAt[slot] ?? 0) < taken.span.to)
      changed.add(ids[slot] ?? '');
  const histories = new Map(before.histories);
  for (const id of changed) histories.delete(id);
  for (const [id, history] of await readHistories(ctx, [...changed])) histories.set(id, history);
  return lookOver(ctx.jobs, taken, histories, changed, before);
}

function lookOver(
  jobs: Jobs,
  taken: Taken,
  histories: ReadonlyMap<string, CaseHistory>,
  changed: ReadonlySet<string>,
  before: KeptLook | null,
): KeptLook {
  const problems = reportsByProblem(taken.columns);
  const splits = new Map<string, Promise<SplitCases>>();
  const counted = new Map<string, Promise<readonly Item[]>>();
  const isRunning = (period: Span) => period.to > taken.asOf;
  const keyOf = (period: Span) => (isRunning(period) ? 'now' : String(period.to));
  // Nothing below may hold a reference to the previous read as a whole: that would keep the whole chain of earlier ones
  // alive.
  const isStillGood = before?.goodFrom === taken.goodFrom;
  const own = { splits: before?.splits, counted: before?.counted };
  const formerly = <T>(made: ReadonlyMap<string, Promise<T>> | undefined, key: string, period: Span) =>
    isStillGood || !isRunning(period) ? made?.get(key)?.catch(() => undefined) : undefined;

  async function split(period: Span): Promise<SplitCases> {
    const former = await formerly(own.splits, keyOf(period), period);
    const cases = new Map(former);
    for (const id of changed) cases.delete(id);
    const anew = former === undefined ? [...histories.values()] : [...changed].flatMap((id) => histories.get(id) ?? []);
    await jobs.run(undefined, piecesOf(anew), (piece) => {
      for (const history of piece) {
        const one = splitLedgers(history, period.to);
        if (one !== null) cases.set(history.facts.id, one);
      }
    });
    return cases;
  }

  async function count(figure: Figure<Ledger>, period: Period, key: string): Promise<readonly Item[]> {
    const cases = await onceFor(splits, keyOf(period), () => split(period));
    const former = figure.isWhole === true ? undefined : await formerly(own.counted, key, period);
    if (former === undefined) return figure.items(viewOf(figure.ledger, cases.values(), problems), period);
    const anew = [...changed].flatMap((id) => cases.get(id) ?? []);
    const others = former.filter((item) => !item.cases.some((id) => changed.has(id)));
    return [...others, ...figure.items(viewOf(figure.ledger, anew, problems), period)];
  }

  return {
    ...taken,
    ...{ histories, splits, counted, reports: new Map() },
    items(figure, period) {
      const key = [figure.ledger, figure.id, period.from, keyOf(period)].join(' ');
      return onceFor(counted, key, () => count(figure, period, key));
    },
  };
}

function viewOf<L extends Ledger>(
  ledger: L,
  cases: Iterable<SplitCase>,
  problems: ReadonlyMap<string, readonly ReportOfProblem[]>,
): LedgerView<L> {
  return { cases: Array.from(cases, (one) => one[ledger]), problems } as LedgerView<L>;
}

function onceFor<T>(made: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = made.get(key) ?? make();
  made.set(key, found);
  return found;
}
