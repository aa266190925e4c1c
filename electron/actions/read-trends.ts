// What the desk makes of all its cases: the problems they tell of, the trends among them, and the team for each.
import type { Output, ParsedInput } from '../contract/calls.ts';
import { AppError } from '../contract/errors.ts';
import { trendRule } from '../contract/trend-calls.ts';
import { PROBLEMS } from '../core/route/problems.ts';
import { type Route, routeCase } from '../core/route/route.ts';
import { growthOf, type TrendRule } from '../core/trends/growth.ts';
import { SOURCE_NAMES, type Source } from '../core/words/case.ts';
import { listScrubbed } from '../store/cases.ts';
import type { Db } from '../store/db.ts';
import { listTeams } from '../store/directory.ts';
import { type CaseOfProblem, casesOfProblem, findProblem, listProblems, teamsOfProblem } from '../store/problems.ts';
import { readSetting } from '../store/settings.ts';
import { findTicket } from '../store/tickets.ts';
import type { Office } from './office.ts';

export function readTrendRule(db: Db): TrendRule {
  return readSetting(db, 'trends', trendRule, trendRule.parse({}));
}

/** Problem → its name. */
export function problemTitles(db: Db): ReadonlyMap<string, string> {
  return new Map([
    ...PROBLEMS.map(({ id, name }) => [id, name] as const),
    ...listProblems(db).map(({ id, title }) => [id, title] as const),
  ]);
}

/** Groups of the same problem, largest first: trends only, or all. */
export function readTrends(office: Office, { all }: ParsedInput<'trends.list'>): Output<'trends.list'> {
  const { db } = office.store;
  const titles = problemTitles(db);
  const rule = readTrendRule(db);
  const teams = listTeams(db);
  const groups = [...Map.groupBy(casesOfProblem(db, null), (one) => one.problem)];
  return {
    trends: groups
      .map(([id, own]) => {
        const counted = countedOnce(own);
        const { days, firstAt, lastAt, isTrend, isUrgent, jumps } = growthOf(
          counted.map((one) => one.receivedAt),
          rule,
          office.now(),
        );
        return { id, own, size: counted.length, days: [...days], firstAt, lastAt, isTrend, isUrgent, jumps };
      })
      .filter(({ isTrend }) => all || isTrend)
      .sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1))
      .map(({ own, ...group }) => ({
        ...group,
        title: titles.get(group.id) ?? group.id,
        references: own.map((one) => one.reference),
        team: teamFor(own, teams),
      })),
  };
}

/** Without what is another case over again. */
export function countedOnce<C extends Pick<CaseOfProblem, 'status'>>(own: readonly C[]): C[] {
  return own.filter((one) => one.status !== 'duplicate');
}

/** One problem with its cases. @throws AppError `not-found` */
export function readTrend(office: Office, { id }: ParsedInput<'trends.get'>): Output<'trends.get'> {
  const { db } = office.store;
  const own = casesOfProblem(db, id);
  if (own.length === 0) throw new AppError('not-found', 'No case tells of this problem any more.');
  const stored = findProblem(db, id);
  const ticket = stored?.ticketId == null ? null : findTicket(db, stored.ticketId);
  const { pace, isTrend, isUrgent, jumps, days, firstAt, lastAt } = growthOf(
    countedOnce(own).map((one) => one.receivedAt),
    readTrendRule(db),
    office.now(),
  );
  const counted = (values: readonly string[]) =>
    [...Map.groupBy(values, (value) => value)].map(([name, of]) => ({ name, n: of.length })).sort((a, b) => b.n - a.n);
  return {
    id,
    title: problemTitles(db).get(id) ?? id,
    size: countedOnce(own).length,
    known: stored?.known ?? null,
    team: teamFor(own, listTeams(db)),
    ticket: ticket === null ? null : { number: ticket.number, url: ticket.url, state: ticket.state },
    days: [...days],
    firstAt,
    lastAt,
    pace,
    isTrend,
    isUrgent,
    jumps,
    sources: counted(own.map((one) => SOURCE_NAMES[one.source as Source])),
    teams: counted(own.flatMap((one) => one.team ?? [])),
    cases: own
      .slice(-MOST_CASES)
      .reverse()
      .map(({ id: caseId, reference, receivedAt, status, scrubbedText }) => ({
        id: caseId,
        reference,
        receivedAt,
        status: status as Output<'trends.get'>['cases'][number]['status'],
        text: scrubbedText.slice(0, LONGEST_TEXT),
      })),
  };
}

const MOST_CASES = 200;
const LONGEST_TEXT = 300;

/** The team most of its cases would go to. */
export function teamFor(own: readonly CaseOfProblem[], teams: ReturnType<typeof listTeams>): string | null {
  return mostOf(own.map((one) => one.team ?? routeCase(one.scrubbedText, one.scrubbedArea, teams).team));
}

export function readRoutes({ store }: Office): Output<'route.list'> {
  const teams = listTeams(store.db);
  return {
    routes: listScrubbed(store.db).map(({ reference, scrubbedText, scrubbedArea }) => ({
      reference,
      ...routeCase(scrubbedText, scrubbedArea, teams),
    })),
  };
}

/** From so many cases of a problem on, and such a share of them, the desk's own history goes before the directory. */
const ENOUGH_HISTORY = 3;
const CLEAR_HISTORY = 0.7;

/** The team suggested for one case, with the reason: where its problem went before, else what the directory covers. */
export function suggestTeam(
  { store }: Office,
  one: { readonly scrubbedText: string; readonly scrubbedArea: string | null; readonly problem: string | null },
): Route {
  const teams = listTeams(store.db);
  const route = routeCase(one.scrubbedText, one.scrubbedArea, teams);
  if (one.problem === null) return route;
  const went = teamsOfProblem(store.db, one.problem);
  const all = went.reduce((sum, { n }) => sum + n, 0);
  const [first] = went;
  if (first === undefined || first.n < ENOUGH_HISTORY || first.n / all < CLEAR_HISTORY) return route;
  if (!teams.some((team) => team.label === first.team && team.inScope)) return route;
  const because = `${first.n} of ${all} cases of this problem went there`;
  return { team: first.team, confidence: first.n / all, outOfScope: false, because };
}

function mostOf(labels: readonly (string | null)[]): string | null {
  const counts = new Map<string | null, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
