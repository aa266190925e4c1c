// Average-linkage clustering: two groups are merged while the pairs between them are similar enough on average, so that
// neither one outlier nor the order of arrival decides.

/** The similarity of every pair of `size` items, 0 to 1, row by row. */
export type Likeness = Float32Array;

/**
 * Groups of indices, each ascending, ordered by their first. Uses a nearest-neighbor chain, which takes quadratic time
 * in the number of reports.
 */
export function averageLink(size: number, given: Likeness, least: number): number[][] {
  const alike = given.slice();
  const members: number[][] = Array.from({ length: size }, (_, at) => [at]);
  const open = new Set(members.keys());
  const chain: number[] = [];
  while (open.size > 0) {
    if (chain.length === 0) for (const first of open) if (chain.push(first) > 0) break;
    const at = chain.at(-1) ?? 0;
    const before = chain.at(-2);
    let [nearest, most] = [-1, least];
    for (const other of open) {
      const likeness = alike[at * size + other] ?? 0;
      // On ties the previous one in the chain wins; otherwise the chain could be a cycle.
      if (other !== at && (likeness > most || (likeness === most && (nearest === -1 || other === before))))
        [nearest, most] = [other, likeness];
    }
    if (nearest === -1) {
      open.delete(at);
      chain.pop();
    } else if (nearest === before) {
      chain.splice(-2);
      join(before, at);
    } else chain.push(nearest);
  }
  return members
    .filter((one) => one.length > 0)
    .map((one) => one.toSorted((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));

  function join(into: number, from: number): void {
    const [kept, gone] = [members[into] ?? [], members[from] ?? []];
    for (const other of open) {
      const average =
        ((alike[into * size + other] ?? 0) * kept.length + (alike[from * size + other] ?? 0) * gone.length) /
        (kept.length + gone.length);
      alike[into * size + other] = average;
      alike[other * size + into] = average;
    }
    kept.push(...gone);
    members[from] = [];
    open.delete(from);
  }
}
