// The second look at groups: the first joins strictly, by all the words of two reports. Here a report that stayed alone
// is held against what is typical of each group: "español" in one report of many, and in six of a group of eight, is.
import type { ReadReport } from './likeness.ts';

/** A group needs this many reports to have typical words. */
const SEED = 3;
/** The typicality a report needs. A word that is in all of a group and in few others adds up to about 3. */
const ENOUGH = 2;
/** A report that the lexicon explains this well stays where the lexicon puts it. */
const WELL_EXPLAINED = 0.35;
const ROUNDS = 3;
/** Bounds the weight of a word that no report outside the group has. */
const FLOOR = 0.02;
/** A word shared with only one other report of the group is chance. */
const FEWEST_WITH = 2;

/** Groups of indices into `reports`; deterministic. `isSure` reports never move. */
export function attachLoosely(
  groups: readonly (readonly number[])[],
  reports: readonly ReadReport[],
  isSure: (problem: string) => boolean,
): number[][] {
  const now = groups.map((group) => [...group]);
  const all = countsOf(
    reports.map((_, at) => at),
    reports,
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    const seeds = now
      .filter((group) => group.length >= SEED)
      .map((group) => ({ group, members: [...group], counts: countsOf(group, reports) }));
    let moved = 0;
    for (const from of now) {
      const [alone] = from;
      if (from.length === 0 || from.length >= SEED) continue;
      for (const at of [...from]) {
        const report = reports[at];
        if (report === undefined || alone === undefined || staysPut(report, isSure)) continue;
        let best: number[] | null = null;
        let most = ENOUGH;
        for (const { group, members, counts } of seeds) {
          const typical = typicalOf(report, { size: members.length, counts }, { size: reports.length, counts: all });
          const score = typical + shareReadAlike(report, members, reports);
          if (score > most) [best, most] = [group, score];
        }
        if (best === null) continue;
        best.push(at);
        from.splice(from.indexOf(at), 1);
        moved += 1;
      }
    }
    if (moved === 0) break;
  }
  return now.filter((group) => group.length > 0).map((group) => group.toSorted((a, b) => a - b));
}

interface Counts {
  readonly size: number;
  /** Stem → the number of reports that contain it. */
  readonly counts: ReadonlyMap<string, number>;
}

function staysPut({ problem, explained }: ReadReport, isSure: (problem: string) => boolean): boolean {
  return problem !== null && (explained > WELL_EXPLAINED || isSure(problem));
}

function countsOf(group: readonly number[], reports: readonly ReadReport[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const at of group)
    for (const stem of reports[at]?.words.keys() ?? []) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/**
 * Sum over its words: the share of the group that has the word, times the log of how much more that is than outside.
 */
function typicalOf({ words }: ReadReport, group: Counts, all: Counts): number {
  let sum = 0;
  for (const [stem, { weight }] of words) {
    const within = group.counts.get(stem) ?? 0;
    if (within < FEWEST_WITH) continue;
    const share = within / group.size;
    const outside = Math.max(0, (all.counts.get(stem) ?? 0) - within - 0.5) / (all.size - group.size);
    sum += weight * share * Math.max(0, Math.log(share / (outside + FLOOR)));
  }
  return sum;
}

/** The share of the group in which the lexicon finds the same problem. */
function shareReadAlike({ problem }: ReadReport, members: readonly number[], reports: readonly ReadReport[]): number {
  if (problem === null) return 0;
  return members.filter((at) => reports[at]?.problem === problem).length / members.length;
}
