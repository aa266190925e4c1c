// A month of exports through the desk's own door, and how what came of it stands beside the truth.
import type { openPlainOffice } from '../support/plain-office.ts';
import { bCubed, type Gold, isTeamOf, readExports } from './measure.ts';

type Desk = ReturnType<typeof openPlainOffice>;

export interface Share {
  readonly right: number;
  readonly of: number;
}

export interface MonthFigures {
  readonly cases: number;
  readonly grouping: ReturnType<typeof bCubed>;
  /** In-scope cases whose team was named first. */
  readonly routing: Share;
  /** Cases out of scope that were found, and cases told so that are. */
  readonly outsideFound: Share;
  readonly outsideTold: Share;
  readonly alarmsFound: Share;
  /** Cases that are no alarm and were taken for one. */
  readonly falseAlarms: Share;
}

export async function importMonth(desk: Desk, folder: string): Promise<void> {
  for (const one of readExports(folder)) await desk.call('intake.import', { ...one, timeZone: 'UTC' });
}

/** Reference → group. */
export async function groupsOf({ call }: Desk): Promise<Map<string, string>> {
  const { trends } = await call('trends.list', { all: true });
  return new Map(trends.flatMap((group) => group.references.map((reference) => [reference, group.id])));
}

export async function figuresOf(desk: Desk, gold: readonly Gold[]): Promise<MonthFigures> {
  const { routes } = await desk.call('route.list', {});
  const byReference = new Map(routes.map((route) => [route.reference, route]));
  const alarmed = alarmsOf(desk);
  const share = (all: readonly Gold[], is: (one: Gold) => boolean): Share => ({
    right: all.filter(is).length,
    of: all.length,
  });
  const toldOutside = (one: Gold) => byReference.get(one.ref)?.outOfScope === true;
  return {
    cases: gold.length,
    grouping: bCubed(new Map(gold.map((one) => [one.ref, one.problem])), await groupsOf(desk)),
    routing: share(
      gold.filter((one) => !one.outOfScope),
      (one) => isTeamOf(one.team, byReference.get(one.ref)?.team),
    ),
    outsideFound: share(
      gold.filter((one) => one.outOfScope),
      toldOutside,
    ),
    outsideTold: share(gold.filter(toldOutside), (one) => one.outOfScope),
    alarmsFound: share(
      gold.filter((one) => one.fastPath),
      (one) => alarmed.has(one.ref),
    ),
    falseAlarms: share(
      gold.filter((one) => !one.fastPath),
      (one) => alarmed.has(one.ref),
    ),
  };
}

function alarmsOf({ store }: Desk): ReadonlySet<string> {
  const rows = store.db.$client
    .prepare("SELECT reference FROM cases WHERE tags LIKE '%privacy%' OR tags LIKE '%security%'")
    .raw()
    .all() as [string][];
  return new Set(rows.map(([reference]) => reference));
}

/** Which of the problems of a folder were raised as a trend: a group with five or more of theirs, most of it theirs. */
export async function raised(desk: Desk, gold: readonly Gold[]): Promise<ReadonlyMap<string, boolean>> {
  const { trends } = await desk.call('trends.list', {});
  const problemOf = new Map(gold.map((one) => [one.ref, one.problem]));
  return new Map(
    [...new Set(problemOf.values())].map((problem) => [
      problem,
      trends.some(({ references }) => {
        const own = references.filter((one) => problemOf.get(one) === problem).length;
        return own >= 5 && own * 2 > references.length;
      }),
    ]),
  );
}
