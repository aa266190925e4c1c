// What the desk makes of all its cases: the problems they tell of, the trends among them, and the team for each.
import type { Output, ParsedInput } from '../contract/calls.ts';
import { PROBLEMS } from '../core/route/problems.ts';
import { type Route, routeCase } from '../core/route/route.ts';
import { groupCases } from '../core/trends/group-cases.ts';
import { listScrubbed } from '../store/cases.ts';
import type { Db } from '../store/db.ts';
import { listTeams } from '../store/directory.ts';
import type { Office } from './office.ts';

/** "The Call Center defines a trend as five or more of the same issue." */
const TREND = 5;

/** Groups of the same problem, largest first: trends only, or all. */
export function readTrends({ store }: Office, { all }: ParsedInput<'trends.list'>): Output<'trends.list'> {
  const teams = listTeams(store.db);
  const cases = new Map(listScrubbed(store.db).map((one) => [one.id as string, one]));
  const groups = groupCases(
    [...cases.values()].map(({ id, scrubbedText, scrubbedArea }) => ({ id, text: scrubbedText, area: scrubbedArea })),
  );
  return {
    trends: groups
      .filter((group) => all || group.cases.length >= TREND)
      .map(({ id, title, cases: ids }) => {
        const own = ids.flatMap((each) => cases.get(each) ?? []);
        return {
          id,
          title,
          size: own.length,
          references: own.map((one) => one.reference),
          team: mostOf(own.map((one) => routeCase(one.scrubbedText, one.scrubbedArea, teams).team)),
        };
      }),
  };
}

/** Problem → its name. */
export function problemTitles(_db: Db): ReadonlyMap<string, string> {
  return TITLES;
}

const TITLES = new Map(PROBLEMS.map(({ id, name }) => [id, name]));

export function readRoutes({ store }: Office): Output<'route.list'> {
  const teams = listTeams(store.db);
  return {
    routes: listScrubbed(store.db).map(({ reference, scrubbedText, scrubbedArea }) => ({
      reference,
      ...routeCase(scrubbedText, scrubbedArea, teams),
    })),
  };
}

/** The team suggested for one case, with the reason. */
export function suggestTeam(
  { store }: Office,
  one: { readonly scrubbedText: string; readonly scrubbedArea: string | null },
): Route {
  return routeCase(one.scrubbedText, one.scrubbedArea, listTeams(store.db));
}

function mostOf(labels: readonly (string | null)[]): string | null {
  const counts = new Map<string | null, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
