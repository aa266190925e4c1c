// Which reports are of the same problem. A report whose problem is known joins the group of that problem; the others join
// whom they share most of their rare words with. The same cases always give the same groups.
import { readProblem, wordsOf } from '../route/read-problem.ts';

export interface CaseToGroup {
  readonly id: string;
  /** Scrubbed. */
  readonly text: string;
  readonly area: string | null;
}

export interface ProblemGroup {
  readonly id: string;
  readonly title: string;
  /** Ids of its cases, in the order given. */
  readonly cases: readonly string[];
}

/** Shared rare words, of all in either, from which two unknown reports are the same. */
const ALIKE = 0.34;
const COMMON = new Set(
  'the and for with not was has have this that from they their his her him she you your our are but can cant cannot unable able when what where after before since then than all any does did done get got user users veteran veterans caller called calls callback email phone mhv va page site says said tried still error message out into over just only been being were will would could'.split(
    ' ',
  ),
);

export function groupCases(cases: readonly CaseToGroup[]): ProblemGroup[] {
  const known = new Map<string, { title: string; cases: string[] }>();
  const unknown: { title: string; words: Set<string>; cases: string[] }[] = [];
  for (const { id, text, area } of cases) {
    const { problem } = readProblem(text, area);
    if (problem !== null) {
      const group = known.get(problem.id) ?? { title: problem.name, cases: [] };
      group.cases.push(id);
      known.set(problem.id, group);
      continue;
    }
    const words = new Set(wordsOf(text).filter((word) => word.length > 2 && !COMMON.has(word)));
    let [nearest, most]: [(typeof unknown)[number] | null, number] = [null, ALIKE];
    for (const group of unknown) {
      const alike = share(words, group.words);
      if (alike >= most) [nearest, most] = [group, alike];
    }
    if (nearest === null) unknown.push({ title: text.slice(0, 80), words, cases: [id] });
    else nearest.cases.push(id);
  }
  return [
    ...[...known].map(([id, group]) => ({ id, ...group })),
    ...unknown.map(({ title, cases: ids }) => ({ id: `like ${ids[0]}`, title, cases: ids })),
  ].sort((a, b) => b.cases.length - a.cases.length || a.id.localeCompare(b.id));
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  const all = a.size + b.size - both;
  return all === 0 ? 0 : both / all;
}
