// The pace of an import: a few rows at a time, each few one transaction, so that a key pressed in the window meanwhile seldom waits
// for more than one of them.

/** How long some rows may hold the thread, in ms. */
const HELD_MS = 10;
const FEWEST = 5;
const MOST = 100;

/** Lets the desk answer other calls in between. */
export const forOthers = () => new Promise((resume) => setImmediate(resume));

export interface Pace {
  /** Gives all rows to `take`, some at a time. */
  through<Row>(rows: readonly Row[], take: (some: readonly Row[]) => void): Promise<void>;
}

/** As many rows at a time as took about HELD_MS before. */
export function createPace(): Pace {
  let size = FEWEST;
  return {
    async through(rows, take) {
      for (let at = 0; at < rows.length; ) {
        const some = rows.slice(at, at + size);
        at += some.length;
        const from = performance.now();
        take(some);
        const fitting = Math.round((some.length * HELD_MS) / (performance.now() - from));
        size = Math.min(MOST, Math.max(FEWEST, Math.min(fitting, size * 2)));
        await forOthers();
      }
    },
  };
}
