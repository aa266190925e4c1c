// Groups by average likeness: a group takes in another while the pairs between them are alike enough on average, so
// that neither one odd report nor the order in which they came decides.

/** Likeness of every pair of `size` things, 0 to 1, row by row. */
export type Likeness = Float32Array;

/**
 * Groups of indices, each in ascending order, by the first of each. Follows nearest neighbors until two are each
 * other's nearest (nearest-neighbor chain), so that it takes the square of the number and no more.
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
      // The one before in the chain goes first among equals, or the chain would run in a circle.
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
