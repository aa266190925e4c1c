// The pace of an import: some rows at a time, each some one transaction, so that a key pressed in the window meanwhile seldom waits
// for more than one of them. Every transaction costs as much as several rows: while nobody works at the desk they are larger.

/** How long some rows may hold the thread while somebody works, in ms. */
const IN_USE_MS = 15;
/** The same while nobody does. */
const ALONE_MS = 150;
const FEWEST = 5;
const MOST = 250;

/** Lets the desk answer other calls in between. */
export const forOthers = () => new Promise((resume) => setImmediate(resume));

export interface Pace {
  /** Gives all rows to `take`, some at a time. */
  through<Row>(rows: readonly Row[], take: (some: readonly Row[]) => void): Promise<void>;
}

/**
 * As many rows at a time as took about so long before.
 *
 * @param isInUse whether somebody asked the desk for something a moment ago
 */
export function createPace(isInUse: () => boolean): Pace {
  let size = FEWEST;
  return {
    async through(rows, take) {
      for (let at = 0; at < rows.length; ) {
        const some = rows.slice(at, at + size);
        at += some.length;
        const from = performance.now();
        take(some);
        const heldMs = isInUse() ? IN_USE_MS : ALONE_MS;
        const fitting = Math.round((some.length * heldMs) / (performance.now() - from));
        size = Math.min(MOST, Math.max(FEWEST, Math.min(fitting, size * 2)));
        await forOthers();
      }
    },
  };
}
