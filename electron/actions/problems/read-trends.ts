// What the desk makes of all its cases: their problems, the trends among them, and the team for each.

import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { Team } from '../../contract/schemas.ts';
import { SOURCE_NAMES } from '../../core/domain/case.ts';
import { cutWords } from '../../core/domain/cut-words.ts';
import type { ScrubbedText } from '../../core/domain/pii.ts';
import { lookUp } from '../../core/domain/records.ts';
import { DAY_MS } from '../../core/domain/time.ts';
import { nameOfProblem } from '../../core/route/problems.ts';
import { type Route, routeCase } from '../../core/route/route.ts';
import { scrubWords } from '../../core/scrub/pii-check.ts';
import { growthOf, type TrendRule } from '../../core/trends/growth.ts';
import type { CaseColumns } from '../../core/triage/case-columns.ts';
import { listScrubbed } from '../../store/cases/cases.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import {
  type CaseOfProblem,
  casesBySeq,
  findProblem,
  knownWords,
  listTitles,
  referencesBySeq,
  releasesBetween,
  teamsOfProblem,
} from '../../store/cases/problems.ts';
import type { Db } from '../../store/db.ts';
import { listTeams } from '../../store/tickets/directory.ts';
import type { AppContext } from '../app-context.ts';
import { settingOf } from '../settings.ts';
import { ticketsOfProblem } from './problem-tickets.ts';

/** Problem → its name: the given one, else the lexicon's. */
export function problemTitles(db: Db): Pick<ReadonlyMap<string, string>, 'get'> {
  const given = new Map(listTitles(db).map(({ id, title }) => [id, title]));
  return { get: (id) => given.get(id) ?? nameOfProblem(id) };
}

/** Row indexes of the cases of each problem, in order of arrival. */
function slotsByProblem({ trend, words, size }: CaseColumns): Map<string, number[]> {
  const byCode = new Map<number, number[]>();
  for (let slot = 0; slot < size; slot += 1) {
    const code = trend[slot] ?? 0;
    if (code === 0) continue;
    const slots = byCode.get(code);
    if (slots === undefined) byCode.set(code, [slot]);
    else slots.push(slot);
  }
  return new Map([...byCode].map(([code, slots]) => [words.trend.values[code] ?? '', slots]));
}

/** Size and growth of a problem; a duplicate is counted with its original. */
function measure(ctx: AppContext, slots: readonly number[], rule: TrendRule) {
  const { status, receivedAt, words } = ctx.queue.all();
  const duplicate = words.status.find('duplicate');
  const times = slots.filter((slot) => status[slot] !== duplicate).map((slot) => receivedAt[slot] ?? 0);
  const { days, life, ...growth } = growthOf(times, rule, ctx.now());
  return { size: times.length, days: [...days], life: { ...life, counts: [...life.counts] }, ...growth };
}

/** How many of its cases suggest a team for a problem. */
const TELLING = 50;

function teamOfSlots({ store, queue }: AppContext, slots: readonly number[], teams: readonly Team[]): string | null {
  const { seq } = queue.all();
  return teamFor(
    casesBySeq(
      store.db,
      slots.slice(0, TELLING).map((slot) => seq[slot] ?? 0),
    ),
    teams,
  );
}

/**
 * Groups of the same problem, largest first: trends only, or all. Read from the columns, however many cases there are.
 */
export function readTrends(ctx: AppContext, { all, references }: ParsedInput<'trends.list'>): Output<'trends.list'> {
  const { db } = ctx.store;
  const columns = ctx.queue.all();
  const titles = problemTitles(db);
  const known = knownWords(db);
  const rule = settingOf(db, 'trendRule');
  const teams = listTeams(db);
  const numbers = references ? referencesBySeq(db) : new Map<number, string>();
  return {
    trends: [...slotsByProblem(columns)]
      .map(([id, slots]) => ({ id, slots, ...measure(ctx, slots, rule) }))
      .filter(({ isTrend }) => all || isTrend)
      .sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1))
      .map(({ slots, pace: _, ...group }) => ({
        ...group,
        title: titles.get(group.id) ?? group.id,
        known: toldOf(db, known.get(group.id)),
        references: slots.flatMap((slot) => numbers.get(columns.seq[slot] ?? 0) ?? []),
        team: teamOfSlots(ctx, slots, teams),
      })),
  };
}

/** What agents are told, checked like everything that may be copied. */
function toldOf(db: Db, words: string | null | undefined): ScrubbedText | null {
  return words == null ? null : scrubWords(words, { rules: listRules(db) }).text;
}

/** One problem with its newest cases. @throws AppError `not-found` */
export function readTrend(ctx: AppContext, { id }: ParsedInput<'trends.get'>): Output<'trends.get'> {
  const { db } = ctx.store;
  const { seq, receivedAt, source, team, words, trend, size } = ctx.queue.all();
  const code = words.trend.find(id);
  const slots = Array.from({ length: size }, (_, slot) => slot).filter((slot) => trend[slot] === code);
  if (code === undefined || slots.length === 0) throw new AppError('not-found', 'No case has this problem any longer.');
  const stored = findProblem(db, id);
  const measured = measure(ctx, slots, settingOf(db, 'trendRule'));
  // By the time of the report: an import brings its cases in any order, and older ones after newer ones.
  const newest = slots
    .toSorted((a, b) => (receivedAt[b] ?? 0) - (receivedAt[a] ?? 0) || b - a)
    .slice(0, MOST_CASES)
    .map((slot) => seq[slot] ?? 0);
  return {
    id,
    title: problemTitles(db).get(id) ?? id,
    known: toldOf(db, stored?.known),
    team: teamOfSlots(ctx, slots, listTeams(db)),
    tickets: ticketsOfProblem(db, id).map(({ number, url, state }) => ({ number, url, state })),
    ...measured,
    releases: releasesBetween(db, measured.life.from - DAY_MS / 2, ctx.now() + DAY_MS / 2),
    sources: counted(slots, source, words.source.values).map(({ name, n }) => ({
      name: lookUp(SOURCE_NAMES, name) ?? name,
      n,
    })),
    teams: counted(slots, team, words.team.values),
    cases: casesBySeq(db, newest)
      .reverse()
      .sort((a, b) => b.receivedAt - a.receivedAt)
      .map(({ id: caseId, reference, receivedAt, status, scrubbedText }) => ({
        id: caseId,
        reference,
        receivedAt,
        status,
        text: cutWords(scrubbedText, LONGEST_TEXT),
      })),
  };
}

const MOST_CASES = 200;
const LONGEST_TEXT = 300;

/** How many rows have each value, nulls excluded, most frequent first. */
function counted(
  slots: readonly number[],
  column: Uint16Array,
  values: readonly string[],
): { name: string; n: number }[] {
  const sizes = new Uint32Array(values.length);
  for (const slot of slots) sizes[column[slot] ?? 0] = (sizes[column[slot] ?? 0] ?? 0) + 1;
  return values
    .map((name, code) => ({ name, n: sizes[code] ?? 0 }))
    .filter(({ name, n }) => name !== '' && n > 0)
    .sort((a, b) => b.n - a.n);
}

/** The team that most of its cases would go to. */
export function teamFor(own: readonly CaseOfProblem[], teams: readonly Team[]): string | null {
  return mostOf(own.map((one) => one.team ?? routeCase(one.scrubbedText, one.scrubbedArea, teams).team));
}

export function readRoutes({ store }: AppContext): Output<'route.list'> {
  const teams = listTeams(store.db);
  return {
    routes: listScrubbed(store.db).map(({ reference, scrubbedText, scrubbedArea }) => ({
      reference,
      ...routeCase(scrubbedText, scrubbedArea, teams),
    })),
  };
}

/**
 * From this many cases of a problem and this share of them on, the desk's own history takes precedence over the
 * directory.
 */
const ENOUGH_HISTORY = 3;
const CLEAR_HISTORY = 0.7;

/** The team suggested for one case, with the reason: where its problem went before, else what the directory covers. */
export function suggestTeam(
  { store }: AppContext,
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
  return { team: first.team, confidence: first.n / all, outOfScope: false, belongsTo: null, because };
}

function mostOf(labels: readonly (string | null)[]): string | null {
  const counts = new Map<string | null, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
