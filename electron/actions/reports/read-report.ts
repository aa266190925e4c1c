// A report on screen, and the cases behind each of its numbers.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { Only } from '../../contract/report-calls.ts';
import { SOURCE_NAMES } from '../../core/domain/case.ts';
import { PRIORITY_NAMES } from '../../core/domain/obligation.ts';
import { dayInWords } from '../../core/domain/period-words.ts';
import { lookUp } from '../../core/domain/records.ts';
import { AGE_NAMES, type Dimension, REPORT_TAGS, TIER_NAMES } from '../../core/domain/report.ts';
import type { Item } from '../../core/reports/figure.ts';
import { type MemberNames, type NamedReport, nameReport } from '../../core/reports/named-report.ts';
import { monthAt, type Period, periodBefore, readPeriod, weekAt } from '../../core/reports/period.ts';
import { figuresIn, measureFigure, memberOf, openFigure, type ReportFigure } from '../../core/reports/report.ts';
import { findCase } from '../../store/cases/cases.ts';
import { noticesBetween } from '../../store/cases/reports.ts';
import type { Db } from '../../store/db.ts';
import { listTeams } from '../../store/tickets/directory.ts';
import type { AppContext } from '../app-context.ts';
import { problemTitles } from '../problems/read-trends.ts';
import { type Look, lookAt, reportRules } from './look.ts';

/** How many items of a long list are shown. */
const MOST_OPENED = 500;

type Asked = ParsedInput<'reports.get'>;

/** Items of the cases a report is narrowed to. */
function narrow(items: readonly Item[], only: Only): readonly Item[] {
  return only === undefined ? items : items.filter((item) => memberOf(only.by, item) === only.member);
}

/**
 * `atLeast`: rows with fewer cases are combined; 1 for the desk itself.
 * @throws AppError `invalid` if it is not a period
 */
export async function reportFor(ctx: AppContext, asked: Asked, atLeast: number): Promise<NamedReport> {
  const period = periodNamed(ctx, asked.period);
  const baseline = asked.baseline === undefined ? periodBefore(period) : periodNamed(ctx, asked.baseline);
  const span = { from: Math.min(period.from, baseline.from), to: Math.max(period.to, baseline.to) };
  const looked = await lookAt(ctx, span);
  const key = JSON.stringify([asked.ledger, period.name, baseline.name, atLeast, asked.only]);
  const found = looked.reports.get(key) ?? measure(ctx, looked, asked, [period, baseline], atLeast);
  looked.reports.set(key, found);
  found.catch(() => looked.reports.delete(key));
  return found;
}

/** Figure by figure, so that nothing else has to wait. */
async function measure(
  { store, jobs }: AppContext,
  { asOf, items }: Look,
  { ledger, only }: Asked,
  [period, baseline]: readonly [Period, Period],
  atLeast: number,
): Promise<NamedReport> {
  const [now, before] = [upTo(period, asOf), upTo(baseline, asOf)];
  const figures: ReportFigure[] = [];
  for (const figure of figuresIn(ledger, reportRules(store.db))) {
    if (only !== undefined && figure.isOfProblems === true) continue;
    const counted = [narrow(await items(figure, now), only), narrow(await items(figure, before), only)] as const;
    await jobs.run(undefined, [figure], () => void figures.push(measureFigure(figure, counted, atLeast)));
  }
  return nameReport({ ledger, period: now, baseline: before, figures }, namesOf(store.db), atLeast, asOf);
}

export async function readReport(ctx: AppContext, input: ParsedInput<'reports.get'>): Promise<Output<'reports.get'>> {
  return (await reportFor(ctx, input, 1)) as Output<'reports.get'>;
}

/** @throws AppError `not-found` for a figure that is not in this ledger */
export async function casesBehind(
  ctx: AppContext,
  input: ParsedInput<'reports.cases'>,
): Promise<Output<'reports.cases'>> {
  const { db } = ctx.store;
  const named = periodNamed(ctx, input.period);
  const figure = figuresIn(input.ledger, reportRules(db)).find(({ id }) => id === input.figure);
  if (figure === undefined)
    throw new AppError('not-found', `The ${input.ledger} ledger has no figure "${input.figure}".`);
  const { asOf, items } = await lookAt(ctx, named);
  const opened = openFigure(figure, narrow(await items(figure, upTo(named, asOf)), input.only), input);
  const rows = (ids: readonly string[]) =>
    ids
      .flatMap((id) => findCase(db, id) ?? [])
      .map(({ id, reference, scrubbedTitle, status, team, receivedAt }) => ({
        ...{ id, reference, title: scrubbedTitle, status, team, receivedAt },
      }))
      .sort((a, b) => b.receivedAt - a.receivedAt);
  return {
    counted: rows(opened.counted.slice(0, MOST_OPENED)),
    others: rows(opened.others.slice(0, MOST_OPENED)),
    countedN: opened.counted.length,
    othersN: opened.others.length,
  };
}

/**
 * Release notices that came in or went out in a period, oldest first.
 * @throws AppError `invalid` if it is not a period
 */
export function releasesIn(ctx: AppContext, { period }: ParsedInput<'reports.releases'>): Output<'reports.releases'> {
  const { from, to } = periodNamed(ctx, period);
  return { releases: noticesBetween(ctx.store.db, from, to) };
}

const MONTHS = 24;
const WEEKS = 13;

export function periodsOf({ now }: AppContext): Output<'reports.periods'> {
  const back = (first: Period, many: number) => {
    const names: string[] = [];
    for (let period = first; names.length < many; period = periodBefore(period)) names.push(period.name);
    return names;
  };
  return { months: back(monthAt(now()), MONTHS), weeks: back(weekAt(now()), WEEKS) };
}

/** @throws AppError `invalid` */
function periodNamed({ now }: AppContext, name: string | undefined): Period {
  if (name === undefined) return monthAt(now());
  const period = readPeriod(name);
  if (period === null)
    throw new AppError('invalid', `"${name}" is not a period. Write 2026-10, 2026-W44 or 2026-10-05..2026-10-09.`);
  return period;
}

/** A running period is read up to and including this instant. */
function upTo(period: Period, now: number): Period {
  return { ...period, to: Math.max(period.from, Math.min(period.to, now + 1)) };
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function namesOf(db: Db): MemberNames {
  const teams = new Map(listTeams(db).map(({ label, name }) => [label, name]));
  const problems = problemTitles(db);
  const names: Readonly<Partial<Record<Dimension, (member: string) => string | undefined>>> = {
    source: (member) => lookUp(SOURCE_NAMES, member),
    tier: (member) => lookUp(TIER_NAMES, member),
    team: (member) => teams.get(member),
    problem: (member) => problems.get(member),
    code: (member) => problems.get(member),
    gap: (member) => REPORT_TAGS[member],
    fix: (member) => REPORT_TAGS[member],
    form: (member) => {
      const [tier = '', type, category] = member.split('|');
      return [lookUp(TIER_NAMES, tier), type || 'No type', category || 'No category'].join(' / ');
    },
    day: dayInWords,
    age: (member) => lookUp(AGE_NAMES, member),
    hour: (member) => `${DAYS[Number(member[0])]}, from ${member.slice(2)}:00`,
    priority: (member) => lookUp(PRIORITY_NAMES, member),
  };
  return (by, member) => names[by]?.(member) ?? member;
}
