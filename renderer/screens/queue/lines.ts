// The lines of a list: a header per group and a row per case, by position, without building a list of all of them.
import type { Output } from '../../../electron/contract/calls.ts';

export type Groups = Output<'cases.list'>['groups'];
export type Line =
  | { readonly kind: 'head'; readonly name: string; readonly count: number; readonly key: string }
  | { readonly kind: 'row'; readonly at: number };

export interface Lines {
  readonly count: number;
  readonly lineAt: (index: number) => Line;
  /** The line of the row at a position. */
  readonly lineOf: (at: number) => number;
  /** The header above a line. */
  readonly headOf: (index: number) => Line;
  readonly isHead: (index: number) => boolean;
}

export function linesOf(groups: Groups): Lines {
  const starts: number[] = [];
  let total = 0;
  for (const { count } of groups) {
    starts.push(total);
    total += count;
  }
  /** The last group that starts at or before a position, with or without counting earlier headers. */
  const groupAt = (place: number, withHeads: boolean) => {
    let [low, high] = [0, groups.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) + (withHeads ? middle : 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const lineAt = (index: number): Line => {
    const group = groupAt(index, true);
    const within = index - (starts[group] ?? 0) - group;
    const { name = '', count = 0, key = '' } = groups[group] ?? {};
    return within === 0 ? { kind: 'head', name, count, key } : { kind: 'row', at: (starts[group] ?? 0) + within - 1 };
  };
  return {
    count: total + groups.length,
    lineAt,
    lineOf: (at) => at + groupAt(at, false) + 1,
    headOf: (index) => lineAt((starts[groupAt(index, true)] ?? 0) + groupAt(index, true)),
    isHead: (index) => lineAt(index).kind === 'head',
  };
}
