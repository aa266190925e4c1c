// A month of exports through the desk's own door, and how what came of it stands beside the truth.
import type { CaseId } from '../../electron/core/domain/ids.ts';
import type { PlainOffice } from '../support/plain-context.ts';
import { bCubed, type Gold, isTeamOf, readExports, readGold } from './measure.ts';

type Desk = PlainOffice;
const CORRECTIONS = 10;
/** So many reports make a trend. */
const TREND = 5;

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

/** The truth of a folder: rows of a sheet get the desk's own numbers, in their order; the first row is the header. */
export function goldOf({ store }: Desk, folder: string): Gold[] {
  const numbers = store.db.$client
    .prepare(`SELECT reference FROM cases WHERE source = 'sheet' ORDER BY seq`)
    .pluck()
    .all() as string[];
  return readGold(folder).map((one) => {
    const row = /^row (\d+)$/.exec(one.ref)?.[1];
    return row === undefined ? one : { ...one, ref: numbers[Number(row) - 2] ?? one.ref };
  });
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

/** Of the problems with five reports or more, those raised as a trend: a group with five of theirs, most of it theirs. */
export async function raised(desk: Desk, gold: readonly Gold[]): Promise<Share> {
  const { trends } = await desk.call('trends.list', {});
  const problemOf = new Map(gold.map((one) => [one.ref, one.problem]));
  const large = [...Map.groupBy(gold, ({ problem }) => problem)].filter(([, own]) => own.length >= TREND);
  const right = large.filter(([problem]) =>
    trends.some(({ references }) => {
      const own = references.filter((one) => problemOf.get(one) === problem).length;
      return own >= TREND && own * 2 > references.length;
    }),
  );
  return { right: right.length, of: large.length };
}

/** The first cases in a group where most tell of another problem go to the group of theirs, by hand. */
export async function correctByHand(desk: Desk, gold: readonly Gold[]) {
  const { call } = desk;
  const truth = new Map(gold.map((one) => [one.ref, one.problem]));
  const before = await groupsOf(desk);
  const most = new Map(
    [...Map.groupBy(before, ([, group]) => group)].map(([group, own]) => [
      group,
      [...Map.groupBy(own, ([reference]) => truth.get(reference))].sort((a, b) => b[1].length - a[1].length)[0]?.[0],
    ]),
  );
  const homeOf = new Map([...most].map(([group, problem]) => [problem, group]));
  const wrong = gold.filter(({ ref, problem }) => most.get(before.get(ref) ?? '') !== problem && homeOf.has(problem));
  const moved = new Map<string, string>();
  for (const { ref, problem } of wrong.slice(0, CORRECTIONS)) {
    const { cases } = await call('cases.find', { reference: ref });
    const into = homeOf.get(problem) ?? '';
    await call('trends.move', { caseIds: cases.map((one) => one.id as CaseId), into });
    moved.set(ref, into);
  }
  await call('trends.regroup', {});
  const after = await groupsOf(desk);
  await call('trends.regroup', {});
  const again = await groupsOf(desk);
  return {
    corrections: moved.size,
    'B-cubed F1': bCubed(truth, after).f1.toFixed(3),
    'undone by grouping anew': [...moved].filter(([reference, into]) => after.get(reference) !== into).length,
    'differ when done twice': [...after].filter(([reference, group]) => again.get(reference) !== group).length,
  };
}
